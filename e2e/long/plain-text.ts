import { expect, type Page } from 'playwright/test';

/** Words that sentences are made of, and names of things are not. */
const WORDS =
  /\b(?:the|of|and|is|are|was|can|can’t|isn’t|doesn’t|for|from|with|without|not|this|that|it|no|to|by|until|only)\b/i;

/** The letters of the longer texts. */
const LONGER = /[áçéëíñóúýÁÉÍÓÚ]/;

/** What speaks for itself in Azure's or a person's words: values, messages, requests. */
const THEIRS = 'pre, code, input, textarea, [lang], [data-theirs]';

/** Expects that no sentence of a page has plain letters only: it would not be among the strings. */
export async function expectNoPlainText(page: Page, what: string): Promise<void> {
  const texts = await page.evaluate((theirs) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest(theirs) === null && parent.checkVisibility())
        found.push(node.textContent ?? '');
    }
    return found;
  }, THEIRS);
  const plain = texts.filter((text) => WORDS.test(text) && !LONGER.test(text));
  expect.soft([...new Set(plain)], `${what}: texts that are no strings`).toEqual([]);
}
