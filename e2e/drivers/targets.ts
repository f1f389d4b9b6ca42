import { expect, type Page } from 'playwright/test';

/** WCAG 2.5.8: what can be pressed is at least this wide and high, in CSS pixels. */
const LEAST_PX = 24;

/** What can be pressed on a page, each with its size, that is too small; links in a sentence aside. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    const targets =
      'a[href], button, summary, input, select, textarea, [role="button"], [role="tab"], [role="option"], [role="menuitem"]';
    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[inert], [data-tabster-dummy]') === null &&
      Math.min(element.getBoundingClientRect().width, element.getBoundingClientRect().height) > 1;
    // A word in a sentence is as high as its line.
    const isInSentence = (element: Element): boolean =>
      getComputedStyle(element).display === 'inline' &&
      [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
    // The label of a radio or a checkbox can be pressed as well as the box.
    const boxes = (element: Element): DOMRect[] => [
      element.getBoundingClientRect(),
      ...(element instanceof HTMLInputElement ? [...(element.labels ?? [])] : []).map((label) =>
        label.getBoundingClientRect(),
      ),
    ];
    return [...document.querySelectorAll(targets)]
      .filter((element) => isSeen(element) && !isInSentence(element))
      .flatMap((element) => {
        const all = boxes(element);
        const width = Math.max(...all.map((box) => box.width));
        const height = Math.max(...all.map((box) => box.height));
        // Half a pixel is lost where boxes stand between pixels.
        if (width > least - 0.5 && height > least - 0.5) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent.trim();
        return [`${element.tagName} ${name} ${width.toFixed(1)} × ${height.toFixed(1)}`];
      });
  }, LEAST_PX);
}

/** Whatever can be pressed on the page as it stands can be hit. */
export async function expectTargets(page: Page, what: string): Promise<void> {
  const found = await tooSmall(page);
  expect.soft([...new Set(found)], what).toEqual([]);
}
