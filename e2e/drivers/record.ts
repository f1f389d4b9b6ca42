import { readFile } from 'node:fs/promises';
import { expect, type Page } from 'playwright/test';

/** Opens the record of a restore from the page of its job. */
export async function openRecord(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Restore record' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Restore record' })).toBeVisible();
}

/** Name and text of the file that a command saves. */
export async function saved(page: Page, command: string): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: command }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}
