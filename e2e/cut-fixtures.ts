import { type Browser, expect, type Page, test as base } from 'playwright/test';
import {
  type Cut,
  type CuttingServer,
  CUTS,
  LAST,
  PROTOCOLS,
  serveCuts,
} from '../tools/live/cuts.ts';

/** How one POST is sent, and where its connection ends. */
export interface Row {
  readonly protocol: (typeof PROTOCOLS)[number];
  readonly connection: 'fresh' | 'reused';
  readonly body: 'stream' | 'text';
  readonly cut: Cut;
}

export interface Played extends Row {
  /** How many POSTs the server saw. */
  readonly posts: number;
  /** Whether the page got the answer of one. */
  readonly isAnswered: boolean;
}

interface Fixtures {
  /** Sends one POST for each row: every protocol, connection, body and cut. */
  readonly play: () => Promise<readonly Played[]>;
}

export const test = base.extend<Fixtures>({
  // Each row has a page of its own, with nothing on it.
  screenshot: 'off',
  play: async ({ browser }, use) => {
    const servers = new Map<string, CuttingServer>();
    for (const protocol of PROTOCOLS) servers.set(protocol, await serveCuts(protocol));
    await use(async () => {
      const played: Played[] = [];
      for (const row of rows()) {
        const server = servers.get(row.protocol);
        if (server !== undefined) played.push(await playRow(browser, server, row));
      }
      return played;
    });
    for (const server of servers.values()) server.close();
  },
});

function rows(): Row[] {
  return PROTOCOLS.flatMap((protocol) =>
    (['fresh', 'reused'] as const).flatMap((connection) =>
      (['stream', 'text'] as const).flatMap((body) =>
        CUTS.map((cut) => ({ protocol, connection, body, cut })),
      ),
    ),
  );
}

async function playRow(browser: Browser, server: CuttingServer, row: Row): Promise<Played> {
  // Connections are a context's own.
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`${server.address}${row.connection === 'fresh' ? LAST : '/'}`);
  if (row.connection === 'fresh') await expect.poll(server.connections).toBe(0);
  server.arm(row.cut);
  const isAnswered = await post(page, row.body);
  const posts = server.posts();
  await context.close();
  return { ...row, posts, isAnswered };
}

/** Sends a POST from the page, as the product does, and reads its answer to the end. */
function post(page: Page, kind: Row['body']): Promise<boolean> {
  return page.evaluate(async (form) => {
    const text = JSON.stringify({ starts: 'a restore' });
    const body = form === 'text' ? text : new Blob([text]).stream();
    const init = {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    };
    try {
      const answer = await fetch('/start', init);
      await answer.text();
      return answer.ok;
    } catch {
      return false;
    }
  }, kind);
}
