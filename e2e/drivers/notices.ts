import { expect, type Locator, type Page } from 'playwright/test';

/** What is told of restores: as it happens, and behind the bell. */
export class Notices {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A notice that has just come up. */
  told(text: string): Locator {
    return this.page.getByRole('listitem', { name: `${text} Open the job` });
  }

  /** Follows a notice to its job. */
  async follow(text: string): Promise<void> {
    await this.told(text).getByRole('link', { name: 'Open the job' }).click();
  }

  bell(unseen = 0): Locator {
    const name = unseen === 0 ? 'Notifications' : `Notifications, ${String(unseen)} not seen`;
    return this.page.getByRole('banner').getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^Notifications/ })
      .click();
    await expect(this.dialog()).toBeVisible();
  }

  /** A line behind the bell. */
  line(text: string): Locator {
    return this.dialog().getByRole('listitem').filter({ hasText: text });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Notifications' });
  }
}
