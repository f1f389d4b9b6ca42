import { expect, type Locator } from 'playwright/test';
import { array, constantFrom, record, sample, stringMatching } from 'fast-check';
import { lateLists } from './drivers/faults.ts';
import { goTo } from './drivers/page.ts';
import { app01Beside, configure } from './drivers/restores.ts';
import type { Screens } from './drivers/screens.ts';
import { sources } from './drivers/world.ts';
import { chooseAndType, compose } from './drivers/keyboard.ts';
import { test } from './fixtures.ts';
import { proves } from './set.ts';

/** Nothing that is typed is lost or overwritten, whatever happens meanwhile. */

/** What happens between two words. */
const meanwhile = ['an answer comes', 'another tab chooses', 'Next is pressed', 'a list is used'];

/** Words, typed faster than the page draws, and what happens between them. */
const sessions = array(
  record({
    word: stringMatching(/^[A-Za-z0-9-]{1,9}$/),
    next: constantFrom('nothing', ...meanwhile),
  }),
  { minLength: 8, maxLength: 8 },
);
/** The same in every run: who sees a failure can see it again. */
const SEED = 20_261_122;
const examples = sample(sessions, { seed: SEED, numRuns: 3 });

/** The largest form, with nothing named in it yet. */
async function largestForm(screens: Screens): Promise<Locator> {
  await configure(screens, sources.app01);
  const { configuration } = screens;
  await configuration.chooseType('Create new virtual machine');
  await configuration.clearSuggestions('Virtual machine name');
  return configuration.name();
}

const identities = ['None', 'System-assigned'] as const;

/** What the other tab has chosen after so many presses. */
const identityAfter = (count: number): (typeof identities)[number] =>
  identities[count % identities.length] ?? 'None';

/** The caret goes to the end of what is typed already. */
async function goOn(field: Locator): Promise<void> {
  await field.focus();
  await field.press('End');
}

for (const [index, session] of examples.entries()) {
  const title = session.map(({ word, next }) => `${word}, ${next}`).join('; ');
  test(`typing ${String(index + 1)}: ${title}`, async ({ app, clock, faults, page }) => {
    const screens = await app.open('/instances', 'default');
    const { configuration, wizard, shell } = screens;
    const field = await largestForm(screens);
    for (const fault of lateLists) await faults.add(fault);
    await app.reload();
    await expect(field).toBeVisible();
    const second = await app.tab(new URL(page.url()).pathname);
    await expect(second.configuration.identity('None')).toBeVisible();
    await shell.show();
    let count = 0;
    const happens: Readonly<Record<string, () => Promise<void>>> = {
      nothing: async () => {},
      'an answer comes': async () => clock.waitFor(1000),
      'another tab chooses': async () => {
        count += 1;
        await second.configuration.identity(identityAfter(count)).check();
      },
      // No group is chosen, so it leads nowhere.
      'Next is pressed': async () => wizard.tryNext(),
      'a list is used': async () => {
        await configuration.list('Restore Type').click();
        await page.keyboard.press('Escape');
      },
    };
    let typed = '';
    for (const { word, next } of session) {
      await goOn(field);
      await page.keyboard.type(word);
      typed += word;
      await happens[next]?.();
    }
    await expect(field).toHaveValue(typed);
    await expect(configuration.identity(identityAfter(count))).toBeChecked();
    await app.reload();
    await expect(field).toHaveValue(typed);
  });
}

test('ten kilobytes are pasted, refused at the field, and kept', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const field = await largestForm(screens);
  const pasted = 'restored machine '.repeat(600);
  await field.focus();
  await page.keyboard.insertText(pasted);
  await screens.wizard.tryNext();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveValue(pasted);
  await app.reload();
  await expect(field).toHaveValue(pasted);
});

test('what an input method composes is left alone until it is done', async ({
  app,
  clock,
  faults,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const field = await largestForm(screens);
  for (const fault of lateLists) await faults.add(fault);
  await app.reload();
  await field.focus();
  const typing = await compose(page, ['に', 'にほ', 'にほん']);
  // An answer comes in the middle of a word.
  await clock.waitFor(2000);
  await expect(screens.configuration.list('Resource group')).toBeVisible();
  await expect(field).toHaveValue('にほん');
  await typing.commit('日本');
  await page.keyboard.type('-1');
  await expect(field).toHaveValue('日本-1');
  await app.reload();
  await expect(field).toHaveValue('日本-1');
});

test(
  'a suggestion that comes late fills in no field that is being typed into',
  { tag: proves('a late suggestion leaves what is typed') },
  async ({ app, clock, faults, page }) => {
    const { configuration, wizard } = await app.open('/instances', 'default');
    for (const fault of lateLists) await faults.add(fault);
    await goTo(page, sources.app01.start);
    await wizard.expectStep('configuration');
    await configuration.chooseType('Create new virtual machine');
    const field = configuration.name();
    await field.focus();
    const typing = await compose(page, ['に', 'にほ']);
    await clock.waitFor(10_000);
    await expect(configuration.list('Resource group')).toHaveText('rg-app-prod');
    await expect(field).toHaveValue('にほ');
    await typing.commit('日本');
    await expect(field).toHaveValue('日本');
  },
);

test('what the browser fills in is taken as if it were typed', async ({ app }) => {
  const screens = await app.open('/instances', 'default');
  const field = await largestForm(screens);
  // All at once and without a key, as a browser fills in what it remembers.
  await field.fill(app01Beside.name);
  await expect(field).toHaveValue(app01Beside.name);
  await app.reload();
  await expect(field).toHaveValue(app01Beside.name);
});

test('what is undone is undone in the draft, too', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const field = await largestForm(screens);
  await field.focus();
  await page.keyboard.type('app01-night');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  await expect(field).toHaveValue('');
  await page.keyboard.press('Control+Z');
  await expect(field).toHaveValue('app01-night');
  await app.reload();
  await expect(field).toHaveValue('app01-night');
});

test('a field that goes away while the operator types in it comes back as it was', async ({
  app,
  page,
}) => {
  const screens = await app.open('/instances', 'default');
  const { configuration, shell } = screens;
  const field = await largestForm(screens);
  const second = await app.tab(new URL(page.url()).pathname);
  await expect(second.configuration.name()).toBeVisible();
  await shell.show();
  await field.focus();
  await page.keyboard.type('app01-ni');
  await second.configuration.chooseType('Restore disks');
  await expect(field).toHaveCount(0);
  await page.keyboard.type('ght');
  await configuration.chooseType('Create new virtual machine');
  await expect(field).toHaveValue('app01-ni');
  await goOn(field);
  await page.keyboard.type('ght');
  await app.reload();
  await expect(field).toHaveValue('app01-night');
});

test('a key right after a choice finds its field, and keeps it', async ({ app, page }) => {
  const screens = await app.open('/instances', 'default');
  const { configuration } = screens;
  const field = await largestForm(screens);
  await configuration.chooseType('Restore disks');
  await expect(field).toHaveCount(0);
  await configuration.list('Restore Type').click();
  await chooseAndType(configuration.entry('Create new virtual machine'), 'vmName', 'app01-');
  await page.keyboard.type('night');
  await expect(field).toHaveValue('app01-night');
  await app.reload();
  await expect(field).toHaveValue('app01-night');
});
