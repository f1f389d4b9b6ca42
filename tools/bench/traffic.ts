import type { Page, Request } from 'playwright/test';

/** What a page asks of Azure. */
export interface Traffic {
  /** Answers that have arrived since the page was opened. */
  arrived(): number;
  /** Resolves when no request is under way, and none was for half a second. */
  still(): Promise<void>;
}

const STILL_MS = 500;
const LOOK_MS = 50;
const LIMIT_MS = 60_000;

/** Watches a page from the outside, so that the watching costs the page nothing. */
export function watchTraffic(page: Page): Traffic {
  const underWay = new Set<Request>();
  let arrived = 0;
  let lastChange = performance.now();
  const isOurs = (request: Request): boolean =>
    new URL(request.url()).hostname === 'management.azure.com';
  page.on('request', (request) => {
    if (!isOurs(request)) return;
    underWay.add(request);
    lastChange = performance.now();
  });
  const end = (request: Request): void => {
    if (!underWay.delete(request)) return;
    arrived += 1;
    lastChange = performance.now();
  };
  page.on('requestfinished', end);
  page.on('requestfailed', end);
  // A load of the page takes what it asked for along.
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame() && frame.url() !== 'about:blank') lastChange = performance.now();
  });
  return {
    arrived: () => arrived,
    async still() {
      const begun = performance.now();
      while (underWay.size > 0 || performance.now() - lastChange < STILL_MS) {
        if (performance.now() - begun > LIMIT_MS)
          throw new Error('The page does not stop asking for something.');
        await new Promise((done) => setTimeout(done, LOOK_MS));
      }
    },
  };
}
