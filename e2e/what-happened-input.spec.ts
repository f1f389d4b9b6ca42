import { expect } from 'playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './drivers/a11y.ts';
import { everythingSlow, pointsForbidden } from './drivers/faults.ts';
import { troubleAddress } from './drivers/world.ts';
import { goTo } from './drivers/page.ts';
import { sizeName } from './drivers/layout.ts';
import { test } from './fixtures.ts';

/** What is typed, chosen by hand or by address, and what cannot be read. */

const whole = { what: 'bad-change', machine: 'app01', before: '2025-06-04T22:05:00Z' } as const;

test('the address alone gives the same answer again', async ({ app, page }) => {
  const { whatHappened } = await app.open('/what-happened', 'default');
  await whatHappened.choose('A bad update or change');
  await whatHappened.chooseMachine('app01');
  await whatHappened.giveTime('4 Jun 22:05');
  const sentence = 'New VM next to the original, as of 4 Jun 2025, 22:03.';
  await whatHappened.expectFirst(sentence);
  expect(new URL(page.url()).search).toContain('before=2025-06-04T22');
  await app.reload();
  await whatHappened.expectFirst(sentence);
  await expect(whatHappened.time()).toHaveValue('4 Jun 2025, 22:05');
  const other = await app.tab(new URL(page.url()).pathname + new URL(page.url()).search);
  await other.whatHappened.expectFirst(sentence);
});

test('words of an address that mean nothing are left out, and each is named', async ({ app }) => {
  const { whatHappened, shell } = await app.open(
    '/what-happened?what=5&instance=app01&before=yesterday',
    'default',
  );
  await shell.expectText('Part of the address was ignored');
  await shell.expectText('“5” isn’t a scenario.');
  await shell.expectText('“app01” isn’t the address of a backup instance.');
  await shell.expectText('“yesterday” isn’t a time.');
  await whatHappened.choose('Just rehearsing');
  await whatHappened.chooseMachine('app01');
  await whatHappened.expectFirst('New VM in an isolated network');
  await expect(shell.text('“5” isn’t a scenario.')).toHaveCount(0);
});

test('reports a machine that Azure does not have, and another can be chosen', async ({
  app,
  troubles,
}) => {
  troubles.expectRefusals();
  const { whatHappened, shell } = await app.open(
    '/what-happened?what=rehearsal&instance=a~b~c~d~e',
    'default',
  );
  await shell.expectAlert('Azure can’t find the selected VM.');
  await whatHappened.chooseAnother();
  await whatHappened.chooseMachine('app01');
  await whatHappened.expectFirst('New VM in an isolated network');
});

test('accepts a time as it is typed, and reports one that means nothing', async ({ app }) => {
  const { whatHappened, shell } = await app.open(troubleAddress(whole), 'default');
  await whatHappened.expectFirst('as of 4 Jun 2025, 22:03');
  await whatHappened.giveTime('half past ten');
  await shell.expectAlert('“half past ten” isn’t a time.');
  await shell.expectAlert('Still used: 4 Jun 2025, 22:05.');
  await whatHappened.giveTime('2099-01-01 00:00');
  await shell.expectAlert('This time is in the future.');
  await whatHappened.giveTime('2025-06-04 22:00');
  await whatHappened.expectFirst('as of 3 Jun 2025, 22:0');
  await whatHappened.giveTime('');
  await shell.expectText('Enter the last time it was good.');
  await shell.press('Use the newest restore point');
  await whatHappened.expectFirst('as of 4 Jun 2025, 22:03');
});

test('distinguishes machines of one name by group, subscription and vault', async ({ app }) => {
  const { whatHappened } = await app.open('/what-happened?what=copy', 'default');
  await whatHappened.search().fill('web-fe');
  await whatHappened.machines.expectRows([
    { Name: 'web-fe-07', 'Resource group': 'rg-web', Vault: 'rsv-prod-weu' },
    { Name: 'web-fe-07', 'Resource group': 'rg-web-stage', Vault: 'rsv-hq-neu' },
  ]);
  await whatHappened.chooseMachine('web-fe-07', 'rg-web-stage', 'Contoso Corporate');
  await whatHappened.expectFirst('as of 4 Jun 2025, 20:1');
});

test('reports no machine of that name, no point, and no point before that time', async ({
  app,
}) => {
  const { whatHappened, shell, page } = await app.open('/what-happened?what=copy', 'default');
  await whatHappened.search().fill('no-such-machine');
  await shell.expectText('has “no-such-machine” in its name.');
  await goTo(page, troubleAddress({ what: 'copy', machine: 'build-agent-04' }));
  await shell.expectText('build-agent-04 has no restore points yet.');
  await goTo(page, troubleAddress({ ...whole, before: '2020-01-01T00:00:00Z' }));
  await shell.expectText('app01 has no restore point before 1 Jan 2020, 00:00.');
  await shell.expectText(/The oldest is from 31 Jan 2025/);
});

test('points without read permission leave the questions where they are', async ({
  app,
  faults,
}) => {
  const { whatHappened, shell } = await app.open('/what-happened?what=copy', 'default');
  await faults.add(pointsForbidden);
  await whatHappened.chooseMachine('app01');
  await shell.expectAlert('You don’t have permission to view the restore points.');
  await faults.remove(pointsForbidden.id);
  await shell.press('Check again');
  await whatHappened.expectFirst('New VM next to the original');
});

test('by keyboard alone from the trouble to the wizard', async ({ app }) => {
  const { whatHappened, wizard, keyboard, overview, page } = await app.open('/', 'default');
  await keyboard.activate(overview.link('What happened?', 'Just rehearsing'));
  await expect(page).toHaveURL(/what=rehearsal/);
  await keyboard.reach(whatHappened.scenario('Just rehearsing'));
  await keyboard.reach(whatHappened.scenario('A disk is lost or damaged'), 'ArrowRight');
  await keyboard.press('Space');
  await keyboard.reach(whatHappened.scenario('A copy of the VM is needed'), 'ArrowRight');
  await keyboard.reach(whatHappened.search());
  await expect(whatHappened.machines.row('build-agent-04')).toBeVisible();
  await page.keyboard.type('app01');
  await keyboard.press('Enter');
  await expect(whatHappened.machines.row('build-agent-04')).toHaveCount(0);
  await keyboard.activate(whatHappened.machine('app01'), 'Space');
  await whatHappened.expectFirst('New VM next to the original');
  await keyboard.activate(whatHappened.restoreLink());
  await wizard.expectStep('configuration');
  await expect(wizard.heading('configuration')).toBeFocused();
});

for (const [width, height] of [
  [1440, 900],
  [1024, 768],
  [720, 450],
  [400, 800],
] as const) {
  test.describe(sizeName(width, height), () => {
    test.use({ viewport: { width, height } });

    test('the answer is in view once the last question is answered, and focus stays there', async ({
      app,
    }) => {
      const { whatHappened, keyboard } = await app.open('/what-happened?what=copy', 'default');
      const answer = whatHappened.answer().getByRole('status').first();
      await whatHappened.chooseMachine('app01');
      await whatHappened.expectFirst('New VM next to the original');
      await expect(answer).toBeInViewport({ ratio: 1 });
      await expect(whatHappened.machine('app01')).toBeFocused();
      // Where a time is needed, that is the last question.
      await whatHappened.choose('A bad update or change');
      await expect(whatHappened.answer()).toContainText('Enter the last time it was good');
      await whatHappened.giveTime('4 Jun 22:05');
      await whatHappened.expectFirst('as of 4 Jun 2025, 22:03');
      await expect(answer).toBeInViewport({ ratio: 1 });
      await expect(whatHappened.time()).toBeFocused();
      // Other answers are chosen where the eye is: each press of a key is one.
      await keyboard.reach(whatHappened.scenario('A bad update or change'), 'Shift+Tab');
      await keyboard.press('ArrowDown');
      await expect(whatHappened.scenario('The VM doesn’t start')).toBeInViewport();
    });
  });
}

test('says what is being read while Azure is slow', async ({ app, faults, page }) => {
  const { whatHappened, shell } = await app.open('/what-happened?what=copy', 'default');
  await expect(whatHappened.machine('app01')).toBeVisible();
  await faults.add(everythingSlow);
  await whatHappened.machine('app01').click();
  await shell.expectReading('the VM');
  await expectAccessible(page, 'What happened, reading');
});

test('the whole page passes axe, and fits 400 and 320 pixels', async ({ app, page }) => {
  const { whatHappened } = await app.open(troubleAddress(whole), 'default');
  await whatHappened.expectFirst('New VM next to the original');
  await whatHappened.chooseAnother();
  await expect(whatHappened.machine('app01')).toBeChecked();
  await expectAccessible(page, 'What happened');
  for (const width of [400, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page);
  }
  await expectAccessible(page, 'What happened, narrow');
});
