import {
  type Browser,
  type BrowserContext,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright/test';
import * as z from 'zod/mini';

import type { SimulationControls } from '#src/mocks/panel/window.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

import { chromiumPath } from '../chromium.ts';
import { percentile } from './figures.ts';

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

/** A day of watching many restores: what it costs Azure and this machine. */
export interface SoakRun {
  /** Restores that ran at once, by the simulated Azure's own count, least and most of the day. */
  readonly running: { readonly least: number; readonly most: number };
  /** Restores that started in the day. */
  readonly begun: number;
  /** Requests of the page to Azure in a minute of its time: mean and most. */
  readonly perMinute: { readonly mean: number; readonly most: number };
  /** Megabytes in use after a forced collection: after two hours and at the end. */
  readonly earlyMb: number;
  readonly lateMb: number;
}

const WANTED = 200;
const MINUTES = 24 * 60;
const EARLY_MINUTES = 2 * 60;
/** How often as many restores are started as have ended. */
const TOP_UP_MINUTES = 20;
/** A timer that is due goes off once a leap: shorter than any wait of the client's. */
const LEAP_MS = 5000;

/** Machines of the demo's world whose disks another person restores in Azure. */
const MACHINES = ['app01', 'sql-erp-02', 'pay-api-02'];
const GROUP = 'rg-restore-weu';
const JOBS =
  '/backupJobs?api-version=2024-04-01&$filter=' +
  encodeURIComponent("status eq 'InProgress' and operation eq 'Restore'");

type Order = Parameters<SimulationControls['restoreAsAnotherUser']>[0];

const jobsPage = z.object({ value: z.array(z.unknown()), nextLink: z.optional(z.string()) });

/** Restores that run now, counted page by page. */
async function running(page: Page): Promise<number> {
  let next: string | undefined = `https://management.azure.com${prodVault}${JOBS}`;
  let count = 0;
  while (next !== undefined) {
    const text = await page.evaluate(async (address) => {
      const answer = await fetch(address, { headers: { authorization: 'Bearer soak' } });
      return answer.text();
    }, next);
    const listed = jobsPage.parse(JSON.parse(text));
    count += listed.value.length;
    next = listed.nextLink;
  }
  return count;
}

async function begin(page: Page, count: number, from: number): Promise<void> {
  const orders = Array.from({ length: count }, (_, index): Order => {
    const instance = MACHINES[(from + index) % MACHINES.length] ?? '';
    return { instance, group: GROUP };
  });
  await page.evaluate(async (wanted) => {
    for (const order of wanted) await window.restoreCenterSimulation?.restoreAsAnotherUser(order);
  }, orders);
}

async function watch(context: BrowserContext, address: string): Promise<SoakRun> {
  await context.clock.install({ time: new Date('2026-03-01T08:00:00Z') });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let requests = 0;
  page.on('request', (request) => {
    const isOurs = request.headers()['authorization'] !== 'Bearer soak';
    if (new URL(request.url()).hostname === 'management.azure.com' && isOurs) requests += 1;
  });
  await page.goto(`${address}jobs?scenario=default`);
  await page.getByRole('gridcell').first().waitFor();
  await page.evaluate(() => window.restoreCenterSimulation?.clock.setSpeed(1));
  const counts: number[] = [];
  const minutes: number[] = [];
  let begun = 0;
  let earlyMb = Number.NaN;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (minute % TOP_UP_MINUTES === 0) {
      const now = await running(page);
      if (minute > 0) counts.push(now);
      await begin(page, Math.max(0, WANTED - now), begun);
      begun += Math.max(0, WANTED - now);
    }
    const before = requests;
    for (let leap = 0; leap < 60_000; leap += LEAP_MS) await context.clock.runFor(LEAP_MS);
    minutes.push(requests - before);
    if (minute === EARLY_MINUTES) earlyMb = await heapMb(session);
  }
  return {
    running: { least: Math.min(...counts), most: WANTED },
    begun,
    perMinute: {
      mean: minutes.reduce((sum, one) => sum + one, 0) / minutes.length,
      most: Math.max(...minutes),
    },
    earlyMb,
    lateMb: await heapMb(session),
  };
}

/** Keeps the list of jobs open for a simulated day in which two hundred restores run at any time. */
export async function measureSoak(address: string): Promise<SoakRun> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    return await watch(await browser.newContext(), address);
  } finally {
    await browser.close();
  }
}

/** Megabytes that a page uses after a forced collection. */
async function heapMb(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1e6;
}
