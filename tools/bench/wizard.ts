import { type Browser, chromium, type Locator, type Page } from 'playwright/test';

import { chromiumPath } from '../chromium.ts';
import { answerLate } from './late-reads.ts';
import { type Probe, probe } from './probe.ts';
import { type Traffic, watchTraffic } from './traffic.ts';

export interface WizardRun {
  /** Each change of step of one walk, in milliseconds from press to focus on the heading. */
  readonly stepChanges: readonly number[];
  /** Each key typed into the largest form after all of it was read, in milliseconds to the next frame. */
  readonly keys: readonly number[];
  /** The same text typed into one field of the component library alone: what this machine needs for a key. */
  readonly bareKeys: readonly number[];
  /** The same while its reads are answered, and how many were. */
  readonly keysWhileReading: readonly number[];
  readonly answersWhileTyping: number;
}

/** How much slower than this machine the page's processor pretends to be. */
export const slowdown = 4;

/** Between two keys, of a person who types quickly. */
const KEY_MS = 90;
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

/** Chooses what has the largest form. */
async function openLargestForm(page: Page): Promise<Locator> {
  await page.getByRole('combobox', { name: 'Restore Type' }).click();
  await page.getByRole('option', { name: 'Create new virtual machine' }).click();
  return page.getByRole('textbox', { name: 'Virtual machine name' });
}

/** Types as a quick person does; gives the time of each key. */
async function typeInto(field: Locator, measured: Probe): Promise<number[]> {
  await measured.clear();
  await field.pressSequentially(typed, { delay: KEY_MS });
  return measured.keystrokes();
}

/** Loads the form again, and types into it while its reads are answered. */
async function typeWhileReading(page: Page, measured: Probe, traffic: Traffic) {
  const field = page.getByRole('textbox', { name: 'Virtual machine name' });
  await field.fill('');
  await traffic.still();
  await answerLate(page, (typed.length * KEY_MS) / 1000);
  await page.reload();
  await field.waitFor();
  const before = traffic.arrived();
  const keys = await typeInto(field, measured);
  return { keys, answers: traffic.arrived() - before };
}

/** The same typing where a key draws nothing else. */
async function typeIntoBare(browser: Browser, address: string): Promise<number[]> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const measured = await probe(page);
    await slowDown(page);
    await page.goto(address);
    return await typeInto(page.getByRole('textbox', { name: 'A bare field' }), measured);
  } finally {
    await context.close();
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
}

async function runOnce(browser: Browser, address: string, bare: string): Promise<WizardRun> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    const measured = await probe(page);
    const traffic = watchTraffic(page);
    await slowDown(page);
    await walk(page, measured, address);
    const stepChanges = await measured.focus();
    const field = await openLargestForm(page);
    await traffic.still();
    const keys = await typeInto(field, measured);
    const reading = await typeWhileReading(page, measured, traffic);
    return {
      stepChanges,
      keys,
      bareKeys: await typeIntoBare(browser, bare),
      keysWhileReading: reading.keys,
      answersWhileTyping: reading.answers,
    };
  } finally {
    await context.close();
  }
}

/** Walks through the wizard in fresh browsers' profiles, against a served demo build and a bare page. */
export async function measureWizard(
  address: string,
  bare: string,
  runs: number,
): Promise<WizardRun[]> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const results: WizardRun[] = [];
    for (let run = 0; run < runs; run += 1) results.push(await runOnce(browser, address, bare));
    return results;
  } finally {
    await browser.close();
  }
}
