import type { Page } from 'playwright/test';
import { allRead } from './in-page.ts';

/** A fold may have others inside, and each of those, too. */
const DEEPEST = 8;

/** Opens all folds of the page, whatever their labels are. */
export async function openFolds(page: Page): Promise<void> {
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    await allRead(page);
    const opened = await page.evaluate(() => {
      const folds = [
        ...document.querySelectorAll<HTMLElement>('main details:not([open]) > summary'),
        ...document.querySelectorAll<HTMLElement>(
          'main button[aria-expanded="false"]:not([aria-haspopup]):not([role="combobox"])',
        ),
      ];
      for (const fold of folds) fold.click();
      return folds.length;
    });
    if (opened === 0) return;
  }
}
