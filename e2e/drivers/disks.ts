import type { Locator, Page } from 'playwright/test';
import { Table } from './table.ts';

const vault = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-backup-weu~bv-prod-weu';

/** Addresses of a Backup vault of the default world. */
export const diskPageOf = {
  vault: `/vaults/disks~${vault}`,
  /** A disk that there is not. */
  noInstance: `/instances/disks~${vault}~no-such-disk`,
  noJob: `/jobs/disks~${vault}~00000000-0000-0000-0000-000000000000`,
} as const;

/** What lists and pages show of managed disks and Backup vaults. */
export class Disks {
  readonly ofMachine: Table;
  readonly ofVault: Table;
  readonly jobsOfVault: Table;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.ofMachine = new Table(page, 'Disks with their own backups');
    this.ofVault = new Table(page, 'Disks');
    this.jobsOfVault = new Table(page, 'Jobs in the last 7 days');
  }

  /** From a list of machines to that of disks. */
  async show(): Promise<void> {
    await this.page.getByRole('button', { name: 'Show Azure Disks' }).click();
  }

  async search(text: string): Promise<void> {
    const box = this.page.getByRole('searchbox', { name: 'Search by disk name' });
    await box.fill(text);
    await box.press('Enter');
  }

  /** What a page says of the disk that a job has made. */
  result(): Locator {
    return this.page.getByRole('region', { name: 'Restored disk' });
  }

  /** The machine that holds a disk, as the disk's page speaks of it. */
  machine(): Locator {
    return this.page.getByRole('region', { name: 'VM of this disk' });
  }

  /** The place that the command Restore leads to. */
  restore(): Locator {
    return this.page
      .getByRole('group', { name: 'Commands for this backup instance' })
      .getByRole('link', { name: 'Restore', exact: true });
  }
}
