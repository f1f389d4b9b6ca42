import { type Dialog, expect, type Page } from 'playwright/test';

/** Longer than any text that a page shows or speaks in one piece. */
const MOST = 2100;

/** A walk tells of every page. */
const softly = expect.configure({ soft: true });

/** Narrow first: what follows is done on the wide page. */
const sizes = [
  [400, 800],
  [1440, 900],
] as const;

/**
 * A page that holds names from the hostile world, as it stands: nothing of them became an element, nothing
 * hidden reached the page or its title, what is written from right to left stays in its place, and the
 * page does not scroll sideways.
 */
export async function expectHarmless(page: Page, what: string): Promise<void> {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    // What is still to come has nothing wrong.
    await expect(page.getByRole('progressbar', { name: /^Reading / })).toHaveCount(0);
    const message = `${what} at ${String(width)} pixels`;
    // What was laid out for another width takes a moment.
    await softly.poll(async () => faultsOf(page), { message }).toEqual([]);
  }
}

/** Does something, during which no dialog may come up: whatever runs in a name would open one. */
export async function withoutDialogs(page: Page, act: () => Promise<void>): Promise<void> {
  const messages: string[] = [];
  const note = (dialog: Dialog): void => {
    messages.push(dialog.message());
    void dialog.dismiss();
  };
  page.on('dialog', note);
  await act();
  page.off('dialog', note);
  expect(messages).toEqual([]);
}

/** Where the links of a page to machines, disks, jobs and vaults lead. */
export async function linksOf(page: Page): Promise<string[]> {
  const addresses = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return addresses.filter((address) => /^\/(?:instances|jobs|vaults)\/./.test(address));
}

async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const hidden =
      /(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2067\ufeff]/u;
    const rightToLeft = /[\u0590-\u08ff]/;
    const apart = /\u2068[^\u2066-\u2069]*\u2069/g;
    const shown = (element: Element, text: string): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.slice(0, 20) ?? ''} ${element.parentElement?.tagName ?? ''} "${JSON.stringify(text.trim().slice(0, 90))}"`;
    const faultIn = (element: Element, text: string): string[] => {
      if (hidden.test(text)) return [`hidden: ${shown(element, text)}`];
      if (text.length > most) return [`${String(text.length)} characters: ${shown(element, text)}`];
      const left = text.replaceAll(apart, '');
      if (/[\u2068\u2069]/.test(left)) return [`an isolate is left open: ${shown(element, text)}`];
      const isApart = element.closest('bdi, title, option') !== null;
      if (rightToLeft.test(left) && !isApart) return [`not isolated: ${shown(element, text)}`];
      return [];
    };
    const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      if (parent !== null && parent.closest('style, script') === null)
        found.push(...faultIn(parent, node.textContent ?? ''));
    }
    const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
      ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt'].flatMap(
        (name) =>
          faultIn(element, element.getAttribute(name) ?? '').map((fault) => `${name}, ${fault}`),
      ),
    );
    const made = [...document.querySelectorAll('img, script:not([src]), [onerror]')].map(
      (element) => `an element: ${shown(element, element.outerHTML)}`,
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    const isBeyond = (element: Element | null): boolean =>
      (element?.getBoundingClientRect().right ?? 0) > clientWidth + 1;
    const beyond = [...document.querySelectorAll('body *')].find(
      (element) => isBeyond(element) && !isBeyond(element.parentElement),
    );
    const wide =
      scrollWidth > clientWidth + 1 && beyond !== undefined
        ? [`The page scrolls sideways for ${shown(beyond, beyond.textContent)}`]
        : [];
    return [...new Set([...found, ...attributes, ...made, ...wide])];
  }, MOST);
}
