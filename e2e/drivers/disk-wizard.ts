import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

/** Where a disk is restored to. */
export interface DiskTarget {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

/** The steps of a disk's restore, by the labels of document 002. */
export class DiskWizard {
  readonly points: Table;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.points = new Table(page, 'Restore point');
  }

  /** The fourth step has a title of its own. */
  async expectParameters(): Promise<void> {
    await expect(this.parametersHeading()).toBeVisible();
  }

  parametersHeading(): Locator {
    return this.page.getByRole('heading', { level: 2, name: 'Restore parameters step 4 of 6' });
  }

  toParameters(): Locator {
    return this.button('Next: Restore parameters');
  }

  instance(disk: string): Locator {
    return this.page.getByRole('radio', { name: disk, exact: true });
  }

  place(name: string): Locator {
    return this.page.getByRole('radiogroup', { name: 'Restore to' }).getByRole('radio', { name });
  }

  list(label: 'Target subscription' | 'Target resource group'): Locator {
    return this.page.getByRole('combobox', { name: label });
  }

  entry(name: string): Locator {
    return this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async choose(label: 'Target subscription' | 'Target resource group', name: string) {
    await this.list(label).click();
    await this.entry(name).click();
    await expect(this.list(label)).toHaveText(name);
  }

  name(): Locator {
    return this.page.getByRole('textbox', { name: 'Restored disk name' });
  }

  async fillTarget({ subscription, group, name }: DiskTarget): Promise<void> {
    await this.choose('Target subscription', subscription);
    await this.choose('Target resource group', group);
    await this.name().fill(name);
  }

  validate(): Locator {
    return this.page
      .getByRole('region', { name: 'Validation' })
      .getByRole('button', { name: /^Validate/ });
  }

  part(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** What a restore comes to, by the name of the column. */
  outcome(name: string): Locator {
    return this.page.getByRole('list', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }
}
