import { type BrowserContext, chromium, type Page } from 'playwright/test';

import * as z from 'zod/mini';

import type { SimulationControls } from '#src/mocks/panel/window.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { chromiumPath } from '../chromium.ts';
import { heapMb } from './heap.ts';

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
