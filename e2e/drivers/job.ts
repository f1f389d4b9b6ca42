import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

type Facts = Readonly<Record<string, string | RegExp>>;

/** The page of one job. */
export class JobPage {
  readonly page: Page;
  readonly tasks: Table;

  constructor(page: Page) {
    this.page = page;
    this.tasks = new Table(page, 'Subtasks');
  }

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
    const patterns = Object.entries(wanted).map(([term, value]): [string, unknown] => [
      term,
      expect.stringMatching(value),
    ]);
    await expect.poll(async () => await facts(place)).toMatchObject(Object.fromEntries(patterns));
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
    return this.page.getByRole('region', { name: 'What went wrong' });
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

  private progress(): Locator {
    return this.page.getByRole('region', { name: 'Progress' });
  }
}

async function facts(place: Locator): Promise<Record<string, string>> {
  const terms = await place.getByRole('term').allInnerTexts();
  const values = await place.getByRole('definition').allInnerTexts();
  return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']));
}
