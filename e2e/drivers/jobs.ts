import { expect, type Locator, type Page } from 'playwright/test';
import { Driver, expectFactsOf, type Facts, Table } from './table.ts';
import { goTo, savedBy } from './page.ts';

/** The list of backup jobs. */
export class Jobs extends Table {
  /** Restores that run, above the list. */
  readonly running = new Table(this.page, 'Restores in progress');

  constructor(page: Page) {
    super(page, 'Backup jobs', 'grid');
  }

  /** The picture of the day, by what it says of itself. */
  strip(): Locator {
    return this.page.getByRole('region', { name: 'Jobs started in the last 24 hours' });
  }

  /** Opens the filter that has the strip. */
  async openStrip(): Promise<void> {
    await this.page.getByRole('button', { name: /^Started: / }).click();
    await expect(this.strip().getByRole('img')).toBeVisible();
  }

  /** The first or the last hour that is chosen. */
  end(name: 'Started from' | 'Started before'): Locator {
    return this.strip().getByRole('slider', { name });
  }

  /** Cancels a restore that runs, and says so. */
  async cancel(machine: string): Promise<void> {
    await this.running
      .row(machine)
      .getByRole('button', { name: `Cancel: ${machine}` })
      .click();
    await this.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Cancel/ })
      .click();
  }
}

/** The page of one job. */
export class JobPage extends Driver {
  readonly tasks = new Table(this.page, 'Subtasks');

  async expectOpen(title: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(this.page).toHaveURL(/\/jobs\/[^/]+$/);
  }

  /** What the page shows of the job's progress. */
  async expectProgress(text: string | RegExp): Promise<void> {
    await expect(this.progress()).toContainText(text);
  }

  /** A subtask runs: the chart names those as well that haven't started. */
  async expectRunning(subtask: string): Promise<void> {
    await expect(this.tasks.row(subtask)).toContainText('In progress');
  }

  /** Names and values of the progress, or of the properties. */
  async expectFacts(where: 'progress' | 'properties', wanted: Facts): Promise<void> {
    const place = where === 'progress' ? this.progress() : this.properties();
    await expectFactsOf(place, wanted);
  }

  /** Opens the fields that the service reports of its job, which are folded up. */
  async openFields(): Promise<void> {
    await this.properties()
      .getByText(/’s fields$/)
      .click();
  }

  /** Opens the subtasks of a job that went well, which are folded up. */
  async openTasks(): Promise<void> {
    await this.page.getByText('Subtasks and chart', { exact: true }).click();
  }

  /** The percentage as it stands there; NaN when there is none. */
  async percent(): Promise<number> {
    const text = await this.progress().innerText();
    return Number(/^(\d+)%/.exec(text)?.[1] ?? Number.NaN);
  }

  command(name: 'Cancel' | 'Restore again'): Locator {
    const commands = this.page.getByRole('group', { name: 'Commands for this job' });
    return commands.getByRole('button', { name }).or(commands.getByRole('link', { name }));
  }

  /** Presses Cancel, by keyboard, and answers the question. */
  async cancel(answer: 'Cancel the job' | 'Keep it running'): Promise<void> {
    const question = this.page.getByRole('alertdialog', { name: /^Cancel this job of / });
    await this.command('Cancel').press('Enter');
    await question.getByRole('button', { name: answer }).click();
    await expect(question).toHaveCount(0);
  }

  /** Until when the job can be canceled, or why it can't be, in the command's own description. */
  async expectCancel(how: 'possible' | 'impossible', text: string | RegExp): Promise<void> {
    const command = this.command('Cancel');
    await expect(command).toHaveAccessibleDescription(text);
    if (how === 'possible') await expect(command).not.toHaveAttribute('aria-disabled', 'true');
    else await expect(command).toHaveAttribute('aria-disabled', 'true');
  }

  /** Azure's answer to the request to cancel. */
  asked(): Locator {
    return this.page.getByRole('status', { name: 'Canceling' });
  }

  /** The first of the named parts of the page. */
  first(): Locator {
    return this.page.getByRole('main').getByRole('region').first();
  }

  errors(): Locator {
    return this.page.getByRole('region', { name: 'For support' });
  }

  /** The one way on after a restore that ended badly: to what mends it, or the same again. */
  wayOn(): Locator {
    const name = /^(?:Restore again|Select another|Restore beside|Change )/;
    return this.page.getByRole('region', { name: 'Progress' }).getByRole('link', { name });
  }

  /** Each thing that a restore can leave, as it was read. */
  existing(): Locator {
    return this.page.getByRole('table', { name: 'What exists now' });
  }

  /** What a verdict is taken from. */
  evidence(): Locator {
    return this.page.getByRole('list', { name: 'How we know' });
  }

  /** What was done after it from this browser. */
  after(): Locator {
    return this.page.getByRole('list', { name: 'Done after the job' });
  }

  /** The way to what is done with the disks that are there. */
  fromDisks(): Locator {
    return this.page.getByRole('link', { name: 'Use the restored disks' });
  }

  private properties(): Locator {
    return this.page.getByRole('complementary', { name: 'Properties' });
  }

  progress(): Locator {
    return this.page.getByRole('region', { name: 'Progress' });
  }
}

/** Opens the record of a restore from the page of its job. */
export async function openRecord(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Restore record' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Restore record' })).toBeVisible();
}

/** Name and text of the file that a command saves. */
export async function saved(page: Page, command: string): Promise<{ name: string; text: string }> {
  return savedBy(page.getByRole('button', { name: command }));
}

/** What is left to do after a restore, on the page of its job. */
export class NextSteps extends Driver {
  part(): Locator {
    return this.page.getByRole('region', { name: 'Next steps', exact: true });
  }

  /** The parts of the picture that lead to a step. */
  leading(step: string): Locator {
    return this.page
      .getByRole('region', { name: 'Progress', exact: true })
      .getByRole('button', { name: new RegExp(`Open: .*${step}`) });
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
  async expectOnOverview(link: string | RegExp | null): Promise<void> {
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
