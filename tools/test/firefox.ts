import { setTimeout as pause } from 'node:timers/promises';

import { type Browser, type ElementHandle, launch, type Page } from 'puppeteer-core';

import { firefoxPath } from '../chromium.ts';
import { type Proxy, serveProxy } from '../live/server.ts';
import { roleOf } from '../live/world.ts';

/** A busy machine takes long to start it, or to load a page. */
const START_LIMIT_MS = 60_000;

/** Whether the runner was ended: then this process goes on, and must not start another browser. */
let isRunnerGone = false;
process.once('disconnect', () => {
  isRunnerGone = true;
});

/** A Firefox with a new profile, as one person has it. */
export interface Firefox {
  /** Opens an address in a tab of its own. */
  open(address: string): Promise<Screen>;
}

/**
 * Opens a Firefox for one test and closes it afterwards. Each TLS connection leads to the port that
 * `portOf` names, or nowhere.
 * @throws when a page had an error or a warning, or connected to an Azure host that leads nowhere.
 */
export async function inFirefox(
  portOf: (authority: string) => number | undefined,
  visit: (firefox: Firefox) => Promise<void>,
): Promise<void> {
  if (isRunnerGone) throw new Error('The runner has ended.');
  const proxy = await serveProxy(portOf);
  const browser = await start(proxy).catch(async (error: unknown) => {
    await proxy.close();
    throw error;
  });
  // On a polite end Firefox waits five seconds for the demo's service worker.
  const end = (): void => void browser.process()?.kill('SIGKILL');
  // A runner that is ended leaves this process, and would leave the browser, too.
  process.once('disconnect', end);
  const troubles: string[] = [];
  try {
    await visit({
      open: async (address) => {
        const page = await browser.newPage();
        watch(page, troubles);
        page.setDefaultNavigationTimeout(START_LIMIT_MS);
        await page.goto(address);
        return new Screen(page);
      },
    });
  } finally {
    process.off('disconnect', end);
    end();
    await browser.close();
    await proxy.close();
  }
  // The browser has errands of its own, which are refused, too.
  const strayed = proxy.refused().filter((authority) => roleOf(authority) !== undefined);
  const all = [...troubles, ...strayed.map((authority) => `connection to ${authority}`)];
  if (all.length > 0) throw new Error(`Firefox reported:\n${all.join('\n')}`);
}

function start({ port }: Proxy): Promise<Browser> {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error('This machine has no Firefox.');
  return launch({
    browser: 'firefox',
    executablePath,
    // The stand-ins for Azure's hosts have a certificate of their own.
    acceptInsecureCerts: true,
    timeout: START_LIMIT_MS,
    defaultViewport: { width: 1280, height: 800 },
    env: { ...process.env, TZ: 'UTC' },
    extraPrefsFirefox: {
      'intl.accept_languages': 'en-GB',
      // Its reports are read here.
      'intl.locale.requested': 'en-US',
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
    },
  });
}

/**
 * What Firefox reports when a page leaves, or cancels a request, while the demo's service worker still
 * hands an answer over. A worker that fails otherwise leaves the page without its data.
 */
const canceledInWorker = [
  /^Failed to read data from the ReadableStream: “(?:Abort|Type)Error: /,
  /^Failed to load ‘.*’\. A ServiceWorker intercepted the request and encountered an unexpected error\.$/,
];

/** Collects what no run may have: errors and warnings, violations of the content security policy, dialogs. */
function watch(page: Page, troubles: string[]): void {
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) {
      troubles.push(`${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (!canceledInWorker.some((known) => known.test(message))) troubles.push(message);
  });
  page.on('dialog', (dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
}

/** Milliseconds after which what was waited for counts as missing. */
const LIMIT_MS = 45_000;
const BETWEEN_MS = 50;
/** Firefox never answers a question about a page that it leaves at that moment. */
const LOOK_LIMIT_MS = 3000;

/**
 * Looks again and again until there is something, and returns it. While a page loads, a look may fail;
 * the last failure is part of what is thrown after 45 seconds.
 * @throws an error that names what is missing, and shows what there is instead.
 */
export async function until<Value>(
  missing: string,
  look: () => Promise<Value | undefined>,
  instead: () => Promise<string> = async () => '',
): Promise<Value> {
  const end = performance.now() + LIMIT_MS;
  let trouble = '';
  while (performance.now() < end) {
    try {
      const found = await limited(look());
      if (found !== undefined) return found;
      trouble = '';
    } catch (error) {
      trouble = ` (${String(error)})`;
    }
    // The protocol has no event for what a person sees.
    await pause(BETWEEN_MS);
  }
  throw new Error(`No ${missing}${trouble}\n${await limited(instead()).catch(String)}`);
}

const limited = <Value>(answer: Promise<Value>): Promise<Value> =>
  Promise.race([answer, pause(LOOK_LIMIT_MS, undefined, { ref: false }).then(tooLate)]);

function tooLate(): never {
  throw new Error(`Firefox did not answer in ${LOOK_LIMIT_MS} ms.`);
}

/** How much of a page a failure shows. */
const SHOWN_CHARACTERS = 1200;

/**
 * A tab as a person uses it: by roles, names and visible text. Puppeteer's own waits make functions of
 * strings in the page, which our Content-Security-Policy refuses; so every wait looks from outside.
 */
export class Screen {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits for an element, by its role and whole accessible name. */
  async see(role: string, name: string): Promise<ElementHandle> {
    return until(`${role} "${name}"`, async () => this.find(role, name), this.shown);
  }

  /** Clicks an element once it is enabled and has stopped moving. */
  async press(role: string, name: string): Promise<void> {
    await this.pressWhen(`${role} "${name}"`, async () => this.find(role, name));
  }

  /** Picks an entry of a list; the entry's first line is its name. */
  async choose(list: string, entry: string): Promise<void> {
    await this.press('combobox', list);
    await this.pressWhen(`option "${entry}"`, async () => this.entry(entry));
  }

  /** Waits for a text anywhere in the page. */
  async expectText(text: string): Promise<void> {
    await this.expectThat(`text "${text}"`, async () => (await this.text()).includes(text));
  }

  /** Waits for a text in a named part of the page. */
  async expectIn(role: string, name: string, text: string): Promise<void> {
    await this.expectThat(`text "${text}" in ${role} "${name}"`, async () => {
      const shown = await (await this.find(role, name))?.evaluate((one) => one.textContent);
      return shown?.includes(text) === true;
    });
  }

  /** Waits until the path of the address fits. */
  async expectPath(pattern: RegExp): Promise<void> {
    const isThere = async () => pattern.test((await this.address()).pathname);
    await this.expectThat(`path ${String(pattern)}`, isThere);
  }

  /** Whether there is such an element now. */
  async has(role: string, name: string): Promise<boolean> {
    return (await this.find(role, name)) !== undefined;
  }

  /** All visible text. */
  async text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  /** The whole address; Puppeteer doesn't hear of one that the page changed by itself. */
  async address(): Promise<URL> {
    return new URL(await this.page.evaluate(() => window.location.href));
  }

  /** A person turns to this tab. */
  async show(): Promise<void> {
    await this.page.bringToFront();
  }

  private async expectThat(what: string, isThere: () => Promise<boolean>): Promise<void> {
    await until(what, async () => (await isThere()) || undefined, this.shown);
  }

  private async find(role: string, name: string): Promise<ElementHandle | undefined> {
    const selector = `::-p-aria([name="${name}"][role="${role}"])`;
    return (await this.page.$(selector)) ?? undefined;
  }

  private async entry(name: string): Promise<ElementHandle | undefined> {
    for (const option of await this.page.$$('::-p-aria([role="option"])')) {
      const text = await option.evaluate((one) =>
        one instanceof HTMLElement ? one.innerText : '',
      );
      if (text.split('\n')[0] === name) return option;
    }
    return undefined;
  }

  private async pressWhen(
    what: string,
    find: () => Promise<ElementHandle | undefined>,
  ): Promise<void> {
    let element: ElementHandle | undefined;
    let last = '';
    const still = async (): Promise<ElementHandle | undefined> => {
      // Firefox takes half a second to find one, so it is kept until it goes.
      element ??= await find();
      const box = element === undefined ? '' : await boxOf(element);
      const isStill = box !== '' && box === last;
      last = box;
      if (box === '') element = undefined;
      return isStill ? element : undefined;
    };
    // A press itself is never repeated: it might start a second restore.
    await (await until(`${what} that can be pressed`, still, this.shown)).click();
  }

  private readonly shown = async (): Promise<string> =>
    `${(await this.address()).href}\n${(await this.text()).slice(0, SHOWN_CHARACTERS)}`;
}

/** Where an element is, as text; empty while it is disabled or not drawn. */
async function boxOf(element: ElementHandle): Promise<string> {
  const isDisabled = await element.evaluate((one) =>
    one.matches(':disabled, [aria-disabled="true"]'),
  );
  const box = await element.boundingBox();
  return isDisabled || box === null ? '' : JSON.stringify(box);
}
