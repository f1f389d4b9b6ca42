import { expect } from 'playwright/test';
import { goTo } from './drivers/page.ts';
import { plantDraft, storedDraft } from './drivers/storage.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Drafts in the browser's storage that were made before, by another build, or by hand. */

const id = '11111111-2222-4333-8444-555555555555';
const review = `/restore/${id}/review`;

const example = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';
const testVM = `${example}/testVaultRG/providers/microsoft.recoveryservices/vaults/testVault/backupFabrics/Azure/protectionContainers/iaasvmcontainer;iaasvmcontainerv2;testRG;testVM/protectedItems/VM;testRG;testVM`;

/** As the first version of the product stored it. */
const oldest = {
  id,
  version: 1,
  createdAt: 1_000,
  changedAt: 2_000,
  choices: {
    datasource: 'azure-vm',
    instance: testVM,
    point: '20982486783671',
    group: 'createNew',
    option: 'restoreDisks',
    subscription: null,
    rg: 'targetRG',
    rgIsNew: false,
    staging: `${example}/testRG/providers/Microsoft.Storage/storageAccounts/testAccount`,
    diskAccess: null,
    diskAccessId: null,
    warningsRead: false,
  },
  takenBack: [],
  submission: { state: 'none' },
};

test(
  'a draft of the oldest version opens with all that was chosen, and restores',
  { tag: proves('a draft of any version opens') },
  async ({ app, azure, page }) => {
    const { shell, wizard, drafts } = await app.open('/');
    await plantDraft(page, id, JSON.stringify(oldest));
    await app.reload();
    await drafts.open('testVM');
    await wizard.expectStep('review');
    // Review draws it; nothing stands beside.
    await expect(wizard.plan()).toHaveCount(1);
    await shell.expectText('targetRG');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
  },
);

/** As a build with one more datasource stores it. */
const ofTapes = {
  id,
  version: 6,
  createdAt: 1_000,
  changedAt: 2_000,
  name: 'shelf-1',
  choices: { datasource: 'tapes', instance: 'tapes:shelf-1', point: 'last-week' },
  takenBack: [],
  submission: {
    state: 'accepted',
    clientRequestId: 'mark',
    sentAt: 2_000,
    operation: { ticket: 7 },
  },
};

test('a draft of a datasource that is not there is listed and stays, and says that it was sent', async ({
  app,
  page,
}) => {
  const { shell, wizard } = await app.open('/');
  const text = JSON.stringify(ofTapes);
  await plantDraft(page, id, text);
  await app.reload();
  await shell.follow('Restore of shelf-1');
  await shell.expectTitle('This datasource isn’t available');
  await shell.expectText('doesn’t have the draft’s datasource “tapes”');
  await shell.expectText('A restore sent from this draft might be running.');
  await shell.expectText('"ticket":7');
  expect(await storedDraft(page, id)).toBe(text);
  await shell.follow('Start a new restore');
  await wizard.expectStep('datasource');
  expect(await storedDraft(page, id)).toBe(text);
});

/** Of a disk by its datasource, and of a VM by everything else. */
const ofBoth = {
  ...oldest,
  version: 6,
  choices: {
    ...oldest.choices,
    datasource: 'azure-disk',
    vmName: 'newVM',
    diskMode: 'ALR',
    diskName: 'newDisk',
  },
};

test('a draft with choices of two datasources is of the one that it names, and nothing is lost unsaid', async ({
  app,
  azure,
  faults,
  page,
}) => {
  // Azure returns 404 for a disk by the id of a VM’s backup.
  faults.expectRefusals();
  const { shell, wizard } = await app.open('/');
  await plantDraft(page, id, JSON.stringify(ofBoth));
  await app.reload();
  await goTo(page, review);
  await wizard.expectStep('review');
  await shell.expectText('Restore Azure Disks');
  await shell.expectText('This is a Recovery Services vault, which holds VM backups.');
  await wizard.openStep('datasource');
  await wizard.chooseDatasource();
  await wizard.openStep('review');
  await shell.expectText('Virtual machine name newVM');
  await shell.expectText('Backup instance: it belonged to the previous datasource.');
  await shell.expectText('Resource group targetRG: it belonged to the previous datasource.');
  expect(await storedDraft(page, id)).toContain('newDisk');
  expect(await azure.accepted()).toHaveLength(0);
});
