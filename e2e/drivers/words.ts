import type { Page } from 'playwright/test';

/** How many words of a page's main part can be seen: its text, that of drawings too, split at blanks. */
export async function wordsSeen(page: Page): Promise<number> {
  return await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main === null) return 0;
    // What is only for screen readers is cut to nothing.
    const isCut = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'inset(50%)' ||
      (element.parentElement !== null && isCut(element.parentElement));
    const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
    let count = 0;
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      const words = (textContent ?? '').split(/\s+/).filter((word) => /\w/.test(word));
      if (words.length === 0 || parentElement === null) continue;
      if (parentElement.checkVisibility() && !isCut(parentElement)) count += words.length;
    }
    return count;
  });
}
