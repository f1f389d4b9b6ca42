import { expect, type Locator, type Page } from 'playwright/test';
import { Simulation } from './simulation.ts';

/** The log of the simulation panel: requests and events. */
export class SimulationLog {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  region(): Locator {
    return new Simulation(this.page).panel().getByRole('region', { name: 'Log' });
  }

  list(): Locator {
    return this.region().getByRole('list', { name: 'Requests and events, newest first' });
  }

  /** Lines with this text, the newest first. */
  lines(text: string | RegExp = ''): Locator {
    return this.list().getByRole('button').filter({ hasText: text });
  }

  async show(what: 'All' | 'Requests' | 'Events' | 'Errors'): Promise<void> {
    await this.filter(what).check();
  }

  filter(what: string): Locator {
    return this.region().getByRole('radio', { name: new RegExp(`^${what} \\d+$`) });
  }

  /** How many lines a filter lets through, by its own word. */
  async count(what: string): Promise<number> {
    const label = await this.filter(what).evaluate(
      (radio) => radio.closest('label')?.textContent ?? '',
    );
    return Number(/\d+/.exec(label)?.[0]);
  }

  /** What a line says when it is pressed. */
  details(): Locator {
    return this.list().getByRole('listitem').getByRole('listitem');
  }

  /** The button that says how many lines have come during the reading. */
  newer(): Locator {
    return this.region().getByRole('button', { name: /^\d+ new$/ });
  }

  async press(name: string): Promise<void> {
    await this.region().getByRole('button', { name, exact: true }).click();
  }

  /** The mouse goes where nothing is read. */
  async lookAway(): Promise<void> {
    await this.page.mouse.move(2, 2);
  }

  async scrollDown(): Promise<void> {
    await this.list().hover();
    await this.page.mouse.wheel(0, 200);
    await expect.poll(async () => this.scrolled()).toBeGreaterThan(0);
    await this.lookAway();
  }

  async scrolled(): Promise<number> {
    return this.list().evaluate((list) => list.scrollTop);
  }

  async copied(): Promise<string> {
    return this.page.evaluate(async () => navigator.clipboard.readText());
  }
}
