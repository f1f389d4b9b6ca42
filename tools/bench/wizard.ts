import { type Browser, chromium, type Page } from 'playwright/test';

import { chromiumPath } from '../chromium.ts';
import { percentile } from './stats.ts';
import { type Probe, probe } from './probe.ts';

export interface WizardRun {
  /** The slowest change of step of one walk, in milliseconds from press to focus on the heading. */
  readonly stepChangeMs: number;
  /** 99th percentile over the keys typed into the largest form. */
  readonly keystrokeMs: number;
}

/** How much slower than this machine the page's processor pretends to be. */
export const slowdown = 4;

const typed = 'restored-machines-of-the-accounting-department-2026';

/** Presses `Next` and waits until the step's heading has the focus. */
async function next(page: Page, measured: Probe, step: string): Promise<void> {
  const before = (await measured.focus()).length;
  await page.getByRole('button', { name: `Next: ${step}` }).click();
  await page.waitForFunction(
    (count) => performance.getEntriesByName('focus').length > count,
    before,
  );
}

/** The documents' own example, from the first step to the form with the most fields. */
async function walk(page: Page, measured: Probe, address: string): Promise<void> {
  await page.goto(`${address}?scenario=document`);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Restore', exact: true }).first().click();
  await page.getByRole('radio', { name: 'Azure Virtual machines' }).check();
  await measured.clear();
  await next(page, measured, 'Backup instance');
  await page.getByRole('radio', { name: 'testVM' }).first().check();
  await next(page, measured, 'Restore point');
  await main.getByRole('radio').first().check();
  await next(page, measured, 'Configuration');
}

async function runOnce(browser: Browser, address: string): Promise<WizardRun> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const measured = await probe(page);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await walk(page, measured, address);
    const changes = await measured.focus();
    await page.getByRole('combobox', { name: 'Restore Type' }).click();
    await page.getByRole('option', { name: 'Create new virtual machine' }).click();
    await measured.clear();
    await page.getByRole('textbox', { name: 'Virtual machine name' }).pressSequentially(typed);
    return {
      stepChangeMs: Math.max(...changes),
      keystrokeMs: percentile(await measured.keystrokes(), 0.99),
    };
  } finally {
    await context.close();
  }
}

/** Walks through the wizard in fresh browsers' profiles, against a served demo build. */
export async function measureWizard(address: string, runs: number): Promise<WizardRun[]> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const results: WizardRun[] = [];
    for (let run = 0; run < runs; run += 1) results.push(await runOnce(browser, address));
    return results;
  } finally {
    await browser.close();
  }
}
