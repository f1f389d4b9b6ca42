import { expect } from 'playwright/test';
import { expectAccessible } from '../drivers/a11y.ts';
import { otherClaims } from '../drivers/faults.ts';
import { passUntil } from '../drivers/page.ts';
import { app01Beside } from '../drivers/restores.ts';
import { sources } from '../drivers/world.ts';
import { test } from '../live-fixtures.ts';
import { proves } from '../set.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What the simulated Azure's challenge wants to see in a token. */
const CHALLENGE = '{"access_token":{"nbf":{"essential":true,"value":"1749092400"}}}';

test('a day later a hidden frame signs in, also where the clock is an hour ahead', async ({
  page,
  visitor,
  world,
  clock,
}) => {
  await page.clock.setSystemTime(world.clock.now() + HOUR_MS);
  await visitor.arrive('/vaults');
  const vault = page.getByRole('link', { name: 'rsv-prod-weu' }).first();
  await expect(vault).toBeVisible();
  const pages = () => world.entra.requests().filter((one) => one.endsWith('/authorize'));
  const before = pages();
  await clock.pass(DAY_MS);
  for (const load of ['first', 'second']) {
    await page.reload();
    await expect(vault, load).toBeVisible();
  }
  await expect(page.getByText(/^Your sign-in ends/)).toHaveCount(0);
  expect(pages()).toEqual(before);
});

test('where frames have no cookies the sign-in is offered ahead, and comes back to the same step', async ({
  page,
  visitor,
  world,
  clock,
  screens: { configuration, shell, wizard },
}) => {
  world.entra.behave({ hasFrameCookies: false });
  await visitor.arrive(sources.app01.start);
  await wizard.expectStep('configuration');
  await configuration.chooseType('Create new virtual machine');
  await configuration.name().fill(app01Beside.name);
  await clock.pass(DAY_MS - 30 * MINUTE_MS);
  await expect(page.getByText(/^Your sign-in ends at/).first()).toBeVisible();
  await expectAccessible(page, 'the offer to sign in again');
  const before = page.url();
  await page.getByRole('button', { name: 'Sign in again now' }).click();
  await expect(page.getByText(/^Your sign-in ends at/)).toHaveCount(0);
  await wizard.expectStep('configuration');
  await expect(page).toHaveURL(before);
  await expect(configuration.name()).toHaveValue(app01Beside.name);
  // A day after the first sign-in the second one renews itself, without any frame.
  await clock.pass(2 * HOUR_MS);
  await wizard.openStep('restore-point');
  await wizard.choosePoint(sources.app01.point);
  await shell.expectNoAlert();
});

test(
  'a press that needs another sign-in is sent once, after it, and not by itself',
  { tag: proves('a new sign-in sends nothing by itself') },
  async ({ visitor, world, clock, screens: { configuration, shell, wizard } }) => {
    await visitor.arrive(sources.app01.start);
    await wizard.expectStep('configuration');
    await configuration.fillNewMachine(app01Beside);
    await wizard.next('review');
    await world.azure.append([{ type: 'fault-added', at: world.clock.now(), fault: otherClaims }]);
    world.entra.behave({ challenge: CHALLENGE, isPersonNeeded: true });
    await wizard.restore();
    await shell.expectText('Azure rejected the request');
    // The page looks once more after 15 seconds.
    const refused = shell.alert('Your selections are kept.');
    await passUntil(
      async () => clock.pass(16_000),
      async () => refused.isVisible(),
    );
    await shell.press('Sign in again');
    await shell.expectText('You’re signed in. Select Restore again.');
    await wizard.expectStep('review');
    expect((await world.azure.state()).restores).toHaveLength(0);
    await wizard.restore();
    await shell.expectText('Restore request accepted');
    expect((await world.azure.state()).restores).toHaveLength(1);
  },
);

test('a token endpoint that hangs holds a read for 30 seconds, and the next try works', async ({
  page,
  visitor,
  world,
  clock,
  screens: { shell },
}) => {
  await visitor.arrive('/vaults');
  const vault = page.getByRole('link', { name: 'rsv-prod-weu' }).first();
  await expect(vault).toBeVisible();
  const tokens = () => world.entra.requests().filter((one) => one === TOKEN).length;
  const before = tokens();
  world.entra.behave({ isHanging: true });
  // Past the life of the access token.
  await clock.pass(80 * MINUTE_MS);
  await shell.goTo('Backup jobs');
  await expect.poll(tokens).toBeGreaterThan(before);
  // The page’s own read can start later than the one whose token was requested first.
  const alert = shell.alert('Microsoft Entra didn’t answer');
  await passUntil(
    async () => clock.pass(31_000),
    async () => alert.isVisible(),
  );
  world.entra.behave({ isHanging: false });
  await shell.press('Try again');
  await shell.expectNoAlert();
  await expect(page.getByRole('grid')).toBeVisible();
});

const TOKEN = 'POST /11111111-2222-4333-8444-555555555555/oauth2/v2.0/token';

test(
  'who signs out comes back to a page that says so, and stays signed out in all tabs',
  { tag: proves('who signs out is out of all tabs') },
  async ({ page, context, visitor, world, screens: { shell } }) => {
    await visitor.arrive('/vaults');
    await page.getByRole('button', { name: 'Account: Ada Operator' }).click();
    const account = page.getByRole('dialog', { name: 'Account' });
    await expect(account).toContainText('ada@contoso.example');
    await expectAccessible(page, 'the account');
    // Entra knows the browser, so the other tab signs in by itself.
    const other = await context.newPage();
    await other.goto(`${world.address}/jobs`);
    await expect(other.getByRole('heading', { level: 1, name: 'Backup jobs' })).toBeVisible();
    await expect(other.getByRole('grid')).toBeVisible();
    await page.bringToFront();
    await account.getByRole('button', { name: 'Sign out' }).click();
    await shell.expectTitle('You’re signed out');
    await page.reload();
    await shell.expectTitle('You’re signed out');
    await expect(other.getByRole('heading', { name: 'You’re signed out' })).toBeVisible();
    // Entra’s own page is left without an answer: what brought the sign-out back is not taken for one.
    await shell.press('Sign in');
    await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
    await visitor.open('/vaults');
    await shell.expectTitle('Sign-in wasn’t completed');
  },
);

test('an application that the tenant does not have is explained, without a loop', async ({
  page,
  visitor,
  world,
  screens: { shell },
}) => {
  world.entra.behave({ hasApplication: false });
  await visitor.open('/vaults');
  await expect(page.getByText('AADSTS700016: Application not found.')).toBeVisible();
  await visitor.open('/vaults');
  await shell.expectTitle('Sign-in wasn’t completed');
  await shell.expectText('The tenant has no application with the ID below.');
  await shell.expectText('0f0f0f0f-1e1e-4d2d-8c3c-4b4b4b4b4b4b');
  await expectAccessible(page, 'a sign-in that was not completed');
  world.entra.behave({ hasApplication: true });
  await shell.press('Sign in again');
  await expect(page.getByRole('heading', { name: 'Pick an account' })).toBeVisible();
});
