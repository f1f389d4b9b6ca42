import { expect, type Locator, type Page } from 'playwright/test';
import { goTo } from '../drivers/in-page.ts';
import { Wizard } from '../drivers/wizard.ts';

/** The steps of a toy shelf's restore, and its connection. */
export class ToyWizard {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Starts a restore and selects the toy shelf in its first step, in which nothing else is selected. */
  async begin(): Promise<void> {
    await goTo(this.page, '/restore/new');
    const wizard = new Wizard(this.page);
    await wizard.chooseDatasource('Toy shelf');
    const main = this.page.getByRole('main');
    await main.getByRole('button', { name: 'Next: Box', exact: true }).click();
    await expect(this.step('Box step 2 of 3')).toBeVisible();
  }

  /** Goes on to Review. */
  async review(): Promise<void> {
    const main = this.page.getByRole('main');
    await main.getByRole('button', { name: 'Next: Review + restore', exact: true }).click();
    await expect(this.step('Review + restore step 3 of 3')).toBeVisible();
  }

  step(title: string): Locator {
    return this.page.getByRole('heading', { level: 2, name: title });
  }

  box(name: RegExp): Locator {
    return this.page.getByRole('radiogroup', { name: 'Box' }).getByRole('radio', { name });
  }

  /** The points of the box, the newest first. */
  points(): Locator {
    return this.page.getByRole('radiogroup', { name: 'Restore point' }).getByRole('radio');
  }

  /** The row of a box in a list. */
  row(name: string): Locator {
    return this.page.getByRole('row').filter({ hasText: name });
  }

  connection(): Locator {
    return this.page.getByRole('region', { name: 'Toy shelf connection' });
  }

  async testConnection(): Promise<void> {
    await this.connection().getByRole('button', { name: 'Test connection' }).click();
  }
}
