import { expectAccessible } from './drivers/a11y.ts';
import { everythingSlow, offline, pointsForbidden } from './drivers/faults.ts';
import {
  fillStorage,
  forbidAllStorage,
  forbidStorage,
  plantDraft,
  removeServiceWorkers,
} from './drivers/storage.ts';
import { goTo } from './drivers/page.ts';
import { test } from './fixtures.ts';

/** Screens where something is missing, refused or broken, scanned by axe. */

test('lists that are empty, and being read', async ({ app, azure, page, clock, faults }) => {
  const { shell, instances } = await app.open('/jobs?operation=Restore');
  await shell.expectText('No ended jobs that started in the last 24 hours match these filters.');
  await expectAccessible(page, 'no jobs');
  const before = await azure.received('resourceGraph.query');
  await faults.add(everythingSlow);
  await shell.goTo('Backup instances');
  await shell.expectReading('the backup instances');
  await expectAccessible(page, 'instances being read');
  await azure.expectReceived('resourceGraph.query', before.length + 1);
  await faults.remove(everythingSlow.id);
  await clock.pass(61_000);
  await instances.expectCount('1 backup instance');
});

test('lists that are forbidden or not answered', async ({ app, page, clock, faults }) => {
  const { shell, wizard, instances } = await app.open('/instances');
  await instances.restore('testVM', 'testRG');
  await wizard.expectStep('restore-point');
  await faults.add(pointsForbidden);
  await app.reload();
  await shell.expectAlert('You don’t have permission to view the restore points.');
  await expectAccessible(page, 'points forbidden');
  await faults.add(offline);
  await clock.speed(60);
  await shell.goTo('Overview');
  await app.reload();
  await shell.expectAlert('Couldn’t reach Azure to load the restores in progress.');
  await expectAccessible(page, 'offline');
});

test('pages for what is not there', async ({ app, page, troubles }) => {
  troubles.expectRefusals();
  const { shell } = await app.open('/no/such/page');
  await shell.expectTitle('Page not found');
  await expectAccessible(page, 'not found');
  const missing = {
    '/jobs/none': 'Job not found',
    '/instances/none': 'No backup instance at this address',
    '/restore/none/review': 'Draft not found',
  };
  for (const [address, title] of Object.entries(missing)) {
    await goTo(page, address);
    await shell.expectTitle(title);
    await expectAccessible(page, address);
  }
});

test('drafts that cannot be opened, and a step that does not exist', async ({ app, page }) => {
  const { shell } = await app.open('/restore/new');
  await goTo(page, page.url().replace('/datasource', '/none'));
  await shell.expectTitle('Step not found');
  await expectAccessible(page, 'no such step');
  await plantDraft(page, 'old', JSON.stringify({ id: 'old', version: 0 }));
  await goTo(page, '/restore/old/review');
  await shell.expectTitle('Draft of another version');
  await expectAccessible(page, 'draft of another version');
});

test.describe('in a browser of its own', () => {
  // What a browser forbids is forbidden before its first page.
  test.use({ isShared: false });

  test('a browser without storage, and one without service workers', async ({
    context,
    app,
    page,
  }) => {
    await fillStorage(context);
    const { shell } = await app.open('/restore/new');
    await shell.expectText('The browser’s storage is full.');
    await expectAccessible(page, 'storage full');
    await removeServiceWorkers(context);
    await page.reload();
    await shell.expectTitle('The Azure simulation can’t start in this browser');
    await expectAccessible(page, 'no service worker');
  });

  test('a browser that forbids all storage, and one that forbids drafts', async ({
    context,
    app,
    page,
  }) => {
    await forbidStorage(context);
    const { shell } = await app.open('/restore/none/review');
    await shell.expectTitle('This browser doesn’t store drafts');
    await expectAccessible(page, 'drafts forbidden');
    await forbidAllStorage(context);
    await page.reload();
    await shell.expectTitle('This browser blocks site data');
    await expectAccessible(page, 'site data blocked');
  });
});
