import { expect, type Locator, type Page } from 'playwright/test';

/** The simulation panel. */
export class Simulation {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Simulation', exact: true }).click();
    await expect(this.panel()).toBeVisible();
  }

  panel(): Locator {
    return this.page.getByRole('complementary', { name: 'Simulation' });
  }

  async expectText(text: string | RegExp): Promise<void> {
    await expect(this.panel().getByText(text).first()).toBeVisible();
  }
}
