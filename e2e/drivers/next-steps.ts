import { expect, type Locator, type Page } from 'playwright/test';

/** What is left to do after a restore, on the page of its job. */
export class NextSteps {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  part(): Locator {
    return this.page.getByRole('region', { name: 'Next steps', exact: true });
  }

  /** One step, by a part of its text. */
  step(text: string | RegExp): Locator {
    return this.part()
      .getByRole('list', { name: 'Steps' })
      .getByRole('listitem')
      .filter({ hasText: text });
  }

  async expectStatus(text: string | RegExp, status: string | RegExp): Promise<void> {
    await expect(this.step(text)).toContainText(status);
  }

  async press(text: string | RegExp, button: string): Promise<void> {
    await this.step(text).getByRole('button', { name: button }).first().click();
  }

  /** What a screen reader is told of a mark. */
  announced(): Locator {
    return this.part().getByRole('status', { name: 'Next steps' });
  }

  /** Confirms the planned action of a step by its name, and starts it. */
  async confirm(name: string, button: string): Promise<void> {
    await this.part()
      .getByRole('textbox', { name: `Type ${name} to confirm` })
      .fill(name);
    await this.part().getByRole('button', { name: button, exact: true }).last().click();
  }
}
