import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { DiskChecks } from './disk-checks.ts';
import { type DiskTarget, DiskWizard } from './disk-wizard.ts';
import { diskSources, subscriptionIds } from './disk-sources.ts';
import { allRead, beginDraft, type Chosen } from './in-page.ts';
import { passUntil } from './passing.ts';
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
  point: '4 Jun 2025, 22:00',
  /** Expires first. */
  oldest: '29 May 2025, 22:00',
} as const;

/** Longer than a validation takes, shorter than anything else does. */
const untilValidated = 180_000;

/** A disk, and one of its points as people read it. */
export interface DiskPoint {
  readonly disk: string;
  readonly point: string;
}

function chosenOf({ disk, point }: DiskPoint): Chosen {
  const source = diskSources[disk];
  const name = source?.points[point];
  if (source === undefined || name === undefined)
    throw new Error(`No ${disk} of ${point} is known.`);
  return { datasource: 'azure-disk', instance: source.instance, point: name };
}

/** A draft at Restore parameters with disk and point chosen. */
export async function configureDisk(
  { page, diskWizard }: DiskScreens,
  wanted: DiskPoint = appData,
): Promise<void> {
  await beginDraft(page, chosenOf(wanted), 'configuration');
  await diskWizard.expectParameters();
  await allRead(page);
}

/** A draft at Review with the target chosen, too. */
export async function reviewDisk(
  { page, wizard }: DiskScreens,
  wanted: DiskPoint & DiskTarget,
): Promise<void> {
  const subscription = subscriptionIds[wanted.subscription] ?? null;
  const target = { subscription, rg: wanted.group, diskName: wanted.name };
  await beginDraft(page, { ...chosenOf(wanted), ...target }, 'review');
  await wizard.expectStep('review');
}

/** From the first step to Restore parameters, press by press. */
export async function configureDiskByHand(
  { wizard, diskWizard }: DiskScreens,
  { disk, point }: DiskPoint = appData,
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
  await allRead(page);
  await button.click();
  await new DiskChecks(page).expectValidation('Azure is validating these parameters.');
}

/** Azure has taken the question by itself, as it does where no check fails. */
export async function validating(page: Page): Promise<void> {
  await allRead(page);
  await new DiskChecks(page).expectValidation('Azure is validating these parameters.');
}

/** Waits at Review until Azure has answered that all is well. */
export async function validated(
  { page, wizard }: DiskScreens,
  clock: Pick<Clock, 'pass'>,
): Promise<void> {
  await validating(page);
  await passUntil(
    async () => clock.pass(untilValidated),
    async () => wizard.restoreButton().isEnabled(),
  );
}
