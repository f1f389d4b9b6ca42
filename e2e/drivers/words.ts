import type { Page } from 'playwright/test';

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
