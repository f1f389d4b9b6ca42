import type { Page } from 'playwright/test';
import { Table } from './table.ts';

/** The list of backup jobs. */
export class Jobs extends Table {
  constructor(page: Page) {
    super(page, 'Backup jobs', 'grid');
  }
}
