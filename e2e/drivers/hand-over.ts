import { expect, type Locator, type Page } from 'playwright/test';

/** What is copied of a page, and what stands there where the browser doesn't copy. */

/** Decides for the page that is open whether it may copy. What it copies is noted in place of the machine's clipboard. */
async function clipboardThat(page: Page, takes: 'takes' | 'refuses'): Promise<void> {
  await page.evaluate((isTaking) => {
    const writeText = async (text: string): Promise<void> => {
      if (!isTaking) throw new DOMException('Write permission denied.', 'NotAllowedError');
      document.documentElement.dataset['copied'] = text;
    };
    Object.defineProperty(navigator.clipboard, 'writeText', {
      value: writeText,
      configurable: true,
    });
  }, takes === 'takes');
}

/** What was copied last; null: nothing. */
const copied = async (page: Page): Promise<string | null> =>
  page.evaluate(() => document.documentElement.dataset['copied'] ?? null);

/** What is selected, to copy by hand. */
const selected = async (page: Page): Promise<string> =>
  page.evaluate(() => getSelection()?.toString() ?? '');

const linkButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: /^(Copy link|Link copied)$/ });

/** Copies the address of what is shown, which is announced. */
export async function copyLink(page: Page): Promise<void> {
  await clipboardThat(page, 'takes');
  await linkButton(page).click();
  await expect(page.getByRole('status').filter({ hasText: /^Link copied\./ })).toBeAttached();
  expect(await copied(page)).toBe(page.url());
}

/** The same where the browser refuses: the address is shown and selected, and the focus comes back. */
export async function copyLinkByHand(page: Page): Promise<void> {
  await clipboardThat(page, 'refuses');
  await linkButton(page).click();
  const dialog = page.getByRole('dialog', { name: 'Copy link' });
  await expect(dialog).toContainText(page.url());
  await expect(dialog.getByRole('alert')).toContainText('didn’t allow copying');
  expect(await selected(page)).toBe(page.url());
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(linkButton(page)).toBeFocused();
}

const handOver = (page: Page): Locator =>
  page.getByRole('main').getByRole('region', { name: 'Hand over' });

const copyButton = (page: Page): Locator =>
  handOver(page).getByRole('button', { name: /^(Copy|Copied) text to hand over$/ });

/** What a job's page passes on, as it is copied: a sentence, an address, and what is special about that. */
export async function copyHandOver(page: Page): Promise<readonly string[]> {
  await handOver(page).getByText('Hand over', { exact: true }).click();
  await clipboardThat(page, 'takes');
  await copyButton(page).click();
  await expect(copyButton(page)).toHaveAccessibleName('Copied text to hand over');
  const text = (await copied(page)) ?? '';
  await expect(handOver(page)).toContainText(text.split('\n')[0] ?? '');
  return text.split('\n');
}

/** The same where the browser refuses. */
export async function copyHandOverByHand(page: Page): Promise<void> {
  await clipboardThat(page, 'refuses');
  await copyButton(page).click();
  await expect(handOver(page).getByRole('alert')).toContainText('didn’t allow copying');
  await expect(copyButton(page)).toBeFocused();
  const lines = (await selected(page)).split('\n');
  expect(lines[0]).toMatch(/ \d\d:\d\d UTC/);
  expect(lines[1]).toContain('/jobs/');
}
