import { expect, type Locator, type Page } from 'playwright/test';

/** What stands against Next, at the top of a step. */
export class Refused {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Whatever interrupts a reader of the screen on this page. */
  alerts(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  /** All of it, read out or not. */
  summary(): Locator {
    return this.page
      .getByRole('alert', { name: TITLE })
      .or(this.page.getByRole('group', { name: TITLE }));
  }

  /** The way to a field, by its label. */
  line(label: string): Locator {
    return this.summary().getByRole('button', { name: label, exact: true });
  }

  async expectLines(labels: readonly string[]): Promise<void> {
    const lines = this.summary().getByRole('listitem');
    await expect(lines).toHaveText(labels.map((label) => new RegExp(`^${label}`)));
  }
}

const TITLE = /^\d+ fields? needs? your attention$/;
