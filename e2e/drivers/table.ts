import { expect, type Locator, type Page } from 'playwright/test';
import { oneOf } from './page.ts';

/** The words of one screen, as a tab shows it. */
export class Driver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }
}

/** A row as a person reads it: what stands under each head. */
export type Row = Readonly<Record<string, string>>;

/** A table, found by what it holds and read by its heads. */
export class Table extends Driver {
  private readonly table: Locator;
  private readonly same: Locator;
  private readonly cell: 'gridcell' | 'cell';

  constructor(page: Page, label: string, role: 'table' | 'grid' = 'table') {
    super(page);
    this.table = page.getByRole(role, { name: label, exact: true });
    this.same = page.getByRole('list', { name: 'Same in every row' }).getByRole('listitem');
    this.cell = role === 'grid' ? 'gridcell' : 'cell';
  }

  async expectVisible(): Promise<void> {
    await expect(this.table).toBeVisible();
  }

  /** All rows, each as an object keyed by the heads; with what stands above a grid as the same in every row. */
  async rows(): Promise<Row[]> {
    await this.expectVisible();
    const heads = await this.table.getByRole('columnheader').allInnerTexts();
    const cells = await this.table.getByRole(this.cell).allInnerTexts();
    const same = this.cell === 'cell' ? [] : (await this.same.allInnerTexts()).map(partsOf);
    return Array.from({ length: Math.ceil(cells.length / heads.length) }, (_, row) => ({
      ...Object.fromEntries(same),
      ...Object.fromEntries(
        heads.map((head, column) => [head, cells[row * heads.length + column]?.trim() ?? '']),
      ),
    }));
  }

  /** Waits until some row shows all that is given. */
  async expectRow(wanted: Row): Promise<void> {
    await expect
      .poll(async () => await this.rows(), { message: `a row with ${JSON.stringify(wanted)}` })
      .toContainEqual(expect.objectContaining(wanted));
  }

  /** Waits until the rows are these, each with at least what is given. */
  async expectRows(wanted: readonly Row[]): Promise<void> {
    await expect.poll(async () => await this.rows()).toMatchObject([...wanted]);
  }

  /** The row with all these texts in it. */
  row(...texts: readonly string[]): Locator {
    return texts.reduce(
      (rows, text) => rows.filter({ hasText: text }),
      this.table.getByRole('row'),
    );
  }

  /** Waits for a row with all these texts in it. @throws with the rows that there are, where none has them. */
  async expectSome(what: string, ...texts: readonly string[]): Promise<void> {
    await oneOf(this.table.getByRole('row'), this.row(...texts), what);
  }

  /** How wide the columns are, in pixels, by their heads. */
  async headWidths(): Promise<Readonly<Record<string, number>>> {
    return this.table
      .getByRole('columnheader')
      .evaluateAll((heads) =>
        Object.fromEntries(heads.map((head) => [head.textContent, head.clientWidth])),
      );
  }
}

/** `Region: West Europe`, as a head and its cell. */
function partsOf(text: string): readonly [string, string] {
  const [head = '', ...cell] = text.split(': ');
  return [head, cell.join(': ')];
}

/** What is written to the right of each term. */
export type Facts = Readonly<Record<string, string | RegExp>>;

/** The terms of a place with their values. */
export async function factsOf(place: Locator): Promise<Record<string, string>> {
  const terms = await place.getByRole('term').allInnerTexts();
  const values = await place.getByRole('definition').allInnerTexts();
  return Object.fromEntries(terms.map((term, index) => [term, values[index] ?? '']));
}

/** Waits until a place has these terms, each with a value that matches. */
export async function expectFactsOf(place: Locator, wanted: Facts): Promise<void> {
  const patterns = Object.entries(wanted).map(([term, value]): [string, unknown] => [
    term,
    expect.stringMatching(value),
  ]);
  await expect.poll(async () => factsOf(place)).toMatchObject(Object.fromEntries(patterns));
}
