import { expect } from 'playwright/test';
import { allRead } from './drivers/page.ts';
import { test } from './hosted-fixtures.ts';
import { proves } from './set.ts';

/** A demo below a path of a host that only serves files, such as a project page. */

// Two workers would build the one folder at once.
test.describe.configure({ mode: 'default' });

const NOT_A_FILE = 'error: Failed to load resource: the server responded with a status of 404';

test(
  'below a path of a static host a deep link opens, a reload works and a restore starts',
  { tag: proves('a deep link opens below a path') },
  async ({ app, azure, hosted: { address }, page, troubles }) => {
    const { shell, wizard } = await app.open(`${address}/jobs`, 'default');
    await shell.expectTitle('Backup jobs');
    // An address that was copied has a query and a hash.
    const deep = `${address}/instances?search=app0#content`;
    await app.visit(deep);
    await expect(shell.link('app01')).toBeVisible();
    await expect(page).toHaveURL(deep);
    // What a person copies is the whole address.
    await expect(shell.link('app01')).toHaveAttribute('href', /^\/any\/path\/instances\/./);
    await allRead(page);
    await app.reload();
    await expect(shell.link('app01')).toBeVisible();
    await shell.follow('app01');
    await shell.expectTitle('app01');
    await expect(page).toHaveURL((url) => url.pathname.startsWith('/any/path/instances/'));
    await app.open(`${address}/restore/new`);
    await wizard.fillByHand();
    await wizard.openStep('review');
    await wizard.restoreAccepted();
    expect(await azure.accepted()).toHaveLength(1);
    expect(
      await page.evaluate(async () => {
        const [worker] = await navigator.serviceWorker.getRegistrations();
        return [worker?.scope, navigator.serviceWorker.controller?.scriptURL];
      }),
    ).toEqual([`${address}/`, `${address}/mockServiceWorker.js`]);
    // A host without rewrites answers an address of the application with this status, and the page.
    const notFiles = troubles.take();
    expect(notFiles.length).toBeGreaterThan(0);
    for (const one of notFiles) expect(one).toContain(NOT_A_FILE);
  },
);

test('a build for another path says after a while that its files are elsewhere, and not before', async ({
  misplaced: { address },
  hosted,
  page,
  troubles,
}) => {
  const words = page.getByText(
    'If this stays, the files of this page aren’t where it expects them',
  );
  const alert = page.getByRole('alert');
  const begun = performance.now();
  await page.goto(`${address}/`);
  await expect(page.getByText('Restore Center is starting…')).toBeVisible();
  // It is in the page from the beginning, and neither seen nor read out.
  await expect(words).toHaveCount(1);
  await expect(words).toBeHidden();
  await expect(alert).toHaveCount(0);
  await expect(words).toBeVisible();
  expect(performance.now() - begun).toBeGreaterThan(8_000);
  await expect(alert).toContainText('at /any/path/ of this host');
  // Another host, and missing files; the policy of a deployment allows the style.
  expect(troubles.take().filter((one) => one.includes('policy'))).toEqual([]);
  // Where it belongs, it is gone with the first page.
  await page.goto(`${hosted.address}/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(words).toHaveCount(0);
});
