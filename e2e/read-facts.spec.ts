import { expect } from 'playwright/test';
import { forbidden } from './drivers/faults.ts';
import { app01Beside, configure } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** What the wizard reads of Azure besides the machine itself, and what it says of it. */

const behindBalancer = 'The VM is behind a load balancer, and a new VM isn’t.';
const inAvailabilitySet = /availability set/;
const webBeside = { ...app01Beside, name: 'web-fe-07-night' };

test('a machine behind a load balancer is warned of before it is made anew', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  await configure(screens, sources.webFe);
  await screens.configuration.fillNewMachine(webBeside);
  await screens.wizard.next('review');
  await screens.shell.expectText(behindBalancer);
  await screens.shell.expectText(inAvailabilitySet);
});

test(
  'a load balancer that must not be looked at leaves all else as it is',
  { tag: MATRIX },
  async ({ app, faults }) => {
    const screens = await app.open('/instances', 'default');
    await faults.add(forbidden('loadBalancers.get'));
    await configure(screens, sources.webFe);
    await screens.configuration.fillNewMachine(webBeside);
    await screens.wizard.next('review');
    await screens.shell.expectText(inAvailabilitySet);
    await expect(screens.shell.text(behindBalancer)).toHaveCount(0);
  },
);

test(
  'an identity is refused in a group in which it may only look, and taken where it may restore',
  { tag: MATRIX },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, shell, wizard, explanation } = screens;
    await configure(screens, sources.app01);
    await configuration.fillNewMachine({ ...app01Beside, group: 'rg-crm' });
    await configuration.identity('User-assigned').check();
    await configuration
      .identityId()
      .fill(
        '/subscriptions/8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951/resourceGroups/rg-backup-weu/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-restore-weu',
      );
    await expect(explanation.why('User-assigned')).toBeVisible();
    await wizard.tryNext();
    await shell.expectText('The identity lacks permissions.');
    await wizard.expectStep('configuration');
    await configuration.choose('Resource group', 'rg-restore-weu');
    await expect(explanation.why('User-assigned')).toHaveCount(0);
    await wizard.next('review');
  },
);
