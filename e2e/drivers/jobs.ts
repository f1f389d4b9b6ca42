import type { Locator, Page } from 'playwright/test';
import { Table } from './table.ts';

/** The list of backup jobs. */
export class Jobs extends Table {
  /** Restores that run, above the list. */
  readonly running: Table;

  private readonly page: Page;

  constructor(page: Page) {
    super(page, 'Backup jobs', 'grid');
    this.page = page;
    this.running = new Table(page, 'Restores in progress');
  }

  /** The picture of the day, by what it says of itself. */
  strip(): Locator {
    return this.page.getByRole('region', { name: 'Jobs started in the last 24 hours' });
  }

  /** The first or the last hour that is chosen. */
  end(name: 'Started from' | 'Started before'): Locator {
    return this.strip().getByRole('slider', { name });
  }

  /** Cancels a restore that runs, and says so. */
  async cancel(machine: string): Promise<void> {
    await this.running
      .row(machine)
      .getByRole('button', { name: `Cancel: ${machine}` })
      .click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Cancel/ })
      .click();
  }
}
