import type { Page } from 'playwright/test';
import { atRest } from './layout.ts';

/**
 * What can be read of a page's main part, as text: a line for each row, figure or paragraph, `|` between cells, `/` between
 * what stands apart in one. Without what only a screen reader has, and of a long list with its first rows alone.
 */
export async function linesSeen(page: Page, mostRows: number): Promise<readonly string[]> {
  await atRest(page);
  return page.evaluate((most) => {
    const LINE = '[role=row], tr, dl > div, [role=search], [role=group], div:has(> h2)';
    const CELL = '[role=cell], [role=gridcell], [role=columnheader], th, td, dt, dd';
    const isCut = (element: Element): boolean =>
      getComputedStyle(element).clipPath === 'inset(50%)' ||
      (element.parentElement !== null && isCut(element.parentElement));
    const blockOf = (element: Element): Element =>
      element.parentElement !== null &&
      ['inline', 'contents'].includes(getComputedStyle(element).display)
        ? blockOf(element.parentElement)
        : element;
    const isBelow = (element: Element): boolean =>
      Number(element.closest('[aria-rowindex]')?.getAttribute('aria-rowindex') ?? 0) > most + 1;
    const lines = new Map<Element, Map<Element, Map<Element, string>>>();
    const texts = document.createTreeWalker(
      document.querySelector('main') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (parentElement === null || !parentElement.checkVisibility({ visibilityProperty: true }))
        continue;
      if (isCut(parentElement) || isBelow(parentElement)) continue;
      const block = blockOf(parentElement);
      // What is put in its place on an axis stands in a line with the rest of it.
      const isPlaced = getComputedStyle(block).position === 'absolute';
      const line = block.closest(LINE) ?? (isPlaced ? block.parentElement : null) ?? block;
      const cell = block.closest(CELL) ?? line;
      const cells = lines.get(line) ?? new Map<Element, Map<Element, string>>();
      const blocks = cells.get(cell) ?? new Map<Element, string>();
      lines.set(line, cells.set(cell, blocks.set(block, (blocks.get(block) ?? '') + textContent)));
    }
    return [...lines.values()].flatMap((cells) => {
      const shown = [...cells.values()].map((blocks) =>
        [...blocks.values()]
          .map((text) => text.replaceAll(/\s+/g, ' ').trim())
          .filter((text) => text !== '')
          .join(' / '),
      );
      const line = shown.filter((text) => text !== '').join(' | ');
      return line === '' ? [] : [line];
    });
  }, mostRows);
}
