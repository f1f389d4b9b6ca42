import type { Page } from 'playwright/test';

/** What marks an element that stands out by its ground in the theme's colors. */
const MARK = 'data-ground';

/**
 * What stands out by its ground in the theme's colors, and by nothing in a person's own: it has
 * neither an edge nor a ground that was kept.
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
      const isOwn = isSeen && groundOf(element) !== groundOf(element.parentElement);
      element.toggleAttribute(mark, isOwn);
    }
  }, MARK);
  await page.emulateMedia({ forcedColors: 'active' });
  return page.evaluate((mark) => {
    const isEdge = (width: string, style: string): boolean =>
      Number.parseFloat(width) >= 1 && style === 'solid';
    const isLost = (element: Element): boolean => {
      const style = getComputedStyle(element);
      return (
        // Black on white, as the browser of the tests paints what it forces.
        ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(style.backgroundColor) &&
        !isEdge(style.borderTopWidth, style.borderTopStyle) &&
        !isEdge(style.borderRightWidth, style.borderRightStyle) &&
        !isEdge(style.borderBottomWidth, style.borderBottomStyle) &&
        !isEdge(style.borderLeftWidth, style.borderLeftStyle)
      );
    };
    return [...document.querySelectorAll(`[${mark}]`)]
      .filter(isLost)
      .map(({ tagName, textContent }) => `${tagName} ${textContent.slice(0, 60)}`);
  }, MARK);
}
