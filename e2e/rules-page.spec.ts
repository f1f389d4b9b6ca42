import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { goTo, wordsSeen } from './drivers/page.ts';
import { writtenRules } from './drivers/rules.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** The page of all constraints. */

/** Counts the constraints of groups by the start of their ids, as in the project's document. */
const ofAzure = writtenRules().filter(({ id }) => !/^(?:platform\.)?commvault\./.test(id));
const count = (...groups: readonly string[]): string =>
  String(ofAzure.filter(({ id }) => groups.some((one) => id.startsWith(`${one}.`))).length);
const ALL = String(ofAzure.length);
const OWN = count('platform');
const FEW = count('csr', 'platform');
const CSR = `Cross Subscription Restore (${count('csr')})`;
const STAGING = `Staging Location (${count('staging')})`;

test('every constraint is listed by its group, those of Azure itself apart', async ({ app }) => {
  const { shell, rules } = await app.open('/', 'default');
  await shell.goTo('Constraints');
  await rules.expectCount(`${ALL} constraints`);
  await shell.expectText(
    `${ALL} constraints from 4 documents and from Azure itself, edition of 30 Nov 2024.`,
  );
  await expect(rules.groups().first()).toHaveText('Datasource (18)');
  await expect(rules.groups().last()).toHaveText(`Azure’s own limits (${OWN})`);
  await expect(rules.heading(2, 'From Azure itself')).toHaveCount(1);
  await expect(rules.item('csr.disabled')).toHaveCount(0);
  await rules.openGroup(CSR);
  const rule = rules.item('csr.disabled');
  await expect(rule).toContainText('Not possible');
  await expect(rule).toContainText('Cross Subscription Restore is off for this vault.');
  await expect(rule).toContainText('Instead');
  await expect(rule).toContainText('Keep the default subscription');
  await expect(rule).toContainText('Azure. The vault’s property must be on');
  await expect(
    rule.getByRole('link', { name: /^Restore Azure VMs, Restore options, .*, 30 Nov 2024$/ }),
  ).toHaveAttribute('href', /^https:\/\/learn\.microsoft\.com\//);
});

test('the page opens as rows that say how many constraints of each kind there are', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const { rules } = await app.open('/rules');
  await rules.expectCount(`${ALL} constraints`);
  await expect(rules.items()).toHaveCount(0);
  await expect(rules.group(CSR)).toHaveAccessibleDescription(
    /^\d+ not possible \d+ warnings?.* \d+ notes/,
  );
  expect(await page.getByRole('main').evaluate((main) => main.scrollHeight)).toBeLessThanOrEqual(
    2 * 900,
  );
  expect(await wordsSeen(page)).toBeLessThanOrEqual(400);
  await expectAccessible(page, 'constraints, closed');
  await page.getByRole('button', { name: 'Open all groups' }).click();
  await expect(rules.items()).toHaveCount(ofAzure.length);
  await page.getByRole('button', { name: 'Close all groups' }).click();
  await expect(rules.items()).toHaveCount(0);
});

test('groups that are open stand in the address: a reload and the way back keep them', async ({
  app,
  page,
}) => {
  const { rules, shell } = await app.open('/rules');
  await rules.openGroup(CSR);
  await rules.openGroup(STAGING);
  await expect(rules.group(STAGING)).toBeFocused();
  await expect(page).toHaveURL(/open=csr(?:,|%2C)staging/);
  await app.reload();
  await expect(rules.item('csr.disabled')).toBeVisible();
  await rules.closeGroup(CSR);
  await rules.link('staging.region').click();
  await shell.expectTitle('Constraint staging.region');
  await page.goBack();
  await rules.expectOpen(STAGING);
  await rules.expectOpen(CSR, false);
});

test('a search opens what it finds; what was closed stays closed until the next one', async ({
  app,
}) => {
  const { rules } = await app.open('/rules?open=datasource');
  await rules.search('tenant');
  await expect(rules.group('Datasource (18)')).toHaveCount(0);
  const found = await rules.groups().allInnerTexts();
  expect(found.length).toBeGreaterThan(1);
  for (const name of found) await rules.expectOpen(name);
  await rules.closeGroup(found[0] ?? '');
  await rules.expectOpen(found[1] ?? '');
  await rules.search('tenan');
  for (const name of found) await rules.expectOpen(name);
  await rules.search('');
  await rules.expectCount(`${ALL} constraints`);
  await rules.expectOpen('Datasource (18)');
  await expect(rules.items()).toHaveCount(18);
});

test('a link to a group opens it and gives it the focus, which stays where it is closed', async ({
  app,
  page,
}) => {
  const { rules } = await app.open('/vaults');
  await goTo(page, '/rules#group-staging');
  await expect(rules.group(STAGING)).toBeFocused();
  await expect(rules.group(STAGING)).toBeInViewport();
  await expect(rules.items()).toHaveCount(14);
  await rules.closeGroup(STAGING);
  await expect(rules.group(STAGING)).toBeFocused();
  await rules.search('staging.region');
  await expect(rules.item('staging.region')).toBeVisible();
  await expect(rules.searchBox()).toBeFocused();
});

test('the list is accessible in every theme', async ({ app, page }) => {
  const { rules } = await app.open('/rules?group=csr,platform');
  await rules.expectCount(`${FEW} of ${ALL} constraints`);
  await expectAccessible(page, 'constraints');
});

test(
  'a search narrows the list, by text, id or document, in newer words too',
  { tag: proves('search a constraint') },
  async ({ app }) => {
    const { rules } = await app.open('/rules');
    await rules.search('permanently can’t be undone');
    await rules.expectCount(`1 of ${ALL} constraints`);
    await rules.search('CSR.vault-moved');
    await expect(rules.item('csr.vault-moved')).toBeVisible();
    await rules.expectCount(`1 of ${ALL} constraints`);
    await rules.search('REST API');
    await expect(rules.groups().filter({ hasText: 'Request and tracking by REST' })).toHaveCount(1);
    await rules.search('recovery point');
    await expect(rules.item('point.archive')).toBeVisible();
  },
);

test('a search says how many of another product fit, and leads there', async ({ app, page }) => {
  const { rules } = await app.open('/rules');
  await rules.search('commvault.disk-8tb');
  await page.getByRole('link', { name: 'Show 1 constraint of Commvault that matches' }).click();
  await expect(rules.item('commvault.disk-8tb')).toBeVisible();
  await expect(rules.searchBox()).toHaveValue('commvault.disk-8tb');
});

test('filters of constraints stand in the address, and a reload keeps them', async ({
  app,
  page,
}) => {
  const { rules } = await app.open('/rules');
  await rules.choose('Group', 'Cross Subscription Restore');
  await rules.choose('Kind', 'Not possible');
  await rules.search('tenant');
  await rules.expectCount(`1 of ${ALL} constraints`);
  await expect(page).toHaveURL(/group=csr/);
  await expect(page).toHaveURL(/kind=block/);
  await expect(page).toHaveURL(/q=tenant/);
  await app.reload();
  await rules.expectCount(`1 of ${ALL} constraints`);
  await expect(rules.searchBox()).toHaveValue('tenant');
  await expect(rules.pill('Kind')).toHaveAccessibleName('Kind: Not possible');
  await expect(rules.item('csr.same-tenant')).toBeVisible();
});

test('a step of the wizard has its constraints, also after a reload', async ({ app, page }) => {
  const { rules } = await app.open('/rules');
  await rules.choose('Step', 'Network access');
  await rules.expectCount(`12 of ${ALL} constraints`);
  await expect(rules.item('network.private.disk-access')).toBeVisible();
  await expect(rules.item('csr.disabled')).toHaveCount(0);
  await expect(page).toHaveURL(/step=network-access/);
  await app.reload();
  await rules.expectCount(`12 of ${ALL} constraints`);
  await rules.choose('Step', 'After the restore');
  await expect(rules.item('after.extensions')).toBeVisible();
});

test('another product is chosen by itself, and Azure Backup is the first choice', async ({
  app,
  page,
}) => {
  const { rules } = await app.open('/rules?q=permanently');
  await expect(rules.item('csr.permanent.irreversible')).toBeVisible();
  await expect(rules.pill('Product')).toHaveAccessibleName('Product: Azure Backup');
  await rules.choose('Product', 'Commvault');
  await expect(rules.pill('Product')).toHaveAccessibleName('Product: Commvault');
  await expect(page).toHaveURL(/product=commvault/);
  await expect(rules.item('csr.permanent.irreversible')).toHaveCount(0);
  await rules.choose('Product', 'Azure Backup');
  await expect(rules.item('csr.permanent.irreversible')).toBeVisible();
});

test('filters in the address that mean nothing are left out, and named', async ({ app }) => {
  const { rules, shell } = await app.open('/rules?group=csr,nonsense&kind=BLOCK&document=7');
  await shell.expectText('kind=BLOCK, document=7, group=nonsense');
  await rules.expectCount(`15 of ${ALL} constraints`);
  await shell.press('Clear all filters');
  await rules.expectCount(`${ALL} constraints`);
  await expect(shell.text('group=nonsense')).toHaveCount(0);
});

test('nothing that fits says what was searched, and offers the way back', async ({ app, page }) => {
  const { rules, shell } = await app.open('/rules?q=nosuchword&enforcedBy=advice');
  await shell.expectText('No constraint with these filters matches “nosuchword”.');
  await shell.expectText(`Searched the texts, IDs, fields, and sources of ${ALL} constraints.`);
  await expectAccessible(page, 'constraints, none');
  await shell.text('Clear all filters').last().click();
  await rules.expectCount(`${ALL} constraints`);
});

test('one constraint has an address of its own', async ({ app, page }) => {
  const { rules, shell } = await app.open('/rules?rule=czr.pinned-zone-down');
  await shell.expectTitle('Constraint czr.pinned-zone-down');
  await rules.expectFact('Kind', 'Not possible');
  await rules.expectFact('Product', 'Azure Backup');
  await rules.expectFact('Step', 'Configuration');
  await rules.expectFact('Applies to', 'Availability Zone');
  await rules.expectFact('Source', /30 Nov 2024/);
  await rules.expectFact('Enforced by', /^Azure\. /);
  await expectAccessible(page, 'one constraint');
  await rules.link('Cross Zonal Restore').click();
  await rules.expectCount(`20 of ${ALL} constraints`);
  await rules.link('czr.pinned-zone-down').click();
  await expect(shell.title('Constraint czr.pinned-zone-down')).toBeFocused();
  await page.goBack();
  await rules.expectCount(`20 of ${ALL} constraints`);
});

test('an address of a constraint that does not exist says so', async ({ app }) => {
  const { rules, shell } = await app.open('/rules?rule=csr.nonsense');
  await shell.expectTitle('No constraint at this address');
  await shell.expectText('This edition has no constraint with the ID “csr.nonsense”.');
  await shell.follow('All constraints');
  await rules.expectCount(`${ALL} constraints`);
});

test('by the keyboard one opens a group, and goes from constraint to constraint', async ({
  app,
}) => {
  const { rules, keyboard } = await app.open('/rules');
  await keyboard.activate(rules.group(STAGING));
  await expect(rules.heading(3, 'Staging Location (14)')).toBeInViewport();
  await keyboard.reach(rules.link('staging.region'));
  await keyboard.press('Enter');
  await rules.expectFact('Group', 'Staging Location');
});

test('on paper there are the constraints of what is open, and nothing around them', async ({
  app,
  page,
}) => {
  const { rules, shell } = await app.open('/rules?open=csr');
  await page.emulateMedia({ media: 'print' });
  await expect(rules.item('csr.scope')).toBeVisible();
  await expect(rules.items()).toHaveCount(Number(count('csr')));
  await expect(page.getByRole('button', { name: 'Open all groups' })).toBeHidden();
  await expect(shell.navigation()).toBeHidden();
  await expect(rules.searchBox()).toBeHidden();
  const heights = await page
    .getByRole('main')
    .evaluate((main) => ({ content: main.scrollHeight, box: main.clientHeight }));
  expect(heights.box).toBeGreaterThanOrEqual(heights.content);
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 800 } });

  test('the list and one constraint fit', async ({ app, page }) => {
    const { rules } = await app.open('/rules');
    await rules.expectCount(`${ALL} constraints`);
    await expectNoSidewaysScroll(page);
    await rules.openGroup(STAGING);
    await expectNoSidewaysScroll(page);
    await rules.search('staging.region');
    await rules.expectCount(`1 of ${ALL} constraints`);
    await rules.link('staging.region').click();
    await rules.expectFact('Group', 'Staging Location');
    await expectNoSidewaysScroll(page);
  });
});
