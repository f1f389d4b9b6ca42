import { expect, type Locator } from 'playwright/test';
import { Driver } from './table.ts';

/** The simulation panel, and the line that says that nothing is real, as a person uses them. */
export class Simulation extends Driver {
  async open(): Promise<void> {
    await this.button().click();
    await expect(this.heading()).toBeVisible();
  }

  async close(): Promise<void> {
    await this.press('Close simulation');
    await expect(this.panel()).toHaveCount(0);
  }

  /** The button in the top bar. */
  button(): Locator {
    return this.page.getByRole('button', { name: 'Simulation', exact: true });
  }

  /** The panel beside the page, or below it where there is no room beside. */
  panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Simulation' });
  }

  heading(): Locator {
    return this.panel().getByRole('heading', { name: 'Simulation', level: 2 });
  }

  control(name: string): Locator {
    return this.panel().getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.control(name).click();
  }

  /** The simulated time that the panel shows, `13:00:05`. */
  async time(): Promise<string> {
    const text = await this.panel().getByRole('group', { name: 'Simulated time' }).innerText();
    return /\d\d:\d\d:\d\d/.exec(text)?.[0] ?? '';
  }

  speed(): Locator {
    return this.panel().getByRole('slider', { name: 'Speed' });
  }

  typedSpeed(): Locator {
    return this.field('Custom speed');
  }

  scenario(): Locator {
    return this.panel().getByRole('combobox', { name: 'Scenario' });
  }

  async chooseScenario(name: string): Promise<void> {
    await this.scenario().click();
    await this.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await expect(this.scenario()).toHaveText(name);
  }

  field(name: string): Locator {
    return this.panel().getByRole('textbox', { name, exact: true }).or(this.list(name));
  }

  list(name: string): Locator {
    return this.panel().getByRole('combobox', { name, exact: true });
  }

  async choose(list: string, entry: string): Promise<void> {
    await this.list(list).click();
    await this.page.getByRole('option', { name: entry, exact: true }).click();
    await expect(this.list(list)).toHaveText(entry);
  }

  /** What the browser offers for part of a resource's id. */
  async offered(part: string): Promise<string> {
    await this.field('Resource ID').fill(part);
    const offers = this.panel().getByRole('group', { name: 'Delete a resource' });
    const option = offers.getByRole('option', { includeHidden: true }).first();
    return (await option.getAttribute('value')) ?? '';
  }

  faults(): Locator {
    return this.panel().getByRole('region', { name: 'Faults' });
  }

  async showAllFaults(): Promise<void> {
    await this.faults()
      .getByRole('button', { name: /^All \d+ faults$/ })
      .click();
  }

  fault(effect: string, requests: string): Locator {
    return this.faults().getByRole('switch', { name: `${effect} ${requests}`, exact: true });
  }

  async turnOn(effect: string, requests: string): Promise<void> {
    await this.fault(effect, requests).check();
  }

  /** How often a fault will still speak, as the panel says it. */
  async expectLeft(effect: string, requests: string, left: string): Promise<void> {
    await expect(this.fault(effect, requests)).toHaveAccessibleDescription(left);
  }

  async reset(): Promise<void> {
    await this.press('Reset world');
    await this.press('Select again to reset');
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.panel().getByText(text).first()).toBeVisible();
  }

  /** The line on every page. */
  banner(): Locator {
    return this.page.getByRole('region', { name: 'About the data' });
  }

  async pressInBanner(name: string): Promise<void> {
    await this.banner().getByRole('button', { name, exact: true }).click();
  }
}

/** The log of the simulation panel: requests and events. */
export class SimulationLog extends Driver {
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
