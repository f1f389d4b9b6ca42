import { setTimeout as pause } from 'node:timers/promises';

import type { ElementHandle, Page } from 'puppeteer-core';

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
