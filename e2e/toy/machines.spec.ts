import { expect } from 'playwright/test';
import { goTo } from '../drivers/in-page.ts';
import { test } from '../fixtures.ts';
import { ToyWizard } from './driver.ts';

/** Two datasources that protect the same VM. */

test('a box and the backup of its VM by Azure lead to each other', async ({ app, page }) => {
  const { shell } = await app.open('/instances?datasource=toy', 'default');
  const toy = new ToyWizard(page);
  await toy.row('app01 in a box').getByRole('link').click();
  await shell.expectTitle('app01 in a box');
  await shell.expectText('Also protected by Azure: app01');
  // Commvault, which protects it, too, comes after Azure.
  await shell.link('app01').first().click();
  await shell.expectTitle('app01');
  await shell.expectText('Also protected by Toy shelf: app01 in a box');
  await shell.follow('app01 in a box');
  await shell.expectTitle('app01 in a box');
});

test('where the other service does not answer, the page of the VM says what was not checked', async ({
  app,
  faults,
  page,
}) => {
  const { shell } = await app.open('/', 'default');
  await faults.add({
    id: 'shelf closed',
    match: { operation: 'toyBoxes.list' },
    effect: { kind: 'status', status: 403 },
    times: null,
  });
  await goTo(page, '/instances?search=app01');
  await shell.expectTitle('Backup instances');
  await shell.follow('app01');
  await shell.expectTitle('app01');
  await shell.expectText('Couldn’t check whether Toy shelf also protects this VM.');
  await expect(shell.text('Also protected by Toy shelf')).toBeHidden();
});
