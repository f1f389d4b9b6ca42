import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { configureDisk, type DiskScreens, reviewDisk, withDisks } from './drivers/disks.ts';
import { everythingSlow, pointsForbidden, signedOut } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { app01Beside, configure, fillApp01Beside } from './drivers/restores.ts';
import { sources, vaultAddresses } from './drivers/world.ts';
import { plantDraft } from './drivers/storage.ts';
import { type Faults, test } from './fixtures.ts';

/** States that no other scan comes by, each wide and at 400 pixels. */

interface Visit extends DiskScreens {
  readonly faults: Faults;
}

/** Comes to a state, from Backup instances of the default world. */
type Arrive = (visit: Visit) => Promise<void>;

/** A page on its way: nothing of it has come yet. */
const reading =
  (address: string, what: string): Arrive =>
  async ({ page, shell, faults }) => {
    await faults.add(everythingSlow);
    await goTo(page, address);
    await shell.expectReading(what);
  };

/** An address that names nothing. */
const nothingAt =
  (address: string, title: string): Arrive =>
  async ({ page, shell }) => {
    await goTo(page, address);
    await shell.expectTitle(title);
  };

const states: Readonly<Record<string, Arrive>> = {
  'a filter of instances, open': async ({ page, instances }) => {
    await instances.openFilter('Health');
    await expect(
      page.getByRole('dialog', { name: 'Health' }).getByRole('checkbox'),
    ).not.toHaveCount(0);
  },
  'a filter of jobs, open and set': async ({ page, instances }) => {
    await goTo(page, '/jobs?status=failed');
    await expect(instances.pill('Status')).toBeVisible();
    await instances.openFilter('Status');
    await expect(page.getByRole('checkbox', { name: 'Failed' })).toBeChecked();
  },
  'a list that was handed over as CSV': async ({ shell, instances }) => {
    await instances.button('Export CSV').click();
    await shell.expectText('rows downloaded.');
  },
  'a vault being read': reading(vaultAddresses.prod, 'this vault'),
  'restore points being read': async (visit) => {
    await goTo(visit.page, sources.app01.start.replace(/&point=\d+/, ''));
    await visit.wizard.expectStep('restore-point');
  },
  'no vault': nothingAt('/vaults/none', 'No vault at this address'),
  'no constraint': nothingAt('/rules?rule=none', 'No constraint at this address'),
  'a damaged draft': async ({ page, shell }) => {
    await plantDraft(page, 'damaged', '{');
    await goTo(page, '/restore/damaged/review');
    await shell.expectTitle('This draft can’t be opened');
  },
  'a restore by somebody who is not signed in any more': async (visit) => {
    await fillApp01Beside(visit);
    await visit.faults.add(signedOut);
    await visit.wizard.restore();
    await visit.shell.expectText('You are no longer signed in.');
  },
  'why a field is refused': async (visit) => {
    const { configuration, explanation, wizard } = visit;
    await configure(visit, sources.app01);
    await configuration.fillNewMachine({ ...app01Beside, name: 'app01' });
    await wizard.tryNext();
    await explanation.whyRefused('Virtual machine name').click();
    await explanation.expectSays({ rule: 'name', fact: '13 of them', source: 'Create a VM' });
  },
  'no disk chosen': async ({ page, shell, wizard }) => {
    await goTo(page, '/restore/new');
    await wizard.chooseDatasource('Azure Disks');
    await wizard.next('instance');
    await wizard.tryNext();
    await shell.expectAlert('Select');
  },
  'restore points of a disk that may not be read': async (visit) => {
    await visit.faults.add(pointsForbidden);
    await configureDisk(visit);
    await visit.wizard.openStep('restore-point');
  },
  'a disk at Review, not ready to be validated': async (visit) => {
    await reviewDisk(visit, {
      disk: 'app01_DataDisk_0',
      point: '4 Jun 2025, 22:00',
      subscription: 'Contoso Production',
      group: 'rg-erp',
      name: 'app01_DataDisk_0-restored',
    });
    await expect(visit.diskWizard.validate()).toBeEnabled();
  },
};

for (const [name, arrive] of Object.entries(states)) {
  test(name, async ({ app, page, faults }) => {
    const screens = await app.open('/instances', 'default');
    await screens.instances.expectVisible();
    await arrive({ ...withDisks(screens), faults });
    await expectAccessible(page, name);
    await page.setViewportSize({ width: 400, height: 900 });
    await expectAccessible(page, `${name}, 400 pixels`);
  });
}
