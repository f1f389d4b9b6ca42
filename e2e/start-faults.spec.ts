import { expect } from 'playwright/test';
import { openDeploy } from './drivers/deploy.ts';
import {
  leadsToAnother,
  listedLate,
  lostAnswer,
  pageAfter,
  pageInstead,
  rejected,
  rejectedAfter,
  repeated,
} from './drivers/faults.ts';
import { FileRecovery } from './drivers/files.ts';
import { fillApp01Beside } from './drivers/restores.ts';
import { sources } from './drivers/world.ts';
import { test } from './fixtures.ts';

/** What the named faults of a start do: what arrives and is done, and the answer that the page gets. */

test('a repeated request for a new VM: both arrive, and the page gets the second answer', async ({
  app,
  azure,
  faults,
  page,
}) => {
  const screens = await app.open('/restore/new', 'default');
  await fillApp01Beside(screens);
  await faults.add(repeated('restore'));
  const answer = page.waitForResponse(/\/restore\?/);
  await screens.wizard.restore();
  expect((await answer).status()).toBe(400);
  await azure.expectReceived('restores.trigger', 2);
  expect(azure.sent()).toHaveLength(1);
  expect(await azure.accepted()).toHaveLength(1);
});

test('a repeated request for a script: the second finds the point mounted', async ({
  app,
  azure,
  faults,
  page,
}) => {
  await app.open('/instances', 'default');
  const files = new FileRecovery(page);
  await files.reviewed(sources.app01);
  await faults.add(repeated('files'));
  const answer = page.waitForResponse(/\/provisionInstantItemRecovery\?/);
  await files.press().click();
  expect((await answer).status()).toBe(400);
  const arrived = await azure.received('recoveryPoints.mount');
  expect(arrived.map(({ status }) => status)).toEqual([202, 400]);
});

test('a page of a proxy after an undelete was done: the backup is undeleted', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const { instance, instances } = await app.open('/instances', 'default');
  await instances.search('hr-stage');
  await page.getByRole('link', { name: 'hr-stage-02', exact: true }).first().click();
  await page.getByRole('button', { name: 'Undelete', exact: true }).click();
  await clock.speed(60);
  await page.getByRole('textbox', { name: 'Type hr-stage-02 to confirm' }).fill('hr-stage-02');
  await faults.add(pageAfter('undelete', 409));
  const answer = page.waitForResponse(
    (one) => one.request().method() === 'PUT' && one.url().includes('/protectedItems/'),
  );
  await page.getByRole('button', { name: 'Undelete', exact: true }).click();
  expect((await answer).status()).toBe(409);
  expect((await answer).headers()['content-type']).toContain('text/html');
  await clock.pass(60_000);
  await app.reload();
  await instance.expectFacts({ Protection: 'Protection stopped, restore points kept' });
});

test('a deployment that is rejected after it was accepted runs', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const deploy = await openDeploy(screens, clock);
  await deploy.field('virtualMachineName').fill('app01-night');
  await deploy.validate(clock, /Azure accepts the template/);
  await faults.add(rejectedAfter('deployment'));
  const answer = page.waitForResponse(
    (one) => one.request().method() === 'PUT' && one.url().includes('/deployments/'),
  );
  await deploy.purchase();
  expect((await answer).status()).toBe(409);
  expect(await (await answer).text()).toContain('DeploymentActive');
  await clock.pass(300_000);
  await expect(deploy.attempt(1)).toContainText(/VM app01-night, running/);
  expect(await azure.received('deployments.create')).toHaveLength(1);
});

for (const fault of [rejected('restore', 413), pageInstead('restore', 413)]) {
  test(`${fault.id}: nothing is done, and the page gets a 413`, async ({
    app,
    azure,
    faults,
    page,
  }) => {
    const { wizard } = await app.open('/restore/new');
    await wizard.fill();
    await faults.add(fault);
    const answer = page.waitForResponse(/\/restore\?/);
    await wizard.restore();
    expect((await answer).status()).toBe(413);
    await azure.expectReceived('restores.trigger', 1);
    expect(await azure.accepted()).toEqual([]);
  });
}

test('a job that is listed late is found when it is', async ({
  app,
  azure,
  clock,
  faults,
  page,
}) => {
  const { shell, wizard } = await app.open('/restore/new');
  await wizard.fill();
  await faults.add(lostAnswer);
  await faults.add(listedLate(100));
  await wizard.restore();
  await shell.expectText('Outcome unknown');
  await clock.pass(70_000);
  await azure.expectReceived('jobs.list', 3);
  await expect(page).toHaveURL(/\/restore\//);
  await clock.pass(90_000);
  await expect(page).toHaveURL(/\/jobs\//);
  expect(await azure.accepted()).toHaveLength(1);
});

test('an answer that leads to the job of another restore: its operation names that job', async ({
  app,
  azure,
  faults,
}) => {
  const screens = await app.open('/restore/new', 'default');
  await fillApp01Beside(screens);
  await faults.add(leadsToAnother);
  await screens.wizard.restore();
  await azure.expectReceived('restores.trigger', 1);
  const [ours] = await azure.accepted();
  expect(ours?.plan.vaultId).toContain('rsv-prod-weu');
  // A restore that runs there from the start.
  expect(ours?.namesJobId).toMatch(/^[0-9a-f-]{36}$/);
  expect(ours?.namesJobId).not.toBe(ours?.jobId);
});
