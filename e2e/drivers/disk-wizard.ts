import { expect, type Locator, type Page } from 'playwright/test';
import type { Screens } from './screens.ts';
import type { Clock } from '../fixtures.ts';
import { Table } from './table.ts';

/** Where a disk is restored to. */
export interface DiskTarget {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

/** A data disk of the default world; all that a restore into its own group needs is there. */
export const appData = {
  disk: 'app01_DataDisk_0',
  group: 'rg-app-prod',
  point: '4 Jun 2025 22:00',
  /** Expires first. */
  oldest: '29 May 2025 22:00',
} as const;

/** Longer than a validation takes, shorter than anything else does. */
export const untilValidated = 180_000;

/** The steps of a disk's restore, by the labels of document 002. */
export class DiskWizard {
  readonly points: Table;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.points = new Table(page, 'Restore point');
  }

  /** The fourth step has a title of its own. */
  async expectParameters(): Promise<void> {
    await expect(this.parametersHeading()).toBeVisible();
  }

  parametersHeading(): Locator {
    return this.page.getByRole('heading', { level: 2, name: 'Restore parameters step 4 of 6' });
  }

  toParameters(): Locator {
    return this.button('Next: Restore parameters');
  }

  instance(disk: string): Locator {
    return this.page.getByRole('radio', { name: disk, exact: true });
  }

  place(name: string): Locator {
    return this.page.getByRole('radiogroup', { name: 'Restore to' }).getByRole('radio', { name });
  }

  list(label: 'Target subscription' | 'Target resource group'): Locator {
    return this.page.getByRole('combobox', { name: label });
  }

  entry(name: string): Locator {
    return this.page
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) });
  }

  async choose(label: 'Target subscription' | 'Target resource group', name: string) {
    await this.list(label).click();
    await this.entry(name).click();
    await expect(this.list(label)).toHaveText(name);
  }

  name(): Locator {
    return this.page.getByRole('textbox', { name: 'Restored disk name' });
  }

  async fillTarget({ subscription, group, name }: DiskTarget): Promise<void> {
    await this.choose('Target subscription', subscription);
    await this.choose('Target resource group', group);
    await this.name().fill(name);
  }

  validate(): Locator {
    return this.page
      .getByRole('region', { name: 'Validation' })
      .getByRole('button', { name: /^Validate/ });
  }

  part(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }
}

/** From the first step to Restore parameters, with disk and point chosen. */
export async function configureDisk(
  { wizard, diskWizard }: Screens,
  { disk, point }: { readonly disk: string; readonly point: string } = appData,
): Promise<void> {
  await wizard.chooseDatasource('Azure Disks');
  await wizard.next('instance');
  await diskWizard.instance(disk).check();
  await wizard.next('restore-point');
  await wizard.choosePoint(point);
  await diskWizard.toParameters().click();
  await diskWizard.expectParameters();
}

/** Asks Azure at Review, and waits until it has answered that all is well. */
export async function validated({ wizard, diskWizard }: Screens, clock: Clock): Promise<void> {
  await expect(diskWizard.validate()).toBeEnabled();
  await diskWizard.validate().click();
  await expect(async () => {
    await clock.pass(untilValidated);
    await expect(wizard.restoreButton()).toBeEnabled();
  }).toPass();
}
