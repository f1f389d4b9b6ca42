import {
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  type Request,
  test as base,
} from 'playwright/test';
import { WorkerBrowser } from './worker-browser.ts';
import { type Screens, screensOf } from './drivers/screens.ts';
import {
  acceptedRequest,
  type AcceptedRequest,
  acceptedRestores,
  addFault,
  announceJump,
  begunRestores,
  type Fault,
  removeFault,
  requestLog,
  type RequestRecord,
  type RestoreAccepted,
  type Scenario,
  setSpeed,
  simulatedNow,
  simulationReady,
} from './drivers/simulated.ts';
import { Troubles } from './troubles.ts';

export interface App {
  /** Opens an address in the world of a scenario, and waits until the demo answers. */
  open(path: string, scenario?: Scenario): Promise<Screens>;
  /** Opens an address in one more tab of the same browser and world. */
  tab(path: string): Promise<Screens>;
  /** Opens an address without waiting for anything: for pages where the demo cannot start. */
  visit(path: string): Promise<Screens>;
  /** Loads the page again. */
  reload(): Promise<void>;
  /** Loads the page again past cache and service worker, as Shift+Reload does. */
  hardReload(): Promise<void>;
}

export interface Clock {
  /**
   * Lets time go by for client and simulated Azure alike. Timers that came due go off, and then all
   * that is in view is read again: a timer that was set a moment too late would else wait once more.
   */
  pass(milliseconds: number): Promise<void>;
  /** The same by timers alone, as when a person waits. */
  waitFor(milliseconds: number): Promise<void>;
  /** Simulated seconds in a real one, for waits whose start can't be observed. */
  speed(times: number): Promise<void>;
  simulated(): Promise<number>;
  ofPage(): Promise<number>;
}

export interface Faults {
  add(fault: Fault): Promise<void>;
  remove(id: string): Promise<void>;
  /** Azure will refuse something by itself. */
  expectRefusals(): void;
}

export interface Azure {
  /** The addresses of requests for a restore that left a page, as the browser saw them. */
  sent(): readonly string[];
  /** The requests that the simulated Azure has accepted, as it received them. */
  requests(): Promise<readonly AcceptedRequest[]>;
  /** Restores that the simulated Azure has accepted, in their order. */
  accepted(): Promise<readonly RestoreAccepted[]>;
  /** How many restores the simulated Azure and its CommServe have accepted. */
  begun(): Promise<number>;
  /** The requests for one operation that it has met, with the simulated time of each. */
  received(operation: string): Promise<readonly RequestRecord[]>;
  /** Waits until it has met so many: only then does a slow answer start to take its time. */
  expectReceived(operation: string, times: number): Promise<void>;
}

/** What a worker keeps between its tests. */
interface Worker {
  readonly browser: Browser;
  shared: WorkerBrowser | null;
}

interface Fixtures {
  /** False for tests that change the browser itself, or look at its very first load: a context of their own. */
  readonly isShared: boolean;
  /** The worker's browser context, when this test takes place in it. */
  readonly shared: WorkerBrowser | null;
  readonly troubles: Troubles;
  readonly clock: Clock;
  readonly app: App;
  /** What the first tab shows. */
  readonly screens: Screens;
  readonly faults: Faults;
  readonly azure: Azure;
}

/** What starts a restore: in the vault's own region, in its secondary one, of a disk, and by Commvault. */
const startsRestore = /\/(?:restore|backupCrossRegionRestore)\?|\/CreateTask$/;

/** Any moment will do: the simulated world has its own. */
const beginning = new Date('2026-03-01T08:00:00Z');

/**
 * One clock: Playwright's stands in for the machine's in every tab of the context, and the simulated
 * one is anchored on it at speed ×1, so that moving the first moves both. It runs on by itself.
 */
function clockOf(context: BrowserContext, page: Page): Clock {
  const waitFor = async (milliseconds: number): Promise<void> =>
    context.clock.fastForward(milliseconds);
  return {
    waitFor,
    pass: async (milliseconds) => {
      await waitFor(milliseconds);
      await announceJump(page);
    },
    speed: async (times) => setSpeed(page, times),
    simulated: async () => simulatedNow(page),
    ofPage: async () => page.evaluate(() => Date.now()),
  };
}

async function start(page: Page, path: string): Promise<Screens> {
  await page.goto(path);
  await started(page);
  return screensOf(page);
}

function inScenario(path: string, scenario: Scenario): string {
  return `${path}${path.includes('?') ? '&' : '?'}scenario=${scenario}`;
}

async function started(page: Page): Promise<void> {
  await simulationReady(page);
  await expectDrawn(page);
}

async function expectDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // The page itself, and not the frame that is drawn while it is on its way.
  await expect(page.getByRole('progressbar', { name: 'Loading this page' })).toHaveCount(0);
}

export const test = base.extend<Fixtures, { readonly worker: Worker }>({
  worker: [
    async ({ browser }, use) => {
      const worker: Worker = { browser, shared: null };
      await use(worker);
      await worker.shared?.context.close();
    },
    { scope: 'worker' },
  ],
  isShared: [true, { option: true }],
  shared: async ({ worker, isShared, baseURL, timezoneId }, use) => {
    // A time zone is of the context.
    if (!isShared || timezoneId !== 'UTC') {
      await use(null);
      return;
    }
    if (worker.shared?.isUsedUp === true) {
      await worker.shared.context.close();
      worker.shared = null;
    }
    worker.shared ??= await WorkerBrowser.open(worker.browser, baseURL ?? '', beginning);
    await use(worker.shared);
  },
  context: async ({ browser, shared }, use) => {
    if (shared !== null) {
      await use(shared.context);
      return;
    }
    // With the options of the test, like Playwright's own, which is made even where no test uses it.
    const context = await browser.newContext();
    await use(context);
    await context.close();
  },
  page: async ({ shared, context, viewport }, use) => {
    if (shared === null) {
      await use(await context.newPage());
      return;
    }
    if (viewport !== null) await shared.fit(viewport);
    await use(shared.page);
    await shared.end();
  },
  troubles: [
    async ({ shared, context, baseURL }, use) => {
      const troubles = shared?.troubles ?? new Troubles(baseURL ?? '');
      if (shared === null) await troubles.watch(context);
      await use(troubles);
      expect(troubles.take(), 'what the browser complained about').toEqual([]);
      troubles.reset();
    },
    { auto: true },
  ],
  clock: [
    async ({ shared, context, page }, use) => {
      if (shared === null) await context.clock.install({ time: beginning });
      await use(clockOf(context, page));
    },
    { auto: true },
  ],
  app: async ({ shared, context, page, viewport }, use) => {
    let isFirst = true;
    const load = async (path: string, scenario: Scenario): Promise<void> => {
      await page.goto(inScenario(path, scenario));
      await started(page);
      await setSpeed(page, 1);
    };
    await use({
      open: async (path, scenario = 'document') => {
        const isBegun = isFirst && (await shared?.begin(path, scenario)) === true;
        isFirst = false;
        if (isBegun) await expectDrawn(page);
        else await load(path, scenario);
        return screensOf(page);
      },
      tab: async (path) => {
        const tab = await context.newPage();
        // A context that tests share has the size of the one that opened it.
        if (viewport !== null) await tab.setViewportSize(viewport);
        return start(tab, path);
      },
      visit: async (path) => {
        if (isFirst) await shared?.prepareLoad();
        isFirst = false;
        await page.goto(path);
        return screensOf(page);
      },
      reload: async () => {
        await page.reload();
        await started(page);
      },
      hardReload: async () => {
        const browser = await context.newCDPSession(page);
        const loaded = page.waitForEvent('load');
        await browser.send('Page.reload', { ignoreCache: true });
        await loaded;
        await started(page);
        await browser.detach();
      },
    });
  },
  screens: async ({ page }, use) => {
    await use(screensOf(page));
  },
  faults: async ({ page, troubles }, use) => {
    await use({
      add: async (fault) => {
        troubles.expectRefusals();
        await addFault(page, fault);
      },
      remove: async (id) => removeFault(page, id),
      expectRefusals: () => troubles.expectRefusals(),
    });
  },
  azure: async ({ context, page }, use) => {
    const sent: string[] = [];
    const note = (request: Request): void => {
      if (request.method() === 'POST' && startsRestore.test(request.url()))
        sent.push(request.url());
    };
    context.on('request', note);
    const received: Azure['received'] = async (operation) =>
      (await requestLog(page)).filter((record) => record.operation === operation);
    await use({
      sent: () => sent,
      accepted: async () => acceptedRestores(page),
      begun: async () => begunRestores(page),
      requests: async () => (await acceptedRestores(page)).map(acceptedRequest),
      received,
      expectReceived: async (operation, times) =>
        expect
          .poll(async () => (await received(operation)).length, { message: operation })
          .toBeGreaterThanOrEqual(times),
    });
    context.off('request', note);
  },
});
