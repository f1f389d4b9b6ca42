import { expect, type Locator, type Page } from 'playwright/test';

type Group =
  | 'Recent'
  | 'Drafts'
  | 'Pages'
  | 'Backup instances'
  | 'Azure Disks'
  | 'Vaults'
  | 'Backup jobs'
  | 'Constraints';

/** The search in the top bar, and the list under it. */
export class Search {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  field(): Locator {
    return this.page.getByRole('combobox', { name: 'Search instances, jobs, and vaults' });
  }

  /** By the shortcut, from wherever the focus is. */
  async open(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await expect(this.field()).toBeFocused();
  }

  /** Types letter by letter, as a person does. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Opens the search and looks for a text. A page that was just opened from it has the focus first. */
  async find(text: string): Promise<void> {
    await expect(this.field()).not.toBeFocused();
    await this.open();
    await this.type(text);
  }

  /** The button that stands for the field on a narrow screen, and the one that ends it there. */
  opener(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: 'Search', exact: true });
  }

  closer(): Locator {
    return this.page.getByRole('button', { name: 'Close the search' });
  }

  list(): Locator {
    return this.page.getByRole('grid', { name: 'Search results' });
  }

  /** The results of a group: the first cell of each line. */
  options(group: Group): Locator {
    return this.group(group)
      .getByRole('gridcell')
      .filter({ hasNotText: /^Restore$/ });
  }

  /** The way to a restore, beside a backup instance of that name. */
  restoreOf(name: string): Locator {
    return this.list().getByRole('gridcell', { name: `Restore ${name}`, exact: true });
  }

  /** The result of a group with all these texts in it. */
  option(group: Group, ...texts: readonly string[]): Locator {
    return texts.reduce((found, text) => found.filter({ hasText: text }), this.options(group));
  }

  /** The one that Enter opens, which the field names for screen readers. */
  async expectActive(text: string | RegExp): Promise<void> {
    const active = this.list().getByRole('gridcell', { selected: true });
    await expect(active).toHaveText(text);
    const id = await active.getAttribute('id');
    await expect(this.field()).toHaveAttribute('aria-activedescendant', id ?? '');
  }

  async expectNoneActive(): Promise<void> {
    await expect(this.list().getByRole('gridcell', { selected: true })).toHaveCount(0);
    await expect(this.field()).not.toHaveAttribute('aria-activedescendant');
  }

  async expectClosed(): Promise<void> {
    await expect(this.list()).toHaveCount(0);
    await expect(this.field()).toHaveAttribute('aria-expanded', 'false');
  }

  /** A sentence of the search, also one that is only read out. */
  says(text: string | RegExp): Locator {
    return this.landmark().getByText(text).first();
  }

  /** What is read out when all has been searched. */
  async expectAnnounced(text: string | RegExp): Promise<void> {
    await expect(this.landmark().getByRole('status')).toHaveText(text);
  }

  /** Why a group could not be searched. */
  trouble(text: string): Locator {
    return this.landmark().getByRole('alert').filter({ hasText: text });
  }

  /** What stands out in a result. */
  async marksIn(result: Locator): Promise<string[]> {
    return result.evaluate((element) =>
      [...element.querySelectorAll('mark')].map((mark) => mark.innerText),
    );
  }

  private group(name: Group): Locator {
    return this.list().getByRole('rowgroup', { name, exact: true });
  }

  private landmark(): Locator {
    return this.page.getByRole('search', { name: 'Search everything' });
  }
}
