import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { goTo } from './in-page.ts';
import type { Screens } from './screens.ts';

/** A restore that was just sent, to its end on the page of its job. */
export async function restoreEnded(
  { shell, job }: Screens,
  clock: Clock,
  title: string | RegExp,
): Promise<void> {
  await shell.expectText('Restore request accepted');
  await clock.pass(90_000);
  await job.expectOpen(title);
  await clock.pass(6 * 3_600_000);
  await job.expectProgress('Completed');
}

/** What is left to do after a restore, on the page of its job. */
export class NextSteps {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  part(): Locator {
    return this.page.getByRole('region', { name: 'Next steps', exact: true });
  }

  /** The parts of the picture that lead to a step. */
  leading(): Locator {
    return this.page
      .getByRole('region', { name: 'Progress', exact: true })
      .getByRole('button', { name: /Open: / });
  }

  /** One step, by a part of its text. */
  step(text: string | RegExp): Locator {
    return this.part()
      .getByRole('table', { name: 'Steps' })
      .getByRole('rowgroup')
      .filter({ hasText: text });
  }

  async expectStatus(text: string | RegExp, status: string | RegExp): Promise<void> {
    await expect(this.step(text)).toContainText(status);
  }

  /** Presses a button of a step; where each step has one of its kind, its name goes on with the step. */
  async press(text: string | RegExp, button: string): Promise<void> {
    const name = new RegExp(`^${button}(:|$)`);
    await this.step(text).getByRole('button', { name }).click();
  }

  /** Chooses a value for an action of a step. */
  async choose(label: string, entry: string | RegExp): Promise<void> {
    await this.part().getByRole('combobox', { name: label }).click();
    await this.page.getByRole('option', { name: entry }).click();
  }

  /** Plans an action with the values that its form has, confirms it by a name, and reads its result. */
  async carryOut(text: string | RegExp, name: string, button: string): Promise<void> {
    await this.press(text, 'Show the plan');
    await this.confirm(name, button);
    await this.expectStatus(text, 'Completed. Each result was read from Azure.');
  }

  /** How many of the steps are done. */
  async expectDone(done: number, all: number): Promise<void> {
    await expect(this.part()).toContainText(`${String(done)} of ${String(all)} done`);
  }

  /** A step that a person has seen to. */
  async markDone(text: string | RegExp): Promise<void> {
    await this.press(text, 'Mark done');
    await this.expectStatus(text, /Done by hand \d/);
  }

  /** What Overview has to say of open steps: a link for each restore, or nothing at all. */
  async expectOnOverview(link: string | null): Promise<void> {
    await goTo(this.page, '/');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    const open = this.page.getByRole('region', { name: /with open next steps$/ });
    if (link === null) await expect(open).toHaveCount(0);
    else await expect(open.getByRole('link', { name: link })).toBeVisible();
  }

  /** Opens what no document mentions, below the steps. */
  async openNotMentioned(): Promise<void> {
    await this.part().getByText('Not checked', { exact: true }).last().click();
  }

  /** What a screen reader reads out of a mark. */
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
