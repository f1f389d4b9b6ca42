import type { Page } from 'playwright/test';

/** Starts to note the text of live regions. Returns a function for all text so far. */
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
