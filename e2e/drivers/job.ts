import { expect, type Locator, type Page } from 'playwright/test';
import { Table } from './table.ts';

type Facts = Readonly<Record<string, string | RegExp>>;

/** The page of one job. */
export class JobPage {
  readonly page: Page;
  readonly tasks: Table;

  constructor(page: Page) {
    this.page = page;
    this.tasks = new Table(page, 'Sub-tasks');
  }

  async expectOpen(title: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(this.page).toHaveURL(/\/jobs\/[^/]+$/);
  }

  /** What the page announces of the job's progress. */
  async expectProgress(text: string | RegExp): Promise<void> {
    await expect(this.progress().getByRole('status')).toContainText(text);
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

  /** The percentage as it stands there; NaN when there is none. */
  async percent(): Promise<number> {
    const text = await this.progress().getByRole('status').innerText();
    return Number(/(\d+) %/.exec(text)?.[1] ?? Number.NaN);
  }

  errors(): Locator {
    return this.page.getByRole('region', { name: 'What went wrong' });
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
