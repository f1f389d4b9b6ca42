import { expect, type Locator, type Page } from 'playwright/test';

/** What a Backup vault needs, and Azure's own look, at the Review of a disk's restore. */
export class DiskChecks {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  prerequisites(): Locator {
    return this.page.getByRole('region', { name: 'Prerequisites', exact: true });
  }

  /** One line, by what has to be there. */
  line(name: string): Locator {
    return this.prerequisites()
      .getByRole('row')
      .filter({ has: this.name(name) });
  }

  /** The words that take the focus when a failure leads to a line. */
  name(name: string): Locator {
    return this.page.getByText(name, { exact: true });
  }

  async expectLine(name: string, state: string, found: string | RegExp = ''): Promise<void> {
    await expect(this.line(name)).toContainText(state);
    await expect(this.line(name)).toContainText(found);
  }

  way(line: string, name: string): Locator {
    return this.line(line).getByRole('button', { name, exact: true });
  }

  validation(): Locator {
    return this.page.getByRole('region', { name: 'Validation by Azure' });
  }

  private validationState(): Locator {
    return this.validation().getByRole('status');
  }

  async expectValidation(text: string | RegExp): Promise<void> {
    await expect(this.validationState()).toHaveText(text);
  }

  /** Whether the validation says so at this moment. */
  async isValidation(text: RegExp): Promise<boolean> {
    return text.test(await this.validationState().innerText());
  }

  press(name: string): Locator {
    return this.validation().getByRole('button', { name, exact: true });
  }
}
