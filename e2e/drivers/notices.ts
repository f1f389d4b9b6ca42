import { expect, type Locator, type Page } from 'playwright/test';

/** Notifications of restores: as they come, behind the bell, in the bar and in the tab's title. */
export class Notices {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** A notice that has just come up. */
  told(text: string): Locator {
    return this.page.getByRole('listitem', { name: `${text} Open job` });
  }

  /** Follows a notice to its job. */
  async follow(text: string): Promise<void> {
    await this.told(text).getByRole('link', { name: 'Open job' }).click();
  }

  dismissal(text: string): Locator {
    return this.told(text).getByRole('button', { name: 'Dismiss' });
  }

  bell(unseen = 0): Locator {
    const name = unseen === 0 ? 'Notifications' : `Notifications, ${String(unseen)} unread`;
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
  line(text: string | RegExp): Locator {
    return this.dialog().getByRole('listitem').filter({ hasText: text });
  }

  /** What to do with all lines, or with those of one machine: `Remove: app01`. */
  command(name: string): Locator {
    return this.dialog().getByRole('button', { name, exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Notifications' });
  }

  /** The restores that run, under every page. */
  bar(): Locator {
    return this.page.getByRole('region', { name: 'Your restores in progress' });
  }

  barLink(machine: string): Locator {
    return this.bar().getByRole('link', { name: `Restore of ${machine}` });
  }

  barButton(name: 'Show all' | 'Hide'): Locator {
    return this.bar().getByRole('button', { name });
  }

  /** What the browser writes on the tab. */
  async expectTabTitle(title: string | RegExp): Promise<void> {
    await expect(this.page).toHaveTitle(title);
  }
}
