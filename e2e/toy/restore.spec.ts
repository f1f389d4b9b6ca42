import { expect } from 'playwright/test';
import { goTo } from '../drivers/in-page.ts';
import { test } from '../fixtures.ts';
import { ToyWizard } from './driver.ts';

/** A datasource of another vendor, in the build that has one more for this test. */

test('a box is restored through the wizard, and its job opens', async ({ app, azure, clock }) => {
  const { shell, wizard, search, page } = await app.open('/', 'default');
  const toy = new ToyWizard(page);
  await toy.begin();
  await expect(wizard.plan()).toContainText('Select a box.');
  await wizard.tryNext();
  await shell.expectText('Select a box.');
  await goTo(page, '/instances?datasource=toy');
  await toy.row('app01 in a box').getByRole('link').click();
  await shell.expectTitle('app01 in a box');
  await shell.expectText('111.8 GiB');
  await page.getByRole('main').getByRole('link', { name: 'Restore', exact: true }).click();
  await expect(toy.step('Box step 2 of 3')).toBeVisible();
  await expect(toy.box(/^app01 in a box/)).toBeChecked();
  await toy.points().nth(1).check();
  await expect(wizard.plan()).toContainText('The restore point is more than a day old.');
  await toy.review();
  await shell.expectText('The restore point is more than a day old.');
  await wizard.restore();
  await shell.expectText('Restore request accepted');
  await clock.pass(30_000);
  await expect(page).toHaveURL(/\/jobs\/toy%3Ajob-7$/);
  await clock.pass(140_000);
  await shell.expectTitle('Restore of app01 in a box');
  await expect(shell.content()).toContainText(
    /Number of bytes transferred5\d\.\d GiB of 111\.8 GiB/,
  );
  await goTo(page, '/');
  await expect(toy.row('app01 in a box')).toContainText('%');
  await goTo(page, '/jobs?datasource=toy');
  await expect(toy.row('app01 in a box')).toContainText('In progress');
  await goTo(page, '/instances?datasource=toy');
  await expect(toy.row('app01 in a box')).toContainText('111.8 GiB');
  await search.find('app01');
  await expect(search.options('Boxes')).toHaveCount(1);
  await expect(search.option('Boxes', 'app01 in a box')).toContainText('last restore point');
  await expect(search.option('Jobs of the toy shelf', 'app01 in a box')).toContainText(
    'In progress',
  );
  expect(await azure.received('toyRestores.start')).toHaveLength(1);
  expect(await azure.accepted()).toEqual([]);
});

test('a point that is worn out can’t be selected, and the shelf rejects it, too', async ({
  app,
}) => {
  const { shell, page } = await app.open('/', 'default');
  const toy = new ToyWizard(page);
  await toy.begin();
  await toy.box(/^app01 in a box/).check();
  await expect(toy.points()).toHaveCount(3);
  await toy.points().nth(2).press('Space');
  await expect(toy.points().nth(2)).not.toBeChecked();
  await shell.expectText('The toy shelf can’t restore a point that is more than 14 days old.');
});

test('the connection says whether the shelf accepts its token', async ({ app, faults }) => {
  const { page } = await app.open('/', 'default');
  const toy = new ToyWizard(page);
  await goTo(page, '/settings');
  await expect(page.getByRole('region', { name: / connection$/ })).toHaveCount(2);
  await toy.testConnection();
  await expect(toy.connection()).toContainText('Connected as Toy owner.');
  await faults.add({
    id: 'shelf closed',
    match: { operation: 'toyOwner.get' },
    effect: { kind: 'status', status: 403 },
    times: null,
  });
  await toy.testConnection();
  await expect(toy.connection().getByRole('alert')).toBeVisible();
});
