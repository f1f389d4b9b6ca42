import type { Page } from 'playwright/test';

/** Begins to note what a reader of the screen is told without going there. Returns what was so far. */
export async function announcedIn(page: Page): Promise<() => Promise<string>> {
  const notes = await page.evaluateHandle(() => {
    const heard: string[] = [];
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const live = target instanceof Element ? target.closest('[aria-live]') : null;
        if (live !== null) heard.push(live.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true });
    return heard;
  });
  return async () => notes.evaluate((heard) => heard.join('\n'));
}
