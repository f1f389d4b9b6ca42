import { expect } from 'playwright/test';
import { expectRefused } from './drivers/configuration.ts';
import { configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** pay-api-02 has disks behind a private endpoint, so the form offers network access for the restored ones. */

const access =
  '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-restore-weu/providers/Microsoft.Compute/diskAccesses/da-restore-weu';
const same = 'Use the same network configurations as the source disk(s)';
const open = 'Enable public access from all networks';
const secluded = 'Disable public access and enable private access (using disk access)';

test.beforeEach(async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { wizard } = screens;
  await configure(screens, sources.payApi);
  await wizard.fillTarget({ group: 'rg-restore-weu', staging: 'stprodweu01 (LRS)' });
  await wizard.next('network-access');
});

test('the same as the source is filled in, and reaches the request', async ({ screens, azure }) => {
  const { wizard, configuration } = screens;
  await expect(configuration.networkAccess(same)).toBeChecked();
  await expect(configuration.list('Disk access')).toHaveCount(0);
  await wizard.next('review');
  await expect(await wizard.selected()).toContainText(same);
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([
    {
      body: {
        properties: {
          targetDiskNetworkAccessSettings: {
            targetDiskNetworkAccessOption: 'SameAsOnSourceDisks',
          },
        },
      },
    },
  ]);
});

test('public access reaches the request, and is warned of', async ({ screens, azure }) => {
  const { shell, wizard, configuration } = screens;
  await configuration.networkAccess(open).check();
  await expect(configuration.networkAccess(open)).toHaveAccessibleDescription(
    /^The restored disks will be reachable from all networks\./,
  );
  await expect(configuration.list('Disk access')).toHaveCount(0);
  await wizard.next('review');
  await shell.expectText('The restored disks will be reachable from all networks.');
  await wizard.restore();
  await shell.expectAlert('Confirm that you have read the warnings.');
  expect(azure.sent()).toHaveLength(0);
  await wizard.tickWarnings();
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([
    {
      body: {
        properties: {
          targetDiskNetworkAccessSettings: {
            targetDiskNetworkAccessOption: 'EnablePublicAccessForAllDisks',
          },
        },
      },
    },
  ]);
});

test(
  'private access asks for a disk access, and both reach the request',
  { tag: proves('restrict who reaches restored disks') },
  async ({ screens, azure }) => {
    const { wizard, configuration } = screens;
    await configuration.networkAccess(secluded).check();
    await wizard.tryNext();
    await expectRefused(
      configuration.list('Disk access'),
      'Select the disk access for the restored disks.',
    );
    await expect(wizard.refused.summary()).toBeFocused();
    await configuration.choose('Disk access', 'da-restore-weu');
    await wizard.next('review');
    await expect(await wizard.selected()).toContainText('da-restore-weu');
    await wizard.restoreAccepted();
    const settings = {
      targetDiskNetworkAccessOption: 'EnablePrivateAccessForAllDisks',
      targetDiskAccessId: access,
    };
    expect(await azure.accepted()).toMatchObject([
      { body: { properties: { targetDiskNetworkAccessSettings: settings } } },
    ]);
  },
);

test('a disk access that is not needed any more leaves the request', async ({ screens }) => {
  const { wizard, configuration } = screens;
  await configuration.networkAccess(secluded).check();
  await configuration.choose('Disk access', 'da-restore-weu');
  await configuration.networkAccess(same).check();
  await wizard.next('review');
  expect((await wizard.shownRequest()).body).toMatchObject({
    properties: {
      targetDiskNetworkAccessSettings: { targetDiskNetworkAccessOption: 'SameAsOnSourceDisks' },
    },
  });
  expect(JSON.stringify(await wizard.shownRequest())).not.toContain('targetDiskAccessId');
});
