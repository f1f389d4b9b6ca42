import { type Browser, expect, type Page, test as base } from 'playwright/test';
import {
  type Cut,
  type CuttingServer,
  CUTS,
  LAST,
  PROTOCOLS,
  serveCuts,
} from '../tools/live/cuts.ts';
import { everyWrite, type WrittenRequest } from '../tools/live/writes.ts';

/** How one request is sent, and where its connection ends. */
export interface Row {
  readonly protocol: (typeof PROTOCOLS)[number];
  readonly connection: 'fresh' | 'reused';
  readonly method: string;
  /** `none`: it has no body. */
  readonly body: 'stream' | 'text' | 'none';
  readonly cut: Cut;
}

export interface Played extends Row {
  /** How many requests the server saw. */
  readonly starts: number;
  /** Whether the page got the answer of one. */
  readonly isAnswered: boolean;
}

interface Fixtures {
  /** Sends one request for each row. */
  readonly play: <One extends Row>(rows: readonly One[]) => Promise<readonly (One & Played)[]>;
}

export const test = base.extend<Fixtures>({
  // Each row has a page of its own, with nothing on it.
  screenshot: 'off',
  play: async ({ browser }, use) => {
    const servers = new Map<string, CuttingServer>();
    for (const protocol of PROTOCOLS) servers.set(protocol, await serveCuts(protocol));
    await use(async (rows) => {
      const played = [];
      for (const row of rows) {
        const server = servers.get(row.protocol);
        if (server !== undefined) played.push({ ...row, ...(await playRow(browser, server, row)) });
      }
      return played;
    });
    for (const server of servers.values()) server.close();
  },
});

/** A POST with a body by every protocol, connection, form and cut. */
export function allPosts(): Row[] {
  return PROTOCOLS.flatMap((protocol) =>
    (['fresh', 'reused'] as const).flatMap((connection) =>
      (['stream', 'text'] as const).flatMap((body) =>
        CUTS.map((cut) => ({ protocol, connection, method: 'POST', body, cut })),
      ),
    ),
  );
}

/** A request of the client that starts something, whose connection ends. */
export type CutWrite = Row & WrittenRequest;

/** Every request that starts something, by protocol and cut. Over HTTP/1.1 the client finds no way for streams. */
export async function cutWrites(): Promise<CutWrite[]> {
  // In the order of the protocols; the worlds of the client share a clock.
  const requests = [await everyWrite(false), await everyWrite(true)];
  return PROTOCOLS.flatMap((protocol, index) =>
    (requests[index] ?? []).flatMap((request) =>
      (['after headers', 'after body'] as const).map((cut) => ({
        ...request,
        protocol,
        connection: 'reused' as const,
        cut,
      })),
    ),
  );
}

/** How often a request may arrive: a browser repeats whatever it can read again. */
export const mostStarts = ({ body }: Row): number => (body === 'stream' ? 1 : 2);

async function playRow(
  browser: Browser,
  server: CuttingServer,
  row: Row,
): Promise<Pick<Played, 'starts' | 'isAnswered'>> {
  // Connections are a context's own.
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  const page = await context.newPage();
  await page.goto(`${server.address}${row.connection === 'fresh' ? LAST : '/'}`);
  if (row.connection === 'fresh') await expect.poll(server.connections).toBe(0);
  server.arm(row.cut);
  const isAnswered = await start(page, row);
  const starts = server.starts();
  await context.close();
  return { starts, isAnswered };
}

/** Sends a request from the page, as the product does, and reads its answer to the end. */
function start(page: Page, { method, body }: Row): Promise<boolean> {
  return page.evaluate(
    async ([verb, form]) => {
      const text = JSON.stringify({ starts: 'a restore' });
      const bodies = {
        text: { body: text },
        stream: { body: new Blob([text]).stream(), duplex: 'half' },
        none: {},
      };
      const init = {
        method: verb,
        ...bodies[form],
        headers: { 'content-type': 'application/json' },
      };
      try {
        const answer = await fetch('/start', init);
        await answer.text();
        return answer.ok;
      } catch {
        return false;
      }
    },
    [method, body] as const,
  );
}
