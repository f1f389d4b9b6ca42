import type { Page } from 'playwright/test';

/** What marks an element that stands out by its ground in the theme's colors. */
const MARK = 'data-ground';

/**
 * What stands out by its ground in the theme's colors, and by nothing in a person's own: neither an
 * edge of its own or of what it holds, nor a ground that was kept.
 */
export async function groundsLost(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ forcedColors: 'none' });
  await page.evaluate((mark) => {
    const groundOf = (element: Element | null): string => {
      const ground = element === null ? '' : getComputedStyle(element).backgroundColor;
      return element === null || ground !== 'rgba(0, 0, 0, 0)'
        ? ground
        : groundOf(element.parentElement);
    };
    for (const element of document.querySelectorAll('main *, header, header *')) {
      const { width, height } = element.getBoundingClientRect();
      const isSeen = width > 4 && height > 4 && element.checkVisibility();
      if (isSeen && groundOf(element) !== groundOf(element.parentElement))
        element.setAttribute(mark, '');
    }
  }, MARK);
  await page.emulateMedia({ forcedColors: 'active' });
  return page.evaluate((mark) => {
    const hasEdge = (element: Element): boolean => {
      const style = getComputedStyle(element);
      return ['Top', 'Right', 'Bottom', 'Left'].some(
        (side) =>
          style.getPropertyValue(`border-${side.toLowerCase()}-style`) === 'solid' &&
          Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) >= 1,
      );
    };
    const page = getComputedStyle(document.body).backgroundColor;
    const isKept = (element: Element): boolean =>
      ![page, 'rgba(0, 0, 0, 0)'].includes(getComputedStyle(element).backgroundColor);
    return [...document.querySelectorAll(`[${mark}]`)]
      .filter((element) => !hasEdge(element) && !isKept(element))
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
  }, MARK);
}
