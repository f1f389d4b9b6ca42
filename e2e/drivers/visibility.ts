import type { Page } from 'playwright/test';

/**
 * Shows or hides a tab. To the browser of the tests every tab is in front, so the page gets the events
 * that a browser would send.
 */
export async function setVisible(page: Page, isVisible: boolean): Promise<void> {
  await page.evaluate((visible) => {
    const state = visible ? 'visible' : 'hidden';
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !visible });
    // oxlint-disable-next-line house/user-words -- a person hides no tab by its page
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, isVisible);
}

/** The page may be seen as its browser says again. */
export async function forgetVisibility(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    Reflect.deleteProperty(document, 'hidden');
  });
}

/** How far the page has moved by itself since it was loaded: the browser's own measure, 0 for not at all. */
export async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            if ('value' in entry && typeof entry.value === 'number') sum += entry.value;
          }
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
}
