import type { Clock } from '../fixtures.ts';
import { allRead, beginDraft, goTo } from './page.ts';
import type { Screens } from './screens.ts';
import { type Source, sources } from './world.ts';

/** To Configuration with machine and point chosen, by the way that a restore point's own link takes. */
export async function configure({ page, wizard }: Screens, { start }: Source): Promise<void> {
  await goTo(page, start);
  await wizard.expectStep('configuration');
  await allRead(page);
}

/** The same from the list of instances, press by press. */
export async function configureByHand(screens: Screens, wanted: Source): Promise<void> {
  const { instances, wizard } = screens;
  await instances.restore(wanted.machine, wanted.group);
  await wizard.expectStep('restore-point');
  await wizard.choosePoint(wanted.point);
  await wizard.next('configuration');
}

/** app01 beside itself, as a machine of another name. */
export const app01Beside = {
  name: 'app01-night',
  group: 'rg-restore-weu',
  network: 'vnet-prod-weu',
  staging: 'stprodweu01 (LRS)',
} as const;

const production = '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups';

/** The disks of app01 alone, into the same group, at Review. */
export async function fillApp01Disks(screens: Screens): Promise<void> {
  await configure(screens, sources.app01);
  await screens.wizard.fillTarget({ group: app01Beside.group, staging: app01Beside.staging });
  await screens.wizard.next('review');
}

/** Restores these disks, and waits until the job is shown. */
export async function startApp01Disks(screens: Screens, clock: Clock): Promise<void> {
  await fillApp01Disks(screens);
  await restoreStarted(screens, clock, 'Restore of app01');
}

/** What the product stores once all of {@link app01Beside} is chosen. */
const app01BesideChosen = {
  instance: `${production}/rg-backup-weu/providers/Microsoft.RecoveryServices/vaults/rsv-prod-weu/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-app-prod;app01/protectedItems/VM;iaasvmcontainerv2;rg-app-prod;app01`,
  point: '140895108419071902',
  option: 'createVm',
  rg: app01Beside.group,
  vmName: app01Beside.name,
  vnet: `${production}/rg-network-weu/providers/Microsoft.Network/virtualNetworks/vnet-prod-weu`,
  staging: `${production}/rg-restore-weu/providers/Microsoft.Storage/storageAccounts/stprodweu01`,
} as const;

/** A draft with all that a new machine beside app01 needs, at Review. */
export async function fillApp01Beside({ page, wizard }: Screens): Promise<void> {
  await beginDraft(page, app01BesideChosen, 'review');
  await wizard.expectStep('review');
}

/** The same from the list of instances, press by press. */
export async function fillApp01BesideByHand(screens: Screens): Promise<void> {
  await configureByHand(screens, sources.app01);
  await screens.configuration.fillNewMachine(app01Beside);
  await screens.wizard.next('review');
}

/** web-fe-07 as a new VM in the network of {@link app01Beside}, to its end, with its warnings read. */
export async function webFeRestored(
  screens: Screens,
  clock: Clock,
  to: { readonly name: string; readonly group: string },
): Promise<void> {
  const { configuration, wizard } = screens;
  await configure(screens, sources.webFe);
  await configuration.fillNewMachine({ ...app01Beside, ...to });
  await configuration.aboutMachine().click();
  await configuration.choose('Is it set up by cloud-init?', 'Yes');
  await wizard.next('review');
  await wizard.tickWarnings();
  await restoreEnded(screens, clock, 'Restore of web-fe-07');
}

export const webStageStaging = 'stcorpneu01 (LRS)';

/** The disks of the web-fe-07 of stage, a VM that is shut down, to be replaced, at Review. */
export async function fillWebStageReplaced(screens: Screens): Promise<void> {
  const { configuration, wizard } = screens;
  await configure(screens, sources.webStage);
  await configuration.fillReplacement(webStageStaging);
  await wizard.next('review');
  await wizard.preflight.expectChecked();
  await wizard.confirmReplacement('web-fe-07');
}

/** Presses Restore, and waits for the page of the job, which the service lists a while after it was accepted. */
export async function restoreStarted(
  { wizard, job }: Pick<Screens, 'wizard' | 'job'>,
  clock: Pick<Clock, 'pass'>,
  title: string | RegExp,
  untilListed = 90_000,
): Promise<void> {
  await wizard.restoreAccepted();
  await clock.pass(untilListed);
  await job.expectOpen(title);
}

/** The same, to the end of the job on its page. */
export async function restoreEnded(
  screens: Pick<Screens, 'wizard' | 'job'>,
  clock: Clock,
  title: string | RegExp,
): Promise<void> {
  await restoreStarted(screens, clock, title);
  await clock.pass(6 * 3_600_000);
  await screens.job.expectProgress('Completed');
}

/** Restores disks of app01 in the secondary region, from the page of instances. */
export async function restoreThere({ instances, wizard }: Screens): Promise<void> {
  await instances.region('Secondary Region').click();
  await instances.filter('Vault to search', 'rsv-prod-weu');
  await instances.choose('app01', 'rg-app-prod');
  await instances.command('Restore').click();
  await wizard.choosePoint('3 Jun 2025, 22:05');
  await wizard.next('configuration');
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodneu01 (LRS)' });
  await wizard.next('review');
  await wizard.tickConsequence();
  await wizard.restoreAccepted();
}
