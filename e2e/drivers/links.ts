import type { Page } from 'playwright/test';

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
