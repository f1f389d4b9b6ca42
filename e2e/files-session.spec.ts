import { expect } from 'playwright/test';
import { expectAccessible } from './drivers/a11y.ts';
import { mountFails, pointForbidden, unmountFails } from './drivers/faults.ts';
import { FileRecovery } from './drivers/files.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { pageOf, sources } from './drivers/world.ts';
import { Table } from './drivers/table.ts';
import { test } from './fixtures.ts';

/** How a file recovery starts, fails and ends, and all of it without a mouse. */

const HOUR = 3_600_000;
const STEP = 15_000;

test('a file that is gone leads to where the script runs, and a message of the script to what helps', async ({
  app,
  clock,
  page,
}) => {
  const { whatHappened, shell } = await app.open('/what-happened', 'default');
  const files = new FileRecovery(page);
  await whatHappened.choose('A file or folder is missing');
  await whatHappened.chooseMachine('app01');
  await shell.press('Use the newest restore point');
  await whatHappened.expectFirst('Files from a restore point, as of 4 Jun 2025, 22:03');
  await shell.follow('Recover files');
  await expect(files.heading('Where to run it step 4 of 5')).toBeVisible();
  await expect(files.check('bash')).toContainText('open_port');
  await expect(files.button('Copy Check for bash')).toBeVisible();
  await files.describe();
  await files.review();
  await files.sendFor(clock);
  await files.expectReady();
  await files.shows('Check the connection first').click();
  await expect(files.check('bash')).toContainText('pod01-rec2.we.backup.windowsazure.com');
  await shell.expectText('12 of 12');
  await files.searchTroubles('iscsi already');
  await new Table(page, 'Troubleshooting').expectRows([
    { 'What you see': 'The target has already been logged in via an iSCSI session.' },
  ]);
  await files.start(sources.sqlErp);
  await expect(files.check('PowerShell')).toContainText('Test-Port');
  await expect(files.button('Copy Check for PowerShell')).toBeVisible();
});

test('a session that was started elsewhere is shown at its VM, and unmounted from there', async ({
  app,
  azure,
  clock,
  page,
}) => {
  await app.open(pageOf.testVm, 'mounted-elsewhere');
  const files = new FileRecovery(page);
  await expect(files.mounted()).toContainText(
    'This browser has no open session of it. Azure doesn’t report who mounted it or its expiry.',
  );
  await files.mounted().getByRole('button', { name: 'Unmount disks: 4 Jun 2025, 06:06' }).click();
  await files.confirmUnmount('testVM');
  await passUntil(
    () => clock.pass(STEP),
    () => files.mounted().getByText('Not mounted').isVisible(),
  );
  expect(await azure.received('recoveryPoints.unmount')).toHaveLength(1);
});

test('a mount that fails says why, keeps everything chosen, and works at the next press', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const { shell } = await app.open('/instances', 'default');
  const files = new FileRecovery(page);
  await files.reviewed(sources.app01);
  await faults.add(mountFails);
  await files.sendFor(clock);
  // The page looks once more after 15 seconds.
  await passUntil(
    async () => clock.pass(STEP),
    async () => shell.alert('could not be mounted').isVisible(),
  );
  await shell.expectAlert('Your selections are kept');
  await expect(page.getByRole('alert')).toContainText(/Request ID\s*[0-9a-f-]{36}/);
  await page.getByRole('tab', { name: 'Selections' }).click();
  await expect(page.getByRole('region', { name: 'Selected' })).toContainText('Ubuntu');
  await files.sendFor(clock);
  await files.expectReady();
});

test('a session whose unmounting is not confirmed stays a step until it is marked as done', async ({
  app,
  clock,
  faults,
  page,
}) => {
  await app.open('/instances', 'default');
  const files = new FileRecovery(page);
  await files.getScript(sources.app01, clock);
  await faults.add(unmountFails);
  await files.unmount('app01');
  await passUntil(
    () => clock.pass(STEP),
    () => files.shows(/could not be mounted or unmounted/).isVisible(),
  );
  await expect(files.button('Copy Request ID')).toBeVisible();
  await faults.add(pointForbidden);
  await goTo(page, '/');
  await clock.pass(12 * HOUR);
  await expect(files.sessions()).toContainText('Unmounting isn’t confirmed');
  await app.reload();
  await expect(files.sessions()).toContainText('Couldn’t read the restore point');
  await files.button('Mark done by hand: app01').click();
  await expect(files.sessions()).toBeHidden();
  await app.reload();
  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
  await expect(files.sessions()).toBeHidden();
});

test('files are recovered without a mouse, on pages in which axe finds nothing', async ({
  app,
  clock,
  page,
}) => {
  const { keyboard, shell } = await app.open('/instances', 'default');
  const files = new FileRecovery(page);
  await files.start(sources.app01);
  await shell.expectTitle('Recover files');
  await keyboard.choose(files.list('Operating system that runs the script'), files.entry('Ubuntu'));
  await keyboard.reach(page.getByRole('textbox', { name: 'Version' }));
  await page.keyboard.type('22.04');
  await expectAccessible(page, 'where to run it');
  await keyboard.activate(files.button('Next: Review + get the script'));
  await expect(files.heading('Review + get the script step 5 of 5')).toBeFocused();
  await expectAccessible(page, 'review');
  await keyboard.activate(files.press(), 'Space');
  await expect(files.heading('Azure is preparing the disks')).toBeFocused();
  await clock.pass(90_000);
  await expect(files.heading('Script and password')).toBeFocused();
  await keyboard.activate(files.button('Show password'));
  await expect(files.button('Hide password')).toBeFocused();
  await expectAccessible(page, 'script and password');
  await keyboard.activate(files.button('Unmount disks'));
  await keyboard.reach(page.getByRole('textbox', { name: 'Type app01 to confirm' }));
  await page.keyboard.type('app01');
  await keyboard.press('Enter');
  await passUntil(
    () => clock.pass(STEP),
    () => files.heading('The disks are unmounted').isVisible(),
  );
});
