import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from 'playwright/test';
import { plantDraft } from './storage.ts';

/**
 * What every page has: ways to it that neither load it again nor take a press for each choice, what it
 * reads, lists, folds, the focus, and what it says.
 */

/** Goes to an address of the product, as a link in the page does. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => history.pushState(null, '', to), address);
}

/**
 * Waits until all that the page asks Azure for has come. What was read late moves what is under a
 * hand, and a person waits for the page to stand still.
 */
export async function allRead(page: Page): Promise<void> {
  await page.evaluate(async () => window.restoreCenterSimulation?.allRead());
}

/** Makes a page so many times slower, as on a busy machine: what other tabs store reaches it late. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** Name and text of the file that a button saves. */
export async function savedBy(button: Locator): Promise<{ name: string; text: string }> {
  const saving = button.page().waitForEvent('download');
  await button.click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

/** An entry of the list that is open, by its first line. */
export const entryOf = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('option').filter({ has: page.getByText(name, { exact: true }) });

/** The value of a name. @throws with the names that there are: types aren't checked as a test runs. */
export function lookUp<Value>(
  all: Readonly<Record<string, Value>>,
  what: string,
  name: string,
): Value {
  const value = Object.hasOwn(all, name) ? all[name] : undefined;
  if (value === undefined)
    throw new Error(`No ${what} “${name}”. There are: ${Object.keys(all).join(', ')}.`);
  return value;
}

/** As long as a busy machine takes to show what is there. */
const SHOWN_MS = 20_000;

/** Waits until one of several is there, `what` by its name. @throws with the texts of those that are, where it isn't. */
export async function oneOf(all: Locator, one: Locator, what: string): Promise<Locator> {
  try {
    await one.first().waitFor({ timeout: SHOWN_MS });
    return one;
  } catch (cause) {
    const texts = await all.evaluateAll((elements) =>
      elements.map((element) => {
        const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
        return (label ?? element).textContent.trim();
      }),
    );
    throw new Error(`No ${what}. There are: ${texts.join(', ')}.`, { cause });
  }
}

/** Chooses an entry of a list. */
export async function chooseFrom(list: Locator, entry: string): Promise<void> {
  await list.click();
  const page = list.page();
  const entries = page.getByRole('option');
  const one = await oneOf(entries, entryOf(page, entry), `${entry} in the list`);
  await one.click();
  await expect(list).toHaveText(entry);
}

export async function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement);
}

/** Nothing selected, as version 5 of the product stores it; later versions read it, too. */
const nothingChosen = {
  datasource: null,
  regionView: 'primary',
  instance: null,
  point: null,
  group: 'createNew',
  option: null,
  subscription: null,
  rg: null,
  rgIsNew: false,
  vmName: null,
  vnet: null,
  subnet: null,
  zone: null,
  staging: null,
  restoreAsManaged: null,
  diskEncryptionSet: null,
  identity: 'none',
  identityId: null,
  confirmReplace: null,
  diskAccess: null,
  diskAccessId: null,
  diskMode: 'ALR',
  diskName: null,
  dc: null,
  otherDcReachable: null,
  isolatedNetwork: null,
  domainJoined: null,
  domainTrouble: null,
  isSql: null,
  cloudInit: null,
  outage: null,
  consequenceRead: false,
  warningsRead: false,
} as const;

export type Chosen = Partial<Record<keyof typeof nothingChosen, string | boolean | null>>;

/** Opens a step of a draft in which all this is chosen, as if a person had come back to it. */
export async function beginDraft(page: Page, chosen: Chosen, step: string): Promise<void> {
  const id = randomUUID();
  const at = await page.evaluate(() => window.restoreCenterSimulation?.clock.now() ?? 0);
  const draft = {
    id,
    version: 5,
    createdAt: at - 60_000,
    changedAt: at,
    choices: { ...nothingChosen, ...chosen },
    takenBack: [],
    submission: { state: 'none' },
  };
  await plantDraft(page, id, JSON.stringify(draft));
  await goTo(page, `/restore/${id}/${step}`);
}

/**
 * Between two looks; real time, in which the page draws what an answer changes. No limit but the test's:
 * on a busy machine each step takes a second.
 */
const BETWEEN_LOOKS = { intervals: [100] };
/** A look too few would only let more time pass than has to. */
const LOOKS_AT_EACH = 3;

/** Lets time go by, a step at once, until something is seen. */
export async function passUntil(
  pass: () => Promise<void>,
  isSeen: () => Promise<boolean>,
): Promise<void> {
  let looks = 0;
  const look = async (): Promise<void> => {
    if (looks % LOOKS_AT_EACH === 0) await pass();
    looks += 1;
    expect(await isSeen()).toBe(true);
  };
  await expect(look).toPass(BETWEEN_LOOKS);
}

/** Waits until something is seen, as long as a busy machine takes. */
export const until = async (isSeen: () => Promise<boolean>): Promise<void> =>
  expect(async () => expect(await isSeen()).toBe(true)).toPass(BETWEEN_LOOKS);

/** What has the focus is in the page: a press has not let it fall out. Asked once the press has had its effect. */
export async function expectFocusStays(page: Page): Promise<void> {
  await expect.poll(async () => focused(page)).not.toBe('BODY');
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
}

/** A fold may have others inside, and each of those, too. */
const DEEPEST = 8;

/** Opens all folds of the page, whatever their labels are. */
export async function openFolds(page: Page): Promise<void> {
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    await allRead(page);
    const opened = await page.evaluate(() => {
      const folds = [
        ...document.querySelectorAll<HTMLElement>('main details:not([open]) > summary'),
        ...document.querySelectorAll<HTMLElement>(
          'main button[aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"])',
        ),
      ];
      for (const fold of folds) fold.click();
      return folds.length;
    });
    if (opened === 0) return;
  }
}

/**
 * How many words of a page's main part can be seen: its text, that of drawings too, split at blanks; of lists the rows in
 * view.
 */
export async function wordsSeen(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main === null) return 0;
    // What is only for screen readers is cut to nothing.
    const isCut = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'inset(50%)' ||
      (element.parentElement !== null && isCut(element.parentElement));
    // A list goes on below what is in view.
    const isBelow = (element: Element): boolean => {
      const row = element.closest('tr, [role=row]');
      return row !== null && row.getBoundingClientRect().top > innerHeight;
    };
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      const words = (textContent ?? '').split(/\s+/).filter((word) => /\w/.test(word));
      if (words.length === 0 || parentElement === null) continue;
      if (!parentElement.checkVisibility() || isCut(parentElement)) continue;
      if (!isBelow(parentElement)) count += words.length;
    }
    return count;
  });
}

/** The addresses of the jobs on the page, whatever their labels are, each once and in its order. */
export async function jobAddresses(page: Page): Promise<string[]> {
  await allRead(page);
  const links = page.getByRole('main').getByRole('link');
  const addresses = await links.evaluateAll((all) =>
    all.map((link) => link.getAttribute('href') ?? ''),
  );
  return [...new Set(addresses.filter((address) => address.startsWith('/jobs/')))];
}

/** Notes the text of live regions from now on. Returns a function for all text so far. */
export async function heardIn(page: Page): Promise<() => Promise<readonly string[]>> {
  const notes = await page.evaluateHandle(() => {
    const regions =
      '[role="status"], [role="alert"], [role="log"], [role="timer"], [aria-live="polite"], [aria-live="assertive"]';
    const last = new Map<Element, string>();
    const heard: string[] = [];
    // As it stands now; said again only when it is another text.
    const look = (region: Element, isNews: boolean): void => {
      const text = region.textContent.trim();
      if (isNews && text !== '' && text !== (last.get(region) ?? '')) heard.push(text);
      last.set(region, text);
    };
    const lookAtAll = (isNews: boolean): void => {
      for (const region of document.querySelectorAll(regions)) look(region, isNews);
    };
    lookAtAll(false);
    new MutationObserver(() => lookAtAll(true)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return heard;
  });
  return async () => notes.evaluate((heard) => [...heard]);
}

/** Lets the page draw what it has read: two frames, in which whatever was due is done. */
export async function drawn(page: Page): Promise<void> {
  await allRead(page);
  await page.evaluate(
    async () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
