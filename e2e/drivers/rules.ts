import { expect, type Locator, type Page } from 'playwright/test';

type Filter = 'Product' | 'Step' | 'Group' | 'Kind' | 'Document' | 'Enforced by';

/** The page of all constraints, and that of one. */
export class Rules {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  searchBox(): Locator {
    return this.page.getByRole('searchbox', { name: 'Search constraints' });
  }

  async search(text: string): Promise<void> {
    await this.searchBox().fill(text);
  }

  /** Chooses one value of a filter. */
  async choose(filter: Filter, value: string): Promise<void> {
    if (await this.pill(filter).isVisible()) await this.pill(filter).click();
    else {
      await this.page.getByRole('button', { name: 'Add filter', exact: true }).click();
      const menu = this.page.getByRole('dialog', { name: 'Add filter' });
      await menu.getByRole('button', { name: filter, exact: true }).click();
    }
    await this.page.getByRole('checkbox', { name: value, exact: true }).click();
    await this.page.keyboard.press('Escape');
  }

  pill(filter: Filter): Locator {
    return this.page.getByRole('button', { name: new RegExp(`^${filter}: `) });
  }

  async expectCount(text: string): Promise<void> {
    await expect(this.main().getByRole('status').filter({ hasText: 'constraint' })).toHaveText(
      text,
    );
  }

  /** The groups of the list, in their order. */
  groups(): Locator {
    return this.main().getByRole('heading', { level: 3 });
  }

  heading(level: 2 | 3, name: string): Locator {
    return this.main().getByRole('heading', { level, name });
  }

  /** A constraint in the list. */
  item(id: string): Locator {
    const link = this.page.getByRole('link', { name: id, exact: true });
    return this.main().getByRole('listitem').filter({ has: link });
  }

  link(name: string): Locator {
    return this.main().getByRole('link', { name, exact: true });
  }

  /** What opens a group of the list, and closes it. */
  group(name: string): Locator {
    return this.main().getByRole('button', { name, exact: true });
  }

  async openGroup(name: string): Promise<void> {
    await this.group(name).click();
    await this.expectOpen(name);
  }

  async closeGroup(name: string): Promise<void> {
    await this.group(name).click();
    await this.expectOpen(name, false);
  }

  async expectOpen(name: string, isOpen = true): Promise<void> {
    await expect(this.group(name)).toHaveAttribute('aria-expanded', String(isOpen));
  }

  /** All constraints that are drawn. */
  items(): Locator {
    return this.main().getByRole('listitem').filter({ hasText: 'Source' });
  }

  /** A line of a constraint that is shown alone. */
  async expectFact(term: string, value: string | RegExp): Promise<void> {
    const fact = async (): Promise<string> => {
      const terms = await this.main().getByRole('term').allInnerTexts();
      const values = await this.main().getByRole('definition').allInnerTexts();
      return values[terms.indexOf(term)] ?? '';
    };
    await expect.poll(fact, { message: term }).toMatch(value);
  }

  private main(): Locator {
    return this.page.getByRole('main');
  }
}
