import type { Page } from 'playwright/test';
import { allRead } from './in-page.ts';

/** Notes the text of live regions from now on. Returns a function for all text so far. */
export async function heardIn(page: Page): Promise<() => Promise<readonly string[]>> {
  const notes = await page.evaluateHandle(() => {
    const regions =
      '[role="status"], [role="alert"], [role="log"], [role="timer"], [aria-live="polite"], [aria-live="assertive"]';
    const last = new Map<Element, string>();
    const heard: string[] = [];
    // As it stands now; said again only when it is another text.
    const look = (region: Element, isNews: boolean): void => {
      const text = region.textContent.trim();
      if (isNews && text !== '' && text !== (last.get(region) ?? '')) heard.push(text);
      last.set(region, text);
    };
    const lookAtAll = (isNews: boolean): void => {
      for (const region of document.querySelectorAll(regions)) look(region, isNews);
    };
    lookAtAll(false);
    new MutationObserver(() => lookAtAll(true)).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return heard;
  });
  return async () => notes.evaluate((heard) => [...heard]);
}

/** Lets the page draw what it has read: two frames, in which whatever was due is done. */
export async function drawn(page: Page): Promise<void> {
  await allRead(page);
  await page.evaluate(
    async () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
