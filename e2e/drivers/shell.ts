import { expect, type Locator, type Page } from 'playwright/test';

export type Place =
  | 'Overview'
  | 'Backup instances'
  | 'Backup jobs'
  | 'Drafts'
  | 'Vaults'
  | 'Constraints';

/** What is around every page: the bar, the navigation, the heading. */
export class Shell {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

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
    await expect(this.page.getByRole('alert').filter({ hasText: text })).toBeVisible();
  }

  /** No alert says anything; a field has an empty one ready for its message. */
  async expectNoAlert(): Promise<void> {
    await expect(this.page.getByRole('alert').filter({ hasText: /\S/ })).toHaveCount(0);
  }
}
