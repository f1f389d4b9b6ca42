import type { Locator, Page } from 'playwright/test';
import { Table } from './table.ts';

/** The drafts that Overview lists, and the page of all drafts. */
export class Drafts {
  /** All drafts, on their own page. */
  readonly all: Table;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.all = new Table(page, 'Drafts');
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

  /** Goes on with a draft of the page of all drafts. */
  async resume(name: string): Promise<void> {
    await this.all
      .row(name)
      .getByRole('link', { name: `Resume: ${name}` })
      .click();
  }

  async discard(name: string): Promise<void> {
    await this.all
      .row(name)
      .getByRole('button', { name: `Discard: ${name}` })
      .click();
  }

  /** What a draft led to, in its row. */
  job(name: string): Locator {
    return this.all.row(name).getByRole('link', { name: `View job: ${name}` });
  }
}
