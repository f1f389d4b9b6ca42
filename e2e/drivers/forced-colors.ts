import type { Locator, Page } from 'playwright/test';

/** What is seen of an element, row by row: the relative luminance of each pixel, from 0 to 1. */
export type Gray = readonly (readonly number[])[];

/** An element as drawn on the screen, without colors. */
export async function grayOf(page: Page, element: Locator): Promise<Gray> {
  const png = await element.screenshot({ animations: 'disabled' });
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('nothing to draw on');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    // WCAG 2.2, relative luminance.
    const linear = (value = 0): number =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    const at = (index: number): number =>
      0.2126 * linear(data[index]) +
      0.7152 * linear(data[index + 1]) +
      0.0722 * linear(data[index + 2]);
    return Array.from({ length: picture.height }, (_row, y) =>
      Array.from({ length: picture.width }, (_cell, x) => at((y * picture.width + x) * 4)),
    );
  }, png.toString('base64'));
}

/** How much two grays differ: from 1, not at all, to 21. */
export const contrast = (one: number, other: number): number =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Where a drawing is dark and where it is light, as a text; one letter alone where it is plain. */
export function shapeOf(gray: Gray): string {
  const all = gray.flat();
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (contrast(least, most) < 1.5) return 'plain';
  const middle = (least + most) / 2;
  return gray.map((row) => row.map((one) => (one < middle ? '#' : '.')).join('')).join('\n');
}

/** A bar of progress: its two parts, each in the gray of its middle line, without their ends. */
export interface Parts {
  readonly filled: readonly number[];
  readonly rest: readonly number[];
}

/** The pixels of a bar that has come as far as it says. */
export async function partsOf(page: Page, bar: Locator): Promise<Parts> {
  const done = Number(await bar.getAttribute('aria-valuenow'));
  const gray = await grayOf(page, bar);
  const line = gray[Math.floor(gray.length / 2)] ?? [];
  const edge = Math.round(line.length * done);
  return { filled: line.slice(2, edge - 4), rest: line.slice(edge + 4, -2) };
}

/** How often a line goes from dark to light or back. */
export function changesIn(line: readonly number[]): number {
  const sides = line.map((one) => one < (Math.min(...line) + Math.max(...line)) / 2);
  return sides.filter((side, index) => index > 0 && side !== sides[index - 1]).length;
}

export const middleOf = (line: readonly number[]): number =>
  line.toSorted((a, b) => a - b)[Math.floor(line.length / 2)] ?? Number.NaN;

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

export interface Links {
  readonly seen: number;
  /** The names of those without a line under them. */
  readonly plain: readonly string[];
}

/**
 * The links of a page that stand among other words, and every button that looks like one. A link in
 * a breadcrumb, a table or a list of results, one drawn as a button, and one in a line of its own
 * is known by its place.
 */
export async function linksInText(page: Page): Promise<Links> {
  return page.evaluate(() => {
    const places = 'nav, [role=cell], [role=gridcell], [role=listbox], .fui-Button';
    const isInline = (link: Element): boolean =>
      getComputedStyle(link).display.startsWith('inline');
    const anchors = [...document.querySelectorAll('main a[href]')].filter(
      (link) => link.closest(places) === null && isInline(link),
    );
    const links = [...anchors, ...document.querySelectorAll('main button.fui-Link')];
    const isUnderlined = (link: Element): boolean =>
      getComputedStyle(link).textDecorationLine.includes('underline');
    return {
      seen: links.length,
      plain: links.filter((link) => !isUnderlined(link)).map(({ textContent }) => textContent),
    };
  });
}
