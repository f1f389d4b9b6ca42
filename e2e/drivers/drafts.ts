import type { Locator, Page } from 'playwright/test';

/** The drafts that Overview lists. */
export class Drafts {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The line of a machine's draft. */
  line(machine: string): Locator {
    return this.page
      .getByRole('listitem')
      .filter({ hasText: `Restore of ${machine}` })
      .filter({ hasText: 'Changed ' });
  }

  async open(machine: string): Promise<void> {
    await this.line(machine).getByRole('link').click();
  }
}
