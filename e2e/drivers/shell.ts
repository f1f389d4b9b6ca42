import { expect, type Locator } from 'playwright/test';
import { Driver } from './table.ts';

export type Place =
  | 'Overview'
  | 'Backup instances'
  | 'Backup jobs'
  | 'Drafts'
  | 'Vaults'
  | 'Constraints';

/** What is around every page: the bar, the navigation, the heading. */
export class Shell extends Driver {
  /** Brings this tab to the front. A hidden one draws seldom, and takes long to click. */
  async show(): Promise<void> {
    await this.page.bringToFront();
  }

  async expectTitle(title: string | RegExp): Promise<void> {
    await expect(this.title(title)).toBeVisible();
  }

  title(title: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name: title });
  }

  content(): Locator {
    return this.page.getByRole('main');
  }

  /** The zone of every time, which the bar names; it leads to Settings. */
  timeZone(name: string): Locator {
    const bar = this.page.getByRole('banner');
    return bar.getByRole('link', { name: `Time zone: ${name}`, exact: true });
  }

  skipLink(): Locator {
    return this.page.getByRole('link', { name: 'Skip to content' });
  }

  async goTo(place: Place): Promise<void> {
    await this.navigation().getByRole('link', { name: place }).click();
    await this.expectTitle(place);
  }

  /** On a narrow screen the navigation is behind a button. */
  async openMenu(): Promise<void> {
    await this.page.getByRole('button', { name: 'Navigation' }).click();
    await expect(this.navigation()).toBeVisible();
  }

  navigation(): Locator {
    return this.page.getByRole('navigation', { name: 'Main' });
  }

  /** Presses the way on that a page offers. */
  async follow(name: string): Promise<void> {
    await this.link(name).click();
  }

  /** A page above this one. */
  crumb(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name });
  }

  link(name: string): Locator {
    return this.page.getByRole('main').getByRole('link', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  checkbox(name: string): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  /** A sentence is on the page. */
  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.text(text).first()).toBeVisible();
  }

  text(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text);
  }

  /** Rows that are being read stand there as a skeleton. */
  async expectReading(what: string): Promise<void> {
    await expect(this.page.getByRole('progressbar', { name: `Loading ${what}` })).toBeVisible();
  }

  async expectAlert(text: string | RegExp): Promise<void> {
    await expect(this.alert(text)).toBeVisible();
  }

  alert(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  /** No alert says anything; a field has an empty one ready for its message. */
  async expectNoAlert(): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  }
}

/** Notifications of restores: as they come, behind the bell, in the bar and in the tab's title. */
export class Notices extends Driver {
  /** A notice that has just come up. */
  told(text: string | RegExp): Locator {
    const name = typeof text === 'string' ? text : text.source;
    const wanted = typeof text === 'string' ? `${name} Open job` : new RegExp(`${name} Open job`);
    return this.page.getByRole('listitem', { name: wanted });
  }

  /** Follows a notice to its job. */
  async follow(text: string | RegExp): Promise<void> {
    await this.told(text).getByRole('link', { name: 'Open job' }).click();
  }

  dismissal(text: string | RegExp): Locator {
    return this.told(text).getByRole('button', { name: 'Dismiss' });
  }

  bell(unseen = 0): Locator {
    const name = unseen === 0 ? 'Notifications' : `Notifications, ${String(unseen)} unread`;
    return this.page.getByRole('banner').getByRole('button', { name, exact: true });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button', { name: /^Notifications/ })
      .click();
    await expect(this.dialog()).toBeVisible();
  }

  /** A line behind the bell. */
  line(text: string | RegExp): Locator {
    return this.dialog().getByRole('listitem').filter({ hasText: text });
  }

  /** What to do with all lines, or with those of one machine: `Remove: app01`. */
  command(name: string | RegExp): Locator {
    return this.dialog().getByRole('button', { name, exact: true });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog', { name: 'Notifications' });
  }

  /** The restores that run, under every page. */
  bar(): Locator {
    return this.page.getByRole('region', { name: 'Your restores in progress' });
  }

  barLink(machine: string): Locator {
    return this.bar().getByRole('link', { name: `Restore of ${machine}` });
  }

  barButton(name: 'Show all' | 'Hide'): Locator {
    return this.bar().getByRole('button', { name });
  }

  /** What the browser writes on the tab. */
  async expectTabTitle(title: string | RegExp): Promise<void> {
    await expect(this.page).toHaveTitle(title);
  }
}

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
export class Search extends Driver {
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
