import { expect } from 'playwright/test';
import { plantDraft, storedDraft } from './drivers/storage.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

const draftId = '11111111-2222-4333-8444-555555555555';
const subscription = '00000000-0000-0000-0000-000000000000';
const draft = `/restore/${draftId}/review`;

test('a draft that does not exist says so, and offers a new restore', async ({ app, azure }) => {
  const { shell, wizard } = await app.open(draft);
  await shell.expectTitle('Draft not found');
  await shell.expectText('Opening this page starts nothing.');
  await shell.follow('Start a new restore');
  await wizard.expectStep('datasource');
  expect(await azure.accepted()).toHaveLength(0);
});

test('a draft of another version is stored and shown until it is discarded', async ({
  app,
  page,
}) => {
  const { shell } = await app.open('/');
  const old = JSON.stringify({ id: draftId, version: 0, machine: 'testVM' });
  await plantDraft(page, draftId, old);
  await page.goto(draft);
  await shell.expectTitle('Draft of another version');
  await shell.expectText('can’t open version 0');
  await shell.expectText(old);
  expect(await storedDraft(page, draftId)).toBe(old);
  await shell.press('Discard draft');
  await shell.expectTitle('Draft not found');
  expect(await storedDraft(page, draftId)).toBeNull();
});

test('a damaged draft is kept and shown, and there is a way on', async ({ app, page }) => {
  const { shell, instances } = await app.open('/');
  const damaged = '{"id":"1111","version":1,"choices":{"inst';
  await plantDraft(page, draftId, damaged);
  await page.goto(draft);
  await shell.expectTitle('This draft can’t be opened');
  await shell.expectText(damaged);
  await shell.follow('Go to Backup instances');
  await instances.expectVisible();
  expect(await storedDraft(page, draftId)).toBe(damaged);
});

test('a draft with a field of the wrong kind is damaged, not half believed', async ({
  app,
  page,
}) => {
  const { shell } = await app.open('/');
  await plantDraft(page, draftId, JSON.stringify({ id: draftId, version: 1, choices: 'all' }));
  await page.goto(draft);
  await shell.expectTitle('This draft can’t be opened');
});

test('a step that does not exist leads to the first one, the draft kept', async ({ app, page }) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.next('instance');
  await wizard.chooseInstance('testVM');
  await page.goto(page.url().replace('/instance', '/instant-coffee'));
  await shell.expectTitle('Step not found');
  await shell.press('Go to the first step');
  await wizard.expectStep('datasource');
  await wizard.next('instance');
  await expect(wizard.instance('testVM')).toBeChecked();
});

test(
  'an address that no page has says so',
  { tag: proves('an address without a page says so') },
  async ({ app }) => {
    const { shell } = await app.open('/no/such/page');
    await shell.expectTitle('Page not found');
    await shell.follow('Go to Overview');
    await shell.expectTitle('Overview');
  },
);

test('a job address that is none, and a job that Azure does not have', async ({
  app,
  page,
  troubles,
}) => {
  const { shell, jobs } = await app.open('/jobs/not-a-job', 'default');
  await shell.expectTitle('Job not found');
  await shell.follow('Backup jobs');
  await jobs.expectVisible();
  troubles.expectRefusals();
  await page.goto(
    `/jobs/${subscription}~testVaultRG~testVault~00000000-aaaa-bbbb-cccc-000000000000`,
  );
  await shell.expectAlert('Azure can’t find this job.');
  await shell.expectAlert('Request ID');
  await shell.goTo('Backup jobs');
});

test('an instance address that is none, and an instance that Azure does not have', async ({
  app,
  page,
  troubles,
}) => {
  const { shell, instances } = await app.open('/instances/~~~');
  await shell.expectTitle('No backup instance at this address');
  await shell.follow('Backup instances');
  await instances.expectVisible();
  troubles.expectRefusals();
  await page.goto(
    `/instances/${subscription}~testVaultRG~testVault~iaasvmcontainer;iaasvmcontainerv2;testRG;gone~VM;testRG;gone`,
  );
  await shell.expectAlert('Azure can’t find this backup instance.');
  await shell.goTo('Backup instances');
});

test('a restore of an instance that does not exist says so where it is chosen', async ({
  app,
  troubles,
}) => {
  troubles.expectRefusals();
  const { shell, wizard } = await app.open(
    `/restore/new?instance=${subscription}~testVaultRG~testVault~iaasvmcontainer;iaasvmcontainerv2;testRG;gone~VM;testRG;gone`,
  );
  await wizard.expectStep('restore-point');
  await shell.expectAlert('Azure can’t find the restore points.');
  await wizard.openStep('instance');
  await wizard.chooseInstance('testVM');
  await wizard.next('restore-point');
  await wizard.choosePoint('4 Jun 2018, 06:06');
});
