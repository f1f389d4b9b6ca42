import { expect } from 'playwright/test';
import { LeftoversPage, UseDisks } from './drivers/actions.ts';
import { DiskAfterwards, DiskChecks, reviewDisk, withDisks } from './drivers/disks.ts';
import { holdStorage, mayHoldStorage } from './drivers/browser.ts';
import { once } from './drivers/faults.ts';
import { openStarted } from './drivers/others.ts';
import type { Screens } from './drivers/screens.ts';
import { type App, type Clock, test } from './fixtures.ts';

/** One plan, confirmed in two tabs in one moment: each write leaves once, and both tabs say the same in the end. */

const HOUR = 3_600_000;
const DONE = /: Done(?: by another tab of this browser)?$/;
const BY_OTHER = /: Done by another tab of this browser$/;
const BUILD = /^Create VM targetVM from testvm-osdisk-/;

const pathOf = ({ page }: Pick<Screens, 'page'>): string => new URL(page.url()).pathname;

/** The page of restored disks in two tabs. */
async function disksInTwo(app: App, clock: Clock): Promise<readonly [UseDisks, UseDisks]> {
  const screens = await app.open('/jobs', 'default');
  await openStarted(screens, 'restoreDisks');
  await clock.pass(HOUR);
  const one = new UseDisks(screens.page);
  await one.open();
  const second = await app.tab(pathOf(screens));
  return [one, new UseDisks(second.page)];
}

async function planBuild(disks: UseDisks): Promise<void> {
  await disks.text('Virtual machine name').fill('targetVM');
  await disks.fillVm('Standard_A1_v2');
  await disks.plan(BUILD);
}

// What a page hears of other tabs is held back from its first moment on.
test.use({ isShared: false });
test.beforeEach(async ({ context }) => mayHoldStorage(context));

/** The first request of a plan takes its time: the other tab is confirmed meanwhile. */
const slow = (operation: string) => once(operation, { kind: 'latency', seconds: 90 });

type Tab = UseDisks | LeftoversPage;
type Tabs = readonly [Tab, Tab];

/** Confirms in one tab, and in the other one before it hears of that: it waits. */
async function confirmInBoth([first, second]: Tabs, typed: string): Promise<void> {
  await second.confirmation(typed).fill(typed);
  const release = await holdStorage(second.page);
  await first.confirmation(typed).fill(typed);
  await first.page.keyboard.press('Enter');
  await expect(first.steps().filter({ hasText: /: In progress$/ })).toHaveCount(1);
  await second.page.keyboard.press('Enter');
  await expect(waitsIn(second)).toBeVisible();
  await release();
}

const waitsIn = ({ page }: Tab) => page.getByText('What is planned here waits').first();

/** Waits until all that the tabs show is done. */
async function expectDone(tabs: Tabs): Promise<void> {
  for (const tab of tabs) {
    await expect(async () => {
      const texts = await tab.steps().allTextContents();
      expect(texts).not.toEqual([]);
      expect(texts.filter((text) => !DONE.test(text))).toEqual([]);
    }).toPass();
  }
}

/** The second tab says so of its own plan, of so many steps, and the first one doesn’t. */
async function expectByOther([first, second]: Tabs, steps: number): Promise<void> {
  await expect(second.steps().filter({ hasText: BY_OTHER })).toHaveCount(steps);
  await expect(first.steps().filter({ hasText: BY_OTHER })).toHaveCount(0);
}

test('a VM of restored disks is created once', async ({ app, azure, clock, faults }) => {
  const tabs = await disksInTwo(app, clock);
  for (const tab of tabs) await planBuild(tab);
  await faults.add(slow('networkInterfaces.put'));
  await confirmInBoth(tabs, 'targetVM');
  await clock.speed(60);
  await expectDone(tabs);
  await expectByOther(tabs, 2);
  expect(await azure.received('networkInterfaces.put')).toHaveLength(1);
  expect(await azure.received('virtualMachines.put')).toHaveLength(1);
});

test('a disk is attached once', async ({ app, azure, clock, faults }) => {
  const tabs = await disksInTwo(app, clock);
  for (const tab of tabs) {
    await tab.chooseKind('Attach a disk to a VM');
    await tab.choose('Disk', /^testvm-datadisk-/);
    await tab.choose('Virtual machine', 'testVM');
    await tab.choose('LUN', 'LUN 5');
    await tab.plan(/^Attach testvm-datadisk-/);
  }
  await faults.add(slow('virtualMachines.attachDetachDataDisks'));
  await confirmInBoth(tabs, 'testVM');
  await clock.speed(60);
  await expectDone(tabs);
  await expectByOther(tabs, 2);
  // The original is detached first.
  expect(await azure.received('virtualMachines.attachDetachDataDisks')).toHaveLength(2);
});

test('leftover resources are deleted once', async ({ app, azure, clock, faults }) => {
  const screens = await app.open('/jobs', 'default');
  await openStarted(screens, 'restoreDisks');
  await clock.pass(HOUR);
  await screens.shell.goTo('Backup jobs');
  const one = new LeftoversPage(screens.page);
  await one.open();
  const second = await app.tab(pathOf(screens));
  const tabs = [one, new LeftoversPage(second.page)] as const;
  for (const tab of tabs) {
    await tab.boxes(/^Select testvm-osdisk/).check();
    await tab.boxes(/^Select testvm-datadisk/).check();
    await tab.plan(2);
  }
  await faults.add(slow('disks.delete'));
  await confirmInBoth(tabs, 'delete 2');
  await clock.speed(60);
  await expectDone(tabs);
  await expectByOther(tabs, 2);
  expect(await azure.received('disks.delete')).toHaveLength(2);
});

test('a role is given once', async ({ app, azure }) => {
  const screens = withDisks(await app.open('/restore/new', 'default'));
  await reviewDisk(screens, {
    disk: 'sql-erp-02_OsDisk',
    point: '4 Jun 2025, 21:00',
    subscription: 'Contoso Production',
    group: 'rg-erp',
    name: 'erp-again',
  });
  const second = await app.tab(pathOf(screens));
  const tabs = [new DiskChecks(screens.page), new DiskChecks(second.page)];
  const target = 'Disk Restore Operator on the target resource group';
  for (const tab of tabs) await tab.expectLine(target, 'Missing');
  await Promise.all(tabs.map((tab) => tab.way(target, 'Assign Disk Restore Operator').click()));
  for (const tab of tabs) await tab.expectLine(target, 'Assigned, not in effect yet');
  expect(await azure.received('roleAssignments.grantForGroup')).toHaveLength(1);
});

test('a role is taken once', async ({ app, azure }) => {
  const screens = await app.open('/jobs?range=7d&datasource=disk', 'default');
  await screens.shell.follow('Restore of app01_DataDisk_0');
  await screens.job.expectProgress('Completed');
  const second = await app.tab(pathOf(screens));
  const tabs = [new DiskAfterwards(screens.page), new DiskAfterwards(second.page)];
  for (const tab of tabs) await tab.revoke().click();
  await Promise.all(tabs.map((tab) => tab.answer('Revoke Disk Restore Operator')));
  for (const tab of tabs)
    await expect(tab.role()).toHaveText('Confirmed by Azure: the identity doesn’t have it.');
  expect(await azure.received('roleAssignments.revokeForGroup')).toHaveLength(1);
});

test('a tab that is closed in the middle lets the other one go on', async ({
  app,
  azure,
  clock,
  faults,
}) => {
  const [waiting, carrying] = await disksInTwo(app, clock);
  for (const tab of [waiting, carrying]) await planBuild(tab);
  await faults.add(slow('networkInterfaces.put'));
  await confirmInBoth([carrying, waiting], 'targetVM');
  // Its request has arrived, and the answer to it is on its way.
  await azure.expectReceived('networkInterfaces.put', 1);
  await carrying.page.close();
  await clock.speed(60);
  await expect(waitsIn(waiting)).toBeHidden();
  await expect(waiting.steps().filter({ hasText: BY_OTHER })).toHaveCount(1);
  await expect(waiting.steps().filter({ hasText: /^Create VM targetVM: Done$/ })).toHaveCount(1);
  expect(await azure.received('networkInterfaces.put')).toHaveLength(1);
  expect(await azure.received('virtualMachines.put')).toHaveLength(1);
});
