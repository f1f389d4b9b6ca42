import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { DiskChecks } from './disk-checks.ts';
import { DiskWizard } from './disk-wizard.ts';
import { goTo } from './in-page.ts';
import type { Screens } from './screens.ts';

/** All screens, and the steps of a disk's restore. */
export interface DiskScreens extends Screens {
  readonly diskWizard: DiskWizard;
}

export function withDisks(screens: Screens): DiskScreens {
  return { ...screens, diskWizard: new DiskWizard(screens.page) };
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
const untilValidated = 180_000;

const vault = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951~rg-backup-weu~bv-prod-weu';
const instance = 'app01_DataDisk_0-app01_DataDisk_0-b8b26aaa-3a9c-4dda-ab0f-886953ec7453';

/** To Restore parameters with {@link appData} chosen, by the way that a restore point's own link takes. */
export async function configureDisk({ page, diskWizard }: DiskScreens): Promise<void> {
  const search = new URLSearchParams({
    instance: `disks~${vault}~${instance}`,
    point: 'e11e475ade816cb7e2d5ed8346599529',
  });
  await goTo(page, `/restore/new?${search.toString()}`);
  await diskWizard.expectParameters();
}

/** From the first step to Restore parameters, press by press. */
export async function configureDiskByHand(
  { wizard, diskWizard }: DiskScreens,
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

/** Presses what asks Azure, and waits until it has taken the question: time that jumped before would lose it. */
export async function ask(page: Page, button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.click();
  await new DiskChecks(page).expectValidation('Azure looks at these parameters.');
}

/** Asks Azure at Review, and waits until it has answered that all is well. */
export async function validated(
  { page, wizard, diskWizard }: DiskScreens,
  clock: Clock,
): Promise<void> {
  await ask(page, diskWizard.validate());
  await expect(async () => {
    await clock.pass(untilValidated);
    await expect(wizard.restoreButton()).toBeEnabled();
  }).toPass();
}
