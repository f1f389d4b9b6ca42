import { setTimeout as realWait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { type Browser, chromium, type Page } from 'playwright/test';

import { makeCertificate } from '../azure/certificate.ts';
import { chromiumPath } from '../chromium.ts';
import { type Handler, serveHosts, siteIn } from '../live/server.ts';
import { keyHashOf } from '../live/world.ts';
import { slowdown } from './wizard.ts';

/** What a person who has never been here waits for, in milliseconds from the press of Enter. */
export interface FirstUse {
  /** Heading and navigation are drawn. */
  readonly frameMs: number;
  /** The first job is drawn. */
  readonly rowMs: number;
  /** How long tasks have kept the page from answering by then: of each what is over 50 ms. */
  readonly blockedMs: number;
  /** How much has moved by then and a second later. */
  readonly shift: number;
}

/** What a person waits for in the wizard, in milliseconds from the press, in a page that is there. */
export interface StepUse {
  readonly firstStepMs: number;
  readonly reviewMs: number;
}

/** A page is looked at for so long after its first row. */
const AFTER_MS = 1000;

/** Marks on the page's own clock, at the frame after it has changed. */
function noteFirstUse(): void {
  const isThere = {
    frame: () =>
      document.querySelector('main h1') !== null && document.querySelector('nav a') !== null,
    row: () => document.querySelector('main a[href^="/jobs/"]') !== null,
  };
  const left = new Map(Object.entries(isThere));
  const observer = new MutationObserver(() => {
    for (const [name, look] of left) {
      if (!look()) continue;
      left.delete(name);
      requestAnimationFrame(() => performance.mark(name));
    }
    if (left.size === 0) observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      performance.mark('long task', { startTime, detail: duration });
  }).observe({ type: 'longtask', buffered: true });
  const shifts = { sum: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const value: unknown = Reflect.get(entry, 'value');
      shifts.sum += typeof value === 'number' ? value : 0;
    }
    performance.clearMarks('shift');
    performance.mark('shift', { detail: shifts.sum });
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Opens a demo in a fresh profile on a slow processor, up to its first row, and measures in its page. */
async function opened<Use>(
  browser: Browser,
  address: string,
  measure: (page: Page) => Promise<Use>,
): Promise<Use> {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1280, height: 720 },
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.addInitScript(noteFirstUse);
    await page.goto(address, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('row').length > 0);
    await page.waitForTimeout(AFTER_MS);
    return await measure(page);
  } finally {
    await context.close();
  }
}

export const firstUse = async (page: Page): Promise<FirstUse> =>
  page.evaluate(() => {
    const at = (name: string) => performance.getEntriesByName(name)[0];
    const rowMs = at('row')?.startTime ?? Number.NaN;
    const shift = at('shift');
    const blocked = performance
      .getEntriesByName('long task')
      .filter(({ startTime }) => startTime < rowMs)
      .map((task) => (task instanceof PerformanceMark ? Number(task.detail) - 50 : 0));
    return {
      frameMs: at('frame')?.startTime ?? Number.NaN,
      rowMs,
      blockedMs: blocked.reduce((sum, ms) => sum + ms, 0),
      shift: shift instanceof PerformanceMark ? Number(shift.detail) : 0,
    };
  });

/** The address of a restore that is ready to start, at Review. */
const READY = '/restore/new?scenario=default&rule=rest.recovery-type.vm';

export async function stepUse(page: Page): Promise<StepUse> {
  const firstStepMs = await openStep(page, '/restore/new', 1);
  await page.waitForTimeout(AFTER_MS);
  return { firstStepMs, reviewMs: await openStep(page, READY, 6) };
}

/** Milliseconds from a press of a link to an address until the frame after its step was drawn. */
const openStep = async (page: Page, address: string, step: number): Promise<number> =>
  page.evaluate(
    async ([to, heading]) => {
      const pressedAt = performance.now();
      history.pushState(null, '', to);
      await new Promise<void>((resolve) => {
        const look = (): void => {
          const isThere = [...document.querySelectorAll('main h2')].some(({ textContent }) =>
            textContent.includes(heading),
          );
          if (isThere) requestAnimationFrame(() => setTimeout(resolve));
          else requestAnimationFrame(look);
        };
        look();
      });
      return performance.now() - pressedAt;
    },
    [address, `step ${step} of 6`] as const,
  );

/**
 * What is measured of the demos in some folders, in turns: what the machine does besides disturbs all alike. Each time in
 * a fresh profile, by HTTP/2 over a slow line, on a slow processor.
 */
export async function measureAlternately<Use>(
  folders: readonly string[],
  runs: number,
  measure: (page: Page) => Promise<Use>,
): Promise<readonly (readonly Use[])[]> {
  const tls = await makeCertificate();
  const sites = folders.map((folder, at) => ({
    host: `first-${String(at)}.example`,
    handler: slowly(siteIn(() => folder)),
    uses: new Array<Use>(),
  }));
  const { port, close } = await serveHosts({
    tls,
    handlerOf: (authority) => sites.find(({ host }) => authority.startsWith(host))?.handler,
  });
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      `--host-resolver-rules=MAP *.example:443 127.0.0.1:${String(port)}, MAP * ~NOTFOUND`,
      // The code of a service worker is loaded from an address that the browser itself trusts.
      `--ignore-certificate-errors-spki-list=${keyHashOf(tls.cert)}`,
    ],
  });
  try {
    for (let run = 0; run <= runs; run += 1) {
      const order = run % 2 === 0 ? sites : sites.toReversed();
      for (const { host, uses } of order)
        uses.push(await opened(browser, `https://${host}/`, measure));
    }
    // The browser's own first load is not like the others.
    return sites.map(({ uses }) => uses.slice(1));
  } finally {
    await browser.close();
    await close();
  }
}

/** A usual line to a server that is far away: milliseconds until a request is answered, and bytes that come in one. */
const LATENCY_MS = 165;
const BYTES_PER_MS = 9_000_000 / 8 / 1000;
/** How much of an answer goes out before another one has its turn. */
const PIECE = 16_384;

/**
 * A site at the end of a slow line, compressed as servers do. The line is slow for a service worker, too, which the
 * browser's own slowness leaves out.
 */
function slowly(site: Handler): Handler {
  const packed = new Map<string, Buffer<ArrayBuffer>>();
  let freeAt = 0;
  const send = (body: Buffer<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => {
    let from = 0;
    return new ReadableStream({
      async pull(controller) {
        const piece = body.subarray(from, from + PIECE);
        from += PIECE;
        freeAt = Math.max(freeAt, performance.now()) + piece.length / BYTES_PER_MS;
        await realWait(freeAt - performance.now());
        controller.enqueue(piece);
        if (from >= body.length) controller.close();
      },
    });
  };
  return async (request) => {
    const [response] = await Promise.all([site(request), realWait(LATENCY_MS)]);
    const body =
      packed.get(request.url) ?? gzipSync(Buffer.from(await response.arrayBuffer()), { level: 9 });
    packed.set(request.url, body);
    const headers = new Headers(response.headers);
    headers.set('Content-Encoding', 'gzip');
    return new Response(send(body), { status: response.status, headers });
  };
}
