import { expect, type Locator, type Page } from 'playwright/test';

/** The dialog with all keyboard shortcuts, and the part of Settings that leads to it. */
export class Shortcuts {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async expectOpen(): Promise<void> {
    await expect(this.dialog()).toBeVisible();
  }

  async expectClosed(): Promise<void> {
    await expect(this.dialog()).toHaveCount(0);
  }

  /** The keys of a part of the list, one after the other. */
  keysOf(part: string): Locator {
    return this.dialog().getByRole('region', { name: part }).getByRole('definition');
  }

  async turnOff(): Promise<void> {
    await this.dialog().getByRole('checkbox', { name: 'Open keyboard shortcuts with ?' }).uncheck();
  }

  async close(): Promise<void> {
    await this.dialog().getByRole('button', { name: 'Close' }).click();
  }

  settingsHeading(): Locator {
    return this.page.getByRole('heading', { level: 2, name: 'Keyboard' });
  }

  opener(): Locator {
    return this.page.getByRole('button', { name: 'Show keyboard shortcuts' });
  }

  private dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  }
}
