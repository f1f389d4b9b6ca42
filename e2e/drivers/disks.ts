import { expect, type Locator, type Page } from 'playwright/test';
import type { Clock } from '../fixtures.ts';
import { allRead, beginDraft, chooseFrom, type Chosen, entryOf, passUntil } from './page.ts';
import type { Screens } from './screens.ts';
import { Driver, Table } from './table.ts';
import { diskSources, subscriptionIds } from './world.ts';

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

/** Where a disk is restored to. */
export interface DiskTarget {
  readonly subscription: string;
  readonly group: string;
  readonly name: string;
}

/** The steps of a disk's restore, by the labels of document 002. */
export class DiskWizard extends Driver {
  readonly points = new Table(this.page, 'Restore point');

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
    return entryOf(this.page, name);
  }

  async choose(label: 'Target subscription' | 'Target resource group', name: string) {
    await chooseFrom(this.list(label), name);
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
      .getByRole('row', { name: 'Validation by Azure' })
      .getByRole('button', { name: /^Validate/ });
  }

  part(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** What a restore comes to, by the name of the column. */
  outcome(name: string): Locator {
    return this.page.getByRole('list', { name });
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }
}

/** What a Backup vault needs, and Azure's own look, at the Review of a disk's restore. */
export class DiskChecks extends Driver {
  section(): Locator {
    return this.page.getByRole('region', { name: 'Before you restore', exact: true });
  }

  /** One line, by what has to be there. */
  line(name: string): Locator {
    return this.section()
      .getByRole('row')
      .filter({ has: this.name(name) });
  }

  /** The words that take the focus when a failure leads to a line. */
  name(name: string): Locator {
    return this.page.getByText(name, { exact: true });
  }

  async expectLine(name: string, state: string, found: string | RegExp = ''): Promise<void> {
    await expect(this.line(name)).toContainText(state);
    await expect(this.line(name)).toContainText(found);
  }

  way(line: string, name: string): Locator {
    return this.line(line).getByRole('button', { name, exact: true });
  }

  validation(): Locator {
    return this.line('Validation by Azure');
  }

  private validationState(): Locator {
    return this.validation().getByRole('status');
  }

  async expectValidation(text: string | RegExp): Promise<void> {
    await expect(this.validationState()).toHaveText(text);
  }

  /** Whether the validation says so at this moment. */
  async isValidation(text: RegExp): Promise<boolean> {
    return text.test(await this.validationState().innerText());
  }

  press(name: string): Locator {
    return this.validation().getByRole('button', { name, exact: true });
  }
}

/** Next steps after the restore of a disk, on the page of its job. */
export class DiskAfterwards extends Driver {
  part(): Locator {
    return this.page.getByRole('region', { name: 'Next steps', exact: true });
  }

  revoke(): Locator {
    return this.part().getByRole('button', { name: 'Revoke Disk Restore Operator' });
  }

  /** Answers the question that follows Revoke. */
  async answer(name: 'Keep it' | 'Revoke Disk Restore Operator'): Promise<void> {
    const question = this.page.getByRole('alertdialog', {
      name: 'Revoke Disk Restore Operator on rg-restore-weu?',
    });
    await question.getByRole('button', { name, exact: true }).click();
    await expect(question).toHaveCount(0);
  }

  /** What Azure reports of the role. */
  role(): Locator {
    return this.part().getByRole('status');
  }
}

/** What lists and pages show of managed disks and Backup vaults. */
export class Disks extends Driver {
  readonly ofMachine = new Table(this.page, 'Disks with their own backups');
  readonly ofVault = new Table(this.page, 'Disks');
  readonly jobsOfVault = new Table(this.page, 'Jobs in the last 7 days');

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
