import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

/** The list of backup instances with its commands and filters. */
export class Instances extends Table {
  private readonly page: Page;

  constructor(page: Page) {
    super(page, 'Backup instances', 'grid');
    this.page = page;
  }

  /** Chooses a row and presses Restore. */
  async restore(name: string, group: string): Promise<void> {
    await this.find(name, group);
    await this.command('Restore').click();
  }

  /** Opens the ways to restore a row. */
  async restoreMenu(name: string): Promise<Locator> {
    const label = `Restore ${name}: options`;
    await this.page.getByRole('button', { name: label }).click();
    return this.page.getByRole('dialog', { name: label });
  }

  /** Searches for a machine, as on a small screen only the first rows are drawn, and chooses it. */
  async find(name: string, group: string): Promise<void> {
    await this.search(name);
    // A row of the list before would be gone, and with it that it was chosen.
    const others = this.row().filter({ has: this.page.getByRole('gridcell'), hasNotText: name });
    await expect(others).toHaveCount(0);
    await this.choose(name, group);
  }

  /** One group's name may start with another's, so each text is a whole line of the row. */
  async choose(...lines: readonly string[]): Promise<void> {
    const row = lines.reduce(
      (rows, line) => rows.filter({ has: this.page.getByText(line, { exact: true }) }),
      this.row(),
    );
    // Beside the links of the row: on its mark.
    await row.click({ position: { x: 18, y: 18 } });
    await expect(row).toHaveAttribute('aria-selected', 'true');
  }

  /** The last row that is drawn. */
  lastRow(): Locator {
    return this.page.getByRole('grid').getByRole('row').last();
  }

  command(name: string): Locator {
    return this.commands().getByRole('link', { name, exact: true });
  }

  button(name: string): Locator {
    return this.commands().getByRole('button', { name, exact: true });
  }

  private commands(): Locator {
    return this.page.getByRole('group', { name: 'Commands for backup instances' });
  }

  searchBox(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search by VM name' });
  }

  async search(text: string): Promise<void> {
    await this.searchBox().fill(text);
    await this.searchBox().press('Enter');
  }

  /** Turns values of a filter on or off, and closes it. */
  async filter(name: string, ...values: readonly string[]): Promise<void> {
    await this.openFilter(name);
    const choices = this.page.getByRole('group', { name, exact: true });
    for (const value of values) {
      const box = choices.getByRole('checkbox', { name: value });
      const was = await box.isChecked();
      await box.click();
      await expect(box).toBeChecked({ checked: !was });
    }
    await this.page.keyboard.press('Escape');
    await expect(choices).toBeHidden();
  }

  /** Opens the choices of a filter: by its pill where it is in use, else by Add filter. */
  async openFilter(name: string): Promise<void> {
    const pill = this.pill(name);
    // A list that needs it always has it: the list before may still be there.
    if (name === 'Vault to search') await expect(pill).toBeVisible();
    if (await pill.isVisible()) {
      await pill.click();
      return;
    }
    await this.addFilter().click();
    await this.page
      .getByRole('dialog', { name: 'Add filter' })
      .getByRole('button', { name, exact: true })
      .click();
  }

  addFilter(): Locator {
    return this.page.getByRole('button', { name: 'Add filter', exact: true });
  }

  /** A filter in use, with what is chosen. */
  pill(name: string): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  async sortBy(head: string): Promise<void> {
    await this.head(head).getByRole('button').click();
  }

  head(name: string): Locator {
    return this.page.getByRole('columnheader', { name });
  }

  region(name: 'Primary Region' | 'Secondary Region'): Locator {
    return this.page.getByRole('radio', { name });
  }

  /** The number under the list. */
  async count(): Promise<number> {
    const text = await this.page.getByRole('status').filter({ hasText: /\d/ }).first().innerText();
    return Number(/\d+/.exec(text)?.[0]);
  }

  async expectCount(text: string): Promise<void> {
    await expect(this.counted(text)).toBeVisible();
  }

  /** The line that says how many there are. */
  counted(text: string): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }
}
