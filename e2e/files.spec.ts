import { expect } from 'playwright/test';
import { FileRecovery } from './drivers/files.ts';
import { once, pointForbidden } from './drivers/faults.ts';
import { goTo, passUntil } from './drivers/page.ts';
import { sources } from './drivers/world.ts';
import { test as base } from './fixtures.ts';
import { proves } from './set.ts';

/** Files of a restore point, from the first question to the end of the session. */

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** The form of a file recovery, in a world that has just been opened. */
const test = base.extend<{ readonly files: FileRecovery }>({
  files: async ({ app, page }, use) => {
    await app.open('/instances', 'default');
    await use(new FileRecovery(page));
  },
});

test(
  'the script of a Linux VM is saved without its password, which is nowhere but on the screen',
  { tag: proves('recover files by a script') },
  async ({ clock, files, page, screens }) => {
    const logged: string[] = [];
    page.on('console', (message) => logged.push(message.text()));
    const { log, simulation } = screens;
    await files.getScript(sources.app01, clock);
    await expect(page.getByText('Draft saved')).toBeHidden();
    const { name, text } = await files.saved();
    expect(name).toMatch(/^app01_\w+_\d+_\d+_[0-9a-f]{46}\.py$/);
    expect(text).toContain('UserInput012345');
    const password = await files.password();
    expect(password).toHaveLength(15);
    expect(text + name).not.toContain(password);
    await files.button('Hide password').click();
    await simulation.open();
    await log.lines().last().click();
    const elsewhere = await page.evaluate(() =>
      JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        location.href,
        document.documentElement.outerHTML,
      ]),
    );
    expect(elsewhere).not.toContain(password);
    expect(logged.join('\n')).not.toContain(password);
  },
);

test('for a Windows VM two lines of PowerShell save the program under its name', async ({
  clock,
  files,
}) => {
  await files.getScript(sources.sqlErp, clock, { system: 'Windows Server 2022' });
  await expect(
    files.shows(
      /^Invoke-WebRequest -Uri 'https:\/\/download\.microsoft\.com\/.+' -OutFile 'sql-erp-02_.+\.exe'$/,
    ),
  ).toBeVisible();
  await expect(
    files.shows(/^Start-Process -FilePath '\.\\sql-erp-02_.+' -Verb RunAs$/),
  ).toBeVisible();
});

test('after a reload the password is gone, and a new script renews the session', async ({
  app,
  azure,
  clock,
  files,
}) => {
  await files.getScript(sources.app01, clock);
  const before = await files.password();
  await app.reload();
  await expect(files.shows('The password isn’t stored')).toBeVisible();
  await files.button('Get a new script').click();
  await expect(files.shows('You already have a script')).toBeVisible();
  await files.sendFor(clock);
  await files.expectReady();
  expect(await files.password()).not.toBe(before);
  expect(await azure.received('recoveryPoints.mount')).toHaveLength(2);
});

test(
  'unmounting is confirmed, read back, and takes the session off the start page',
  { tag: proves('unmount a file session') },
  async ({ azure, clock, files, page }) => {
    await files.getScript(sources.app01, clock);
    const address = new URL(page.url()).pathname;
    await goTo(page, '/');
    await expect(files.sessions()).toContainText('Ends in 11 h 58 min');
    await goTo(page, address);
    await files.unmount('app01');
    await azure.expectReceived('recoveryPoints.unmount', 1);
    await passUntil(
      () => clock.pass(MINUTE),
      () => files.heading('The disks are unmounted').isVisible(),
    );
    await expect(files.button('Save the script')).toBeHidden();
    await goTo(page, '/');
    await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
    await expect(files.sessions()).toBeHidden();
  },
);

test('an hour and ten minutes before the end it is announced, and after it a step remains', async ({
  clock,
  files,
  page,
  screens,
}) => {
  const { notices } = screens;
  await files.getScript(sources.app01, clock);
  await goTo(page, '/jobs');
  await clock.pass(11 * HOUR);
  await notices.open();
  await expect(notices.line(/app01 ends in less than an hour/)).toBeVisible();
  await clock.pass(50 * MINUTE);
  await expect(notices.line(/app01 ends in less than 10 minutes/)).toBeVisible();
  await clock.pass(10 * MINUTE);
  await expect(notices.line(/app01 has ended\. Unmounting isn’t confirmed/)).toBeVisible();
});

test(
  'a lost answer is one request: the restore point says whether it is mounted',
  { tag: proves('a lost answer of a mount is looked for') },
  async ({ azure, clock, faults, files, page }) => {
    await files.reviewed(sources.app01);
    await faults.add(once('recoveryPoints.mount', { kind: 'answer-lost' }));
    await files.press().click();
    await expect(files.heading('Outcome unknown')).toBeVisible();
    await clock.pass(90_000);
    await files.button('Check again').click();
    await expect(files.shows(/request of \d\d:\d\d might have mounted it/)).toBeVisible();
    expect(await azure.received('recoveryPoints.mount')).toHaveLength(1);
    await files.button('Get a new script').click();
    await expect(files.shows(/request of .* might have mounted it/).first()).toBeVisible();
    await faults.add(once('recoveryPoints.mount', { kind: 'status', status: 403 }));
    await files.press().click();
    await expect(files.shows(/Azure answered 403, which doesn’t say/).first()).toBeVisible();
    // It is mounted by the first request, so a refusal doesn’t show what this one did.
    await expect(files.shows(/request of \d\d:\d\d/).first()).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/mounted nothing|mounted elsewhere/i);
  },
);

test('after its 12 hours a session is called unmounted only when Azure reports it', async ({
  clock,
  faults,
  files,
}) => {
  await files.getScript(sources.app01, clock);
  await faults.add(pointForbidden);
  await clock.pass(12 * HOUR);
  await expect(files.heading('The session has ended by its time')).toBeVisible();
  await expect(files.shows(/Couldn’t read the restore point/)).toBeVisible();
  await expect(files.button('Unmount disks')).toBeVisible();
  await faults.remove(pointForbidden.id);
  await files.button('Check again').click();
  await expect(files.heading('The disks are unmounted')).toBeVisible();
  await expect(
    files.shows(/Azure reported at .* that the restore point isn’t mounted/),
  ).toBeVisible();
  await expect(files.button('Unmount disks')).toHaveCount(0);
});

test('what can’t be is refused with its reason, and the restore of the disks keeps what was chosen', async ({
  files,
  page,
  screens,
}) => {
  const { wizard } = screens;
  await files.start(sources.hrDb);
  await expect(
    files.shows(/doesn’t recover files from a VM with Azure Disk Encryption/).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Restore disks instead' }).first().click();
  await wizard.expectStep('configuration');
  await expect(page.getByRole('main')).toContainText('hr-db-01');
});
