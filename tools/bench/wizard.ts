import { type Browser, chromium, type Locator, type Page, type Request } from 'playwright/test';

import { chromiumPath } from '../chromium.ts';

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

/**
 * Measures inside the page, on the page's own clock, from the moment the browser took the input.
 * The test program's own delays are not part of any number.
 */
export interface Probe {
  /** Milliseconds from input to focus on a heading, one for each time it happened. */
  focus(): Promise<number[]>;
  /** Milliseconds from key press to the next painted frame, one for each key. */
  keystrokes(): Promise<number[]>;
  /** Forgets what was measured so far. */
  clear(): Promise<void>;
}

/** Puts the probe into a page before it loads anything. */
async function probe(page: Page): Promise<Probe> {
  await page.addInitScript(() => {
    let input = 0;
    const note = (event: Event): void => {
      input = event.timeStamp;
    };
    addEventListener('click', note, true);
    addEventListener('keydown', note, true);
    addEventListener(
      'focusin',
      ({ target, timeStamp }) => {
        const isHeading = target instanceof Element && target.matches('h1, h2, h3, [role=heading]');
        if (isHeading && input > 0) performance.measure('focus', { start: input, end: timeStamp });
        if (isHeading) input = 0;
      },
      true,
    );
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        // The task after a frame's callbacks runs when that frame has been handed to the screen.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          const done = (): void => void performance.measure('keystroke', { start: timeStamp });
          port1.addEventListener('message', done, { once: true });
          port1.start();
          port2.postMessage(null);
        });
      },
      true,
    );
  });
  const durations = async (name: string): Promise<number[]> =>
    page.evaluate(
      (wanted) => performance.getEntriesByName(wanted).map(({ duration }) => duration),
      name,
    );
  return {
    focus: async () => durations('focus'),
    keystrokes: async () => durations('keystroke'),
    clear: async () => page.evaluate(() => performance.clearMeasures()),
  };
}

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
function watchTraffic(page: Page): Traffic {
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

/** Reads of the form for a new machine; none of them keeps the field for its name from the screen. */
const OPERATIONS = [
  'groups.list',
  'storageAccounts.list',
  'virtualNetworks.list',
  'virtualMachines.list',
  'diskEncryptionSets.list',
  'diskAccesses.list',
  'locations.list',
  'permissions.listForSubscription',
  'sizes.list',
  'vaults.encryption',
  'networkInterfaces.get',
  'disks.get',
];

/** When the first of them is answered, in seconds: typing has started by then. */
const FIRST_S = 1;

/** Has the form's reads answered one after the other, evenly within so many seconds. */
async function answerLate(page: Page, withinSeconds: number): Promise<void> {
  const faults = OPERATIONS.map((operation, index) => ({
    id: operation,
    match: { operation },
    times: null,
    effect: {
      kind: 'latency' as const,
      seconds: FIRST_S + (index * withinSeconds) / OPERATIONS.length,
    },
  }));
  await page.evaluate(async (all) => {
    const simulation = window.restoreCenterSimulation;
    if (simulation === undefined) throw new Error('This is no demo.');
    await simulation.clock.setSpeed(1);
    for (const fault of all) await simulation.addFault(fault);
  }, faults);
}
