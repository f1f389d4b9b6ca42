import { expect, type Locator, type Page } from 'playwright/test';

/** The simulation panel, as a person uses it. */
export class Simulation {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Simulation', exact: true }).click();
    await expect(this.panel().getByRole('heading', { name: 'Simulation' })).toBeVisible();
  }

  async close(): Promise<void> {
    await this.press('Close simulation');
    await expect(this.panel()).toHaveCount(0);
  }

  async press(name: string): Promise<void> {
    await this.panel().getByRole('button', { name, exact: true }).click();
  }

  /** The simulated time that the panel shows, `13:00:05`. */
  async time(): Promise<string> {
    const text = await this.panel().getByRole('group', { name: 'Simulated time' }).innerText();
    return /\d\d:\d\d:\d\d/.exec(text)?.[0] ?? '';
  }

  speed(): Locator {
    return this.panel().getByRole('slider', { name: 'Speed' });
  }

  scenario(): Locator {
    return this.panel().getByRole('combobox', { name: 'Scenario' });
  }

  async chooseScenario(name: string): Promise<void> {
    await this.scenario().click();
    await this.page.getByRole('option', { name, exact: true }).click();
    await expect(this.scenario()).toHaveText(name);
  }

  async addFault(effect: string, requests: string): Promise<void> {
    await this.press('Add fault');
    await this.page.getByRole('menuitem', { name: `${effect} ${requests}` }).click();
    await expect(this.faults()).toContainText(effect);
  }

  faults(): Locator {
    return this.panel().getByRole('region', { name: 'Faults' });
  }

  log(): Locator {
    return this.panel().getByRole('region', { name: 'Log' });
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.panel().getByText(text).first()).toBeVisible();
  }

  private panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Simulation' });
  }
}
