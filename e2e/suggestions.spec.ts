import { expect } from 'playwright/test';
import { appData, validated, withDisks } from './drivers/disks.ts';
import { pageOf, sources } from './drivers/world.ts';
import { powerInAzure } from './drivers/others.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, test } from './fixtures.ts';
import { proves } from './set.ts';

/** What the wizard fills in where a person has named the kind of restore. */

const newest = '4 Jun 2025, 21:31';
const newestOfApp = '4 Jun 2025, 22:03';

/** A browser that has restored to a group before. */
async function restoredBefore(app: App): Promise<Screens> {
  const screens = await app.open(pageOf.sqlErp, 'default');
  const { instance, wizard, configuration } = screens;
  await instance.restoreAs('Disks', newest);
  await wizard.expectStep('configuration');
  await configuration.choose('Resource group', 'rg-restore-weu');
  await expect(configuration.filled('stprodweu01')).toBeVisible();
  await wizard.next('review');
  // Another restore of it to this group is in progress.
  await wizard.shownWarnings('Other restores to this target').check();
  await wizard.restoreAccepted();
  return screens;
}

/** To the row of a VM, as the first press of its menu finds it. */
async function toRow({ page, shell, instances }: Screens, machine: string): Promise<void> {
  await shell.goTo('Backup instances');
  await instances.search(machine);
  await expect(page.getByRole('button', { name: `Restore ${machine}: options` })).toHaveCount(1);
}

interface Presses {
  readonly screens: Screens;
  readonly machine: string;
  readonly kind: 'New VM' | 'Disks' | 'Replace';
  readonly rest: readonly (() => Promise<unknown>)[];
}

/** Presses the menu of a row, a kind of restore, and the rest, each once; returns how many presses that were. */
async function pressed({ screens, machine, kind, rest }: Presses): Promise<number> {
  const { instances } = screens;
  const menu = await instances.restoreMenu(machine);
  await menu.getByRole('link', { name: kind }).click();
  await screens.wizard.expectStep('configuration');
  await screens.shell.expectText('Newest that can be restored');
  for (const press of rest) await press();
  return 2 + rest.length;
}

test(
  'from a row’s menu to a Review that can be sent: a new VM in six presses, disks in four',
  { tag: proves('restore by a row’s menu') },
  async ({ app }) => {
    const screens = await restoredBefore(app);
    const { wizard, configuration, shell } = screens;
    await toRow(screens, 'app01');
    const forVm = await pressed({
      screens,
      machine: 'app01',
      kind: 'New VM',
      rest: [
        async () => {
          await expect(configuration.name()).toHaveValue('app01-restored-0604');
          await expect(configuration.list('Resource group')).toHaveText('rg-restore-weu');
          // A second VM beside its source is a decision of the person.
          await expect(configuration.list('Virtual network')).toHaveText('Select one');
          await configuration.list('Virtual network').click();
        },
        async () => configuration.entry('vnet-prod-weu').click(),
        async () => wizard.next('review'),
      ],
    });
    await expect(wizard.restoreButton()).toBeEnabled();
    // For a copy nothing offers to shut its source down.
    await expect(screens.page.getByRole('button', { name: /^Shut down/ })).toHaveCount(0);
    expect(forVm).toBeLessThanOrEqual(6);
    await shell.press('Close');
    await expect(screens.instances.row('app01')).toBeVisible();

    const forDisks = await pressed({
      screens,
      machine: 'app01',
      kind: 'Disks',
      rest: [async () => wizard.next('review')],
    });
    await expect(wizard.restoreButton()).toBeEnabled();
    expect(forDisks).toBeLessThanOrEqual(4);
  },
);

test('in a new browser a new VM takes six presses, too: into the group of its source', async ({
  app,
}) => {
  const screens = await app.open('/instances', 'default');
  const { wizard, configuration } = screens;
  await toRow(screens, 'app01');
  const presses = await pressed({
    screens,
    machine: 'app01',
    kind: 'New VM',
    rest: [
      async () => {
        await expect(configuration.list('Resource group')).toHaveText('rg-app-prod');
        await configuration.list('Virtual network').click();
      },
      async () => configuration.entry('vnet-prod-weu').click(),
      async () => wizard.next('review'),
    ],
  });
  await expect(wizard.restoreButton()).toBeEnabled();
  expect(presses).toBeLessThanOrEqual(6);
});

test('a replacement takes three presses, and none of them is its confirmation', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const { page, wizard, configuration, shell } = screens;
  await powerInAzure(page, sources.app01, 'off');
  await toRow(screens, 'app01');
  const presses = await pressed({
    screens,
    machine: 'app01',
    kind: 'Replace',
    rest: [
      async () => {
        await expect(configuration.filled('stprodweu01')).toBeVisible();
        await wizard.next('review');
      },
    ],
  });
  // Typed, not pressed: without it nothing is sent.
  await expect(wizard.confirmation()).toHaveValue('');
  await wizard.restore();
  await shell.expectAlert('Enter the VM’s name');
  await wizard.confirmation().pressSequentially('app01');
  await expect(wizard.restoreButton()).toBeEnabled();
  expect(presses).toBe(3);
});

test('an Azure Disk takes four presses', async ({ app, clock }) => {
  const screens = withDisks(await app.open('/instances?datasource=disk', 'default'));
  const { page, wizard, diskWizard } = screens;
  const presses = [
    async () => page.getByRole('link', { name: `Restore ${appData.disk}`, exact: true }).click(),
    async () => {
      await expect(wizard.point(appData.point)).toBeChecked();
      await diskWizard.toParameters().click();
    },
    async () => {
      await expect(diskWizard.list('Target subscription')).toHaveText('Contoso Production');
      await expect(diskWizard.list('Target resource group')).toHaveText(appData.group);
      await expect(diskWizard.name()).toHaveValue(`${appData.disk}-restored-0604`);
      await wizard.next('review');
    },
  ];
  for (const press of presses) await press();
  await validated(screens, clock);
  await expect(wizard.restoreButton()).toBeEnabled();
  expect(presses.length).toBeLessThanOrEqual(4);
});

test('a suggestion is marked beside its field, and one press clears it', async ({ app }) => {
  const screens = await restoredBefore(app);
  const { wizard, configuration, shell } = screens;
  await toRow(screens, 'app01');
  await pressed({ screens, machine: 'app01', kind: 'New VM', rest: [] });
  await expect(configuration.list('Resource group')).toHaveAccessibleDescription(
    /^Suggested Last used for a restore/,
  );
  await expect(configuration.name()).toHaveAccessibleDescription(/^Suggested/);
  await shell.press('Clear suggestion: Resource group');
  await expect(configuration.list('Resource group')).toHaveText('Select one');
  await expect(configuration.list('Resource group')).toBeFocused();
  await expect(configuration.list('Resource group')).not.toHaveAccessibleDescription(/Suggested/);
  // The other one stays, and what was typed over is the person's own.
  await configuration.name().fill('app01-night');
  await expect(configuration.name()).not.toHaveAccessibleDescription(/Suggested/);
  // What the request needs is folded up, and opens by itself once a person has to look at it.
  await expect(configuration.filled('stprodweu01')).toBeVisible();
  await expect(configuration.list('Staging Location')).toBeHidden();
  await configuration.openFilled();
  await shell.press('Clear suggestion: Staging Location');
  await expect(configuration.list('Staging Location')).toHaveText('Select one');
  await expect(configuration.list('Staging Location')).toBeFocused();
  await wizard.expectStep('configuration');
});

test('what was only suggested for another kind of restore isn’t called selected', async ({
  app,
  page,
}) => {
  const screens = await restoredBefore(app);
  const { wizard, configuration } = screens;
  await toRow(screens, 'app01');
  await pressed({ screens, machine: 'app01', kind: 'New VM', rest: [] });
  await expect(configuration.name()).toHaveAccessibleDescription(/^Suggested/);
  await configuration.chooseType('Restore disks');
  await wizard.next('review');
  await expect(wizard.restoreButton()).toBeVisible();
  await expect(page.getByText('Selected, but not used')).toBeHidden();
});

test('the menu of a row opens Configuration with the newest restore point, and says so', async ({
  app,
}) => {
  const { instances, wizard, shell } = await app.open('/instances?search=sql-erp', 'default');
  const menu = await instances.restoreMenu('sql-erp-02');
  // The row isn't chosen by that.
  await expect(instances.row('sql-erp-02')).toHaveAttribute('aria-selected', 'false');
  await menu.getByRole('link', { name: 'Disks' }).click();
  await wizard.expectStep('configuration');
  await shell.expectText(newest);
  await shell.press('Change restore point');
  await wizard.expectStep('restore-point');
  await expect(wizard.point(newest)).toBeChecked();
  await expect(wizard.points.row(newest)).toContainText('Suggested');
  await wizard.next('configuration');
  // Confirmed by Next: not a suggestion any more.
  await expect(shell.button('Change restore point')).toHaveCount(0);
  await wizard.openStep('restore-point');
  await expect(wizard.point(newest)).toBeChecked();
  await expect(shell.button('Clear suggestion')).toHaveCount(0);
});

test('Close leads back and keeps the draft; Discard asks, and deletes it', async ({ app }) => {
  const { page, instances, wizard, shell, drafts } = await app.open(
    '/instances?search=app01',
    'default',
  );
  const menu = await instances.restoreMenu('app01');
  await menu.getByRole('link', { name: 'Disks' }).click();
  await shell.expectText(newestOfApp);
  await wizard.openStep('restore-point');
  await shell.press('Close');
  await expect(page).toHaveURL(/\/instances\?search=app01/);
  await shell.goTo('Overview');
  await drafts.open('app01');
  await wizard.expectStep('review');
  await shell.press('Discard');
  const ask = page.getByRole('alertdialog', { name: 'Discard' });
  await ask.getByRole('button', { name: 'Keep the draft' }).click();
  await wizard.expectStep('review');
  await shell.press('Discard');
  await ask.getByRole('button', { name: 'Discard' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(drafts.line('app01')).toHaveCount(0);
});

test('the menu says why the disks of a deleted VM can’t be replaced, and its network is suggested', async ({
  app,
  troubles,
}) => {
  // That it is gone is an answer of 404.
  troubles.expectRefusals();
  const { instances, configuration, wizard } = await app.open(
    '/instances?search=old-crm',
    'default',
  );
  await instances.expectRow({ Source: 'Deleted' });
  const menu = await instances.restoreMenu('old-crm-01');
  const replace = menu.getByRole('button', { name: 'Replace The source VM no longer exists.' });
  await expect(replace).toHaveAttribute('aria-disabled', 'true');
  await expect(menu.getByRole('link')).toHaveCount(3);
  await menu.getByRole('link', { name: 'New VM' }).click();
  await wizard.expectStep('configuration');
  await expect(configuration.list('Virtual network')).toHaveAccessibleDescription(
    /^Suggested First that can be used/,
  );
});
