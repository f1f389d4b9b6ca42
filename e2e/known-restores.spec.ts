import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from 'playwright/test';
import { allRead, goTo } from './drivers/page.ts';
import { test } from './fixtures.ts';

/** What a visitor meets first knows its disks, its consistency and its result. */

const README = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

/** The addresses of README’s *Three things to try*, without what they say to the simulated Azure. */
const TRIES = [
  ...(README.split('## Three things to try')[1] ?? '').matchAll(/http:\/\/localhost:4173(\S+?)\)/g),
].map(([, address = '']) => new URL(address, 'http://localhost'));

const print = (...row: readonly string[]): void =>
  void process.stdout.write(`${row.join(' | ')}\n`);

const main = (page: Page): Locator => page.getByRole('main');

/** What the picture of a restore says in words. */
const pictured = async (page: Page): Promise<string> =>
  main(page)
    .getByRole('table', { name: /^(Restore|Plan)$/ })
    .innerText();

test('README names three things to try', () => {
  expect(TRIES.map(({ pathname }) => pathname.split('/').slice(0, 2).join('/'))).toEqual([
    '/restore',
    '/restore',
    '/jobs',
  ]);
});

test('a finished restore of README knows its disks, its consistency and its result', async ({
  app,
  page,
}) => {
  const { job } = await app.open(TRIES[2]?.pathname ?? '', 'default');
  await job.expectProgress('Read back');
  await allRead(page);
  const shown = await pictured(page);
  expect(shown).toMatch(/OS disk\t.*30 GiB/);
  expect(shown).toMatch(/File-system/);
  expect(shown).toMatch(/Result.*\tCreated/);
  expect(await main(page).innerText()).not.toMatch(/not in the job|not read/i);
  print('README, 3', '30 and 34 GiB', 'File-system', 'created, read back');
});

test('the wizards of README know the disks and the consistency of their point', async ({
  app,
  page,
}) => {
  const { wizard } = await app.open(
    `${TRIES[0]?.pathname ?? ''}?rule=encryption.ade.create-vm`,
    'default',
  );
  await wizard.expectStep('configuration');
  await allRead(page);
  const blocked = await pictured(page);
  expect(blocked).toMatch(/OS disk\t\d+ GiB/);
  expect(blocked).toMatch(/Crash|Application|File-system/);
  print('README, 1', 'disks and consistency known');
  await goTo(page, `${TRIES[1]?.pathname ?? ''}?rule=rest.recovery-type.vm`);
  await wizard.expectStep('review');
  await wizard.preflight.expectChecked();
  await allRead(page);
  const ready = await pictured(page);
  expect(ready).toMatch(/disk.*\d+ GiB/i);
  expect(ready).toMatch(/Crash|Application|File-system/);
  print('README, 2', 'disks and consistency known');
});

/** A restore that Overview leads to. */
interface KnownRestore {
  readonly name: string;
  readonly part: 'Restores in progress' | 'Needs attention';
  readonly link: RegExp;
  readonly disks: RegExp;
  readonly point: RegExp;
  readonly result: RegExp;
  /** How far it is, or how it ended. */
  readonly reached: RegExp;
}

const ON_OVERVIEW: readonly KnownRestore[] = [
  {
    name: 'app01 to app01-restored',
    part: 'Restores in progress',
    link: /^app01 to app01-restored/,
    disks: /OS disk\t30 GiB/,
    point: /4 Jun 2025, 22:03, Crash/,
    result: /New NIC\t/,
    reached: /\d+% of bytes/,
  },
  {
    name: 'sql-erp-02 to disks in rg-restore-weu',
    part: 'Restores in progress',
    link: /^sql-erp-02 to disks/,
    disks: /OS disk\t127 GiB/,
    point: /4 Jun 2025, 21:31, Crash/,
    result: /Not created yet/,
    reached: /\d+% of bytes/,
  },
  {
    name: 'testVM to testVM-copy',
    part: 'Needs attention',
    link: /^Restore of testVM to testVM-copy/,
    disks: /OS disk\t32 GiB/,
    point: /4 Jun 2025, 06:06, Application/,
    result: /Not created/,
    reached: /Restore failed/,
  },
  {
    // Its service has neither sizes nor consistency.
    name: 'shop-cart-01 to shop-cart-01-drill',
    part: 'Restores in progress',
    link: /^shop-cart-01 to shop-cart-01-drill/,
    disks: /shop-cart-01-drill_OsDisk\t/,
    point: /4 Jun 2025, 20:\d\d/,
    result: /Not created yet/,
    reached: /\d+% of bytes/,
  },
];

for (const { name, part, link, disks, point, result, reached } of ON_OVERVIEW)
  test(`${name}, which Overview shows, knows its disks, its point and its result`, async ({
    app,
    page,
  }) => {
    const { overview, job } = await app.open('/', 'default');
    await allRead(page);
    await overview.part(part).getByRole('link', { name: link }).first().click();
    await job.expectProgress(reached);
    await allRead(page);
    const shown = await pictured(page);
    expect(shown).toMatch(disks);
    expect(shown).toMatch(point);
    expect(shown).toMatch(result);
    expect(shown).not.toMatch(/not read/i);
    print(name, 'disks, point and result known');
  });
