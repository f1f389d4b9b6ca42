import { type Browser, chromium, type Page } from 'playwright/test';

import { chromiumPath } from '../chromium.ts';
import { heapMb } from './heap.ts';
import { percentile } from './stats.ts';

export interface ScrollRun {
  /** 95th percentile and longest of the times between two frames while the list was scrolled, in milliseconds. */
  readonly p95Ms: number;
  readonly longestMs: number;
}

export interface HeapRun {
  /** Megabytes in use after a forced collection, early and late. */
  readonly earlyMb: number;
  readonly lateMb: number;
}

const SCROLL_MS = 10_000;
const EARLY_ROUNDS = 2;
const LATE_ROUNDS = 10;

/** Opens the list of a world; milliseconds from the beginning of the load to the first row with a machine in it. */
async function openList(page: Page, address: string, scenario: string): Promise<number> {
  await page.addInitScript(noteFirstRow);
  await page.goto(`${address}instances?scenario=${scenario}`);
  await page.getByRole('gridcell').first().getByRole('link').waitFor();
  return page.evaluate(() => performance.getEntriesByName('first row')[0]?.startTime ?? Number.NaN);
}

/** Marks the first row on the page's own clock: a program that looks from outside comes up to half a second late. */
function noteFirstRow(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('[role="gridcell"] a') === null) return;
    observer.disconnect();
    performance.mark('first row');
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Scrolls through the whole list at one speed, and measures every frame. */
async function scroll(page: Page): Promise<number[]> {
  const scroller = await page.getByRole('grid', { name: 'Backup instances' }).elementHandle();
  return page.evaluate(
    async ([grid, wholeMs]) => {
      const box = grid?.parentElement;
      if (!box) throw new Error('the list does not scroll');
      const frames: number[] = [];
      const begun = performance.now();
      let last = begun;
      const toEnd = box.scrollHeight - box.clientHeight;
      await new Promise<void>((resolve) => {
        const step = (at: number): void => {
          frames.push(at - last);
          last = at;
          const part = (at - begun) / wholeMs;
          box.scrollTop = part * toEnd;
          if (part >= 1) resolve();
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      });
      return frames.slice(1);
    },
    [scroller, SCROLL_MS] as const,
  );
}

/** A stretch of use: search, sort, scroll to both ends, look at the jobs, come back. */
async function round(page: Page): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  const search = page.getByRole('searchbox', { name: /^Search by / });
  for (const text of ['app', 'sql', '']) {
    await search.fill(text);
    await search.press('Enter');
    await page.getByRole('gridcell').first().getByRole('link').waitFor();
  }
  const row = page.getByRole('grid').getByRole('row').nth(1);
  await row.focus();
  await page.keyboard.press('End');
  await page.getByRole('gridcell').last().waitFor();
  await page.keyboard.press('Home');
  await navigation.getByRole('link', { name: 'Backup jobs' }).click();
  await page.getByRole('gridcell').first().waitFor();
  await navigation.getByRole('link', { name: 'Backup instances' }).click();
  await page.getByRole('gridcell').first().getByRole('link').waitFor();
}

async function inBrowser<Result>(work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** Scrolls the hundred thousand instances of the world `scale`, each time in a fresh profile. */
export async function measureScroll(address: string, runs: number): Promise<ScrollRun[]> {
  return inBrowser(async (browser) => {
    const results: ScrollRun[] = [];
    for (let run = 0; run < runs; run += 1) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await openList(page, address, 'scale');
      const frames = await scroll(page);
      await page.close();
      results.push({
        p95Ms: percentile(frames, 0.95),
        longestMs: Math.max(...frames),
      });
    }
    return results;
  });
}

/** How long the first rows of a small and of a large world took, one right after the other. */
export interface FirstRows {
  readonly smallMs: number;
  readonly largeMs: number;
}

/**
 * How long the first row of a small and of a large world's list takes, in turns on one browser, each
 * time in a fresh profile: what the machine does besides disturbs both alike.
 */
export async function measureFirstRows(address: string, turns: number): Promise<FirstRows[]> {
  return inBrowser(async (browser) => {
    const firstRow = async (scenario: string): Promise<number> => {
      const page = await browser.newPage();
      const ms = await openList(page, address, scenario);
      await page.close();
      return ms;
    };
    // The browser's own first load is not like the others.
    await firstRow('default');
    const results: FirstRows[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      // Neither is always the one that comes after the other.
      const isSmallFirst = turn % 2 === 0;
      const first = await firstRow(isSmallFirst ? 'default' : 'scale');
      const second = await firstRow(isSmallFirst ? 'scale' : 'default');
      results.push(
        isSmallFirst ? { smallMs: first, largeMs: second } : { smallMs: second, largeMs: first },
      );
    }
    return results;
  });
}

/** The heap after a few stretches of use and after many. */
export async function measureHeap(address: string): Promise<HeapRun> {
  return inBrowser(async (browser) => {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await openList(page, address, 'scale');
    for (let at = 0; at < EARLY_ROUNDS; at += 1) await round(page);
    const earlyMb = await heapMb(session);
    for (let at = EARLY_ROUNDS; at < LATE_ROUNDS; at += 1) await round(page);
    return { earlyMb, lateMb: await heapMb(session) };
  });
}
