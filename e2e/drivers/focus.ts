import { expect, type Page } from 'playwright/test';

/** What has the focus is in the page: a press has not let it fall out. Asked once the press has had its effect. */
export async function expectFocusStays(page: Page): Promise<void> {
  await expect.poll(async () => focused(page)).not.toBe('BODY');
}

async function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.tagName ?? 'BODY');
}
