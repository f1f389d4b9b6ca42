import type { Page } from 'playwright/test';
import { type Row, Table } from './table.ts';

/** The list of backup jobs. Of a restore it has the target below the instance, and the kind below the operation. */
export class Jobs extends Table {
  constructor(page: Page) {
    super(page, 'Backup jobs', 'grid');
  }

  /** All rows, with those lines as `Target` and `Kind`. */
  override async rows(): Promise<Row[]> {
    return (await super.rows()).map((row) => ({
      ...row,
      ...linesOf(row, 'Instance', 'Target'),
      ...linesOf(row, 'Operation', 'Kind'),
    }));
  }
}

/** The first line of a cell under its head, the second under a name of its own. */
function linesOf(row: Row, head: string, below: string): Row {
  const [first, second] = row[head]?.split('\n') ?? [];
  return {
    ...(first !== undefined && { [head]: first }),
    ...(second !== undefined && { [below]: second }),
  };
}
