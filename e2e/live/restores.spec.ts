import { expect } from 'playwright/test';
import { appData, configureDiskByHand, validated, withDisks } from '../drivers/disks.ts';
import { app01Beside, configureByHand } from '../drivers/restores.ts';
import type { Screens } from '../drivers/screens.ts';
import { sources } from '../drivers/world.ts';

import { test } from '../live-fixtures.ts';
import { proves } from '../set.ts';

/** Each restore of the live build, from the sign-in to the end of its job. */

const app01 =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-app-prod/providers/Microsoft.Compute/virtualMachines/app01';

type Passing = Parameters<typeof validated>[1];

/** Presses Restore and lets time go by until the job has ended. */
async function restored({ shell, wizard, job }: Screens, clock: Passing, of: string) {
  await wizard.restore();
  await shell.expectText('Restore request accepted');
  await clock.pass(90_000);
  await job.expectOpen(`Restore of ${of}`);
  await clock.pass(7_200_000);
  await job.expectProgress('Completed');
}

test(
  'a machine is restored as a new one',
  { tag: proves('restore a VM with a sign-in') },
  async ({ visitor, screens, clock, world }) => {
    await visitor.arrive('/instances');
    await configureByHand(screens, sources.app01);
    await screens.configuration.fillNewMachine(app01Beside);
    await screens.wizard.next('review');
    await restored(screens, clock, 'app01');
    expect((await world.azure.state()).restores).toHaveLength(1);
  },
);

test('the disks of a machine are restored', async ({ visitor, screens, clock, world }) => {
  await visitor.arrive('/rules?rule=csr.disabled');
  await screens.shell.expectText(
    /By the document of 30 Nov 2024\. A newer text differs: check before you rely on it\.$/,
  );
  await visitor.open('/instances');
  await configureByHand(screens, sources.app01);
  await screens.wizard.fillTarget({ group: app01Beside.group, staging: app01Beside.staging });
  await screens.wizard.next('review');
  await restored(screens, clock, 'app01');
  expect((await world.azure.state()).restores).toHaveLength(1);
});

test('the disks of a machine are replaced', async ({ visitor, screens, clock, world }) => {
  const at = world.clock.now();
  await world.azure.append([{ type: 'machine-powered', at, machineId: app01, isStopped: true }]);
  const { configuration, wizard } = screens;
  await visitor.arrive('/instances');
  await configureByHand(screens, sources.app01);
  await configuration.group('Replace existing').check();
  await configuration.choose('Staging Location', app01Beside.staging);
  await wizard.next('review');
  await wizard.confirmReplacement('app01');
  await restored(screens, clock, 'app01');
  expect((await world.azure.state()).restores).toHaveLength(1);
});

test('a disk is restored', async ({ visitor, screens, clock, world }) => {
  const disks = withDisks(screens);
  await visitor.arrive('/restore/new');
  await configureDiskByHand(disks);
  await disks.diskWizard.fillTarget({
    subscription: 'Contoso Production',
    group: appData.group,
    name: 'app01_DataDisk_0-restored',
  });
  await disks.wizard.next('review');
  await validated(disks, clock);
  await restored(screens, clock, appData.disk);
  expect((await world.azure.state()).restores).toHaveLength(1);
});
