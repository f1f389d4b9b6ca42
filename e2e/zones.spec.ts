import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { expectHint } from './drivers/configuration.ts';
import { configure } from './drivers/restores.ts';
import { type Source, sources } from './drivers/world.ts';
import { MATRIX, test } from './fixtures.ts';

/** Another availability zone: when it is offered, what is filled in, and what a zone that is down does. */

const beside = {
  name: 'shop-db-02',
  group: 'rg-restore-weu',
  network: 'vnet-prod-weu',
  staging: 'stprodweu01 (LRS)',
} as const;

test('the zone of the machine is filled in, and another reaches the request', async ({
  app,
  azure,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await configure(screens, sources.shopDb);
  await configuration.fillNewMachine(beside);
  const zone = configuration.list('Availability Zone');
  await expect(zone).toHaveText('Zone 1');
  await expect
    .poll(async () => configuration.entries('Availability Zone'))
    .toEqual(['Zone 1', 'Zone 2', 'Zone 3']);
  await configuration.choose('Availability Zone', 'Zone 3');
  await expectAccessible(page, 'another zone');
  await wizard.next('review');
  await wizard.restoreAccepted();
  expect(await azure.accepted()).toMatchObject([{ body: { properties: { zones: ['3'] } } }]);
});

const hidden: readonly (readonly [Source, string])[] = [
  [sources.shopDbNew, 'the point has a snapshot too'],
  [sources.shopCart, 'the machine is encrypted'],
  [sources.app01, 'the vault is not zone-redundant'],
  [sources.webFe, 'the source VM is in no zone'],
];
for (const [source, why] of hidden) {
  test(`no zone is offered for ${source.machine}: ${why}`, { tag: MATRIX }, async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, wizard } = screens;
    await configure(screens, source);
    await configuration.chooseType('Create new virtual machine');
    await wizard.answers.unfoldHidden();
    await expect(wizard.answers.whyNo('Availability Zone')).toBeVisible();
    await expect(configuration.list('Availability Zone')).toHaveCount(0);
  });
}

test(
  'says which place the number means in another subscription',
  { tag: MATRIX },
  async ({ app }) => {
    const screens = await app.open('/instances', 'default');
    const { wizard, configuration, shell } = screens;
    await configure(screens, sources.shopDb);
    await configuration.chooseType('Create new virtual machine');
    await configuration.choose('Subscription', 'Contoso Corporate');
    await configuration.name().fill('shop-db-02');
    await configuration.choose('Resource group', 'rg-dr-weu');
    await configuration.choose('Virtual network', 'vnet-dr-weu');
    await configuration.choose('Staging Location', 'stcorpdrweu01 (LRS)');
    await expectHint(
      configuration.list('Availability Zone'),
      'Zone 2 in the target subscription is zone 1 in the source subscription.',
    );
    await wizard.next('review');
    await shell.expectText(
      'In another subscription, the same zone number can mean another physical location.',
    );
  },
);

test(
  'a zone that is down takes no machine, and another one does',
  { tag: MATRIX },
  async ({ app, azure, troubles }) => {
    troubles.expectRefusals();
    const screens = await app.open('/instances', 'zone-down');
    const { wizard, configuration } = screens;
    await configure(screens, sources.shopDb);
    await configuration.fillNewMachine(beside);
    await configuration.aboutMachine().click();
    await configuration.choose('Is its zone or region down?', 'Its availability zone is down');
    await wizard.tryNext();
    await expectHint(
      configuration.list('Availability Zone'),
      'The VM’s zone is unavailable, so the VM can’t be restored there.',
    );
    await configuration.choose('Availability Zone', 'Zone 2');
    await wizard.next('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toMatchObject([{ body: { properties: { zones: ['2'] } } }]);
  },
);

test(
  'Azure refuses a zone that is down without an earlier warning',
  { tag: MATRIX },
  async ({ app, azure, troubles }) => {
    troubles.expectRefusals();
    const screens = await app.open('/instances', 'zone-down');
    const { shell, wizard, configuration } = screens;
    await configure(screens, sources.shopDb);
    await configuration.fillNewMachine(beside);
    await wizard.next('review');
    await wizard.restore();
    await shell.expectText('Availability zone 1 of westeurope is unavailable.');
    expect(await azure.accepted()).toEqual([]);
  },
);
