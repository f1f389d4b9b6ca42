import { expect, type Locator, type Page } from 'playwright/test';
import { Driver, factsOf, Table } from './table.ts';

/** The list of backup instances with its commands and filters. */
export class Instances extends Table {
  constructor(page: Page) {
    super(page, 'Backup instances', 'grid');
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

/** The page of one protected machine. */
export class InstancePage extends Driver {
  readonly points = new Table(this.page, 'Restore points', 'grid');
  readonly jobs = new Table(this.page, 'Jobs in the last 7 days');
  readonly restores = new Table(this.page, 'Past restores');

  /** Names and values of what is protected. */
  async expectFacts(wanted: Readonly<Record<string, string>>): Promise<void> {
    await expect.poll(async () => factsOf(this.facts())).toMatchObject(wanted);
  }

  disk(name: string): Locator {
    return this.page.getByRole('listitem').filter({ hasText: name });
  }

  /** The restore points in time: its value is the selected one. */
  timeline(): Locator {
    return this.page.getByRole('slider', { name: 'Time of the restore point' });
  }

  async expectTime(text: string | RegExp): Promise<void> {
    await expect(this.timeline()).toHaveAttribute('aria-valuetext', text);
  }

  async expectCount(text: string): Promise<void> {
    await expect(
      this.page.getByRole('status').filter({ hasText: new RegExp(`^${text}$`) }),
    ).toBeVisible();
  }

  from(): Locator {
    return this.page.getByRole('textbox', { name: 'Start Time' });
  }

  to(): Locator {
    return this.page.getByRole('textbox', { name: 'End Time' });
  }

  /** The moment before which restore points are wanted. */
  before(): Locator {
    return this.page.getByLabel('Newest before');
  }

  /** The row of a point by its time. */
  point(time: string): Locator {
    return this.points.row(time);
  }

  restore(time: string): Locator {
    return this.page.getByRole('link', { name: `Restore as of ${time}`, exact: true });
  }

  /** Opens the menu of a point, and restores by one of its kinds. */
  async restoreAs(kind: string, time: string): Promise<void> {
    const label = `Restore as of ${time}: options`;
    await this.page.getByRole('button', { name: label }).click();
    await this.page.getByRole('dialog', { name: label }).getByRole('link', { name: kind }).click();
  }

  why(kind: string, time: string): Locator {
    return this.page.getByRole('button', { name: `Why isn’t ${kind} as of ${time} possible?` });
  }

  /** The reasons, as they open beside the link that asked. */
  reasons(kind: string, time: string): Locator {
    return this.page.getByRole('dialog', { name: `${kind} as of ${time} isn’t possible.` });
  }

  /** The way out that the reasons offer. */
  async doInstead(what: string): Promise<void> {
    await this.page
      .getByRole('dialog')
      .getByRole('link', { name: `Do this instead: ${what}` })
      .click();
  }

  /** The vault among what is protected. */
  vault(name: string): Locator {
    return this.facts().getByRole('link', { name });
  }

  comparison(one: string, other: string): Table {
    return new Table(this.page, `Comparison of ${one} and ${other}`);
  }

  /** What the comparison says that its rows mean for a restore. */
  meanings(): Locator {
    return this.page.getByRole('region', { name: 'Effect on a restore' });
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { level: 2, name });
  }

  command(name: string): Locator {
    return this.page
      .getByRole('group', { name: 'Commands for this backup instance' })
      .getByRole('button', { name });
  }

  private facts(): Locator {
    return this.page.getByRole('complementary', { name: 'Properties' });
  }
}
