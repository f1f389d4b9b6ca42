import { expect } from 'playwright/test';
import { demoCases, hearAll, heardIn, openDraftOf, writtenRules } from './drivers/rules.ts';
import { test } from './fixtures.ts';
import { provesIf } from './set.ts';

/**
 * Each constraint that can be met in the demo is met: in a draft in which it speaks, at its step, its
 * text and its source stand on the screen. One draft lets many be heard, so few are opened.
 */

const cases = demoCases();
/** Of a hidden list, the page shows why it is hidden instead of a constraint. */
const TAKEN_AWAY = 'replace.subscription.not-applicable';
const rules = writtenRules().filter(({ id }) => cases.has(id) && id !== TAKEN_AWAY);
/** Those that are met in drafts alike stand together. */
const spoken = rules
  .filter(({ id }) => cases.get(id)?.refused === null)
  .toSorted((a, b) => Number(cases.get(a.id)?.nth) - Number(cases.get(b.id)?.nth));

const PARTS = 16;
const size = Math.ceil(spoken.length / PARTS);

test('most constraints of the restore of a machine are met in the demo', () => {
  expect(spoken.length).toBeGreaterThan(190);
});

const parts = Array.from({ length: PARTS }, (_, part) => part);
for (const part of parts) {
  const title = `every constraint of the demo is heard in its place, part ${String(part + 1)}`;
  test(
    title,
    { tag: provesIf(part === 0, 'each constraint is heard in its place') },
    async ({ app, troubles }) => {
      // The page still requests deleted machines, and the browser logs the 404.
      troubles.expectRefusals();
      const screens = await app.open('/rules', 'default');
      const wanted = spoken.slice(part * size, (part + 1) * size);
      expect(await hearAll(screens, wanted)).toEqual(wanted);
    },
  );
}

/** What refuses each subscription but the vault's own: their drafts have chosen another one. */
const REFUSING = ['csr.disabled', 'csr.permanently-disabled', 'csr.vault-moved'];

test('every constraint that refuses a subscription explains itself in the list', async ({
  app,
  troubles,
}) => {
  troubles.expectRefusals();
  const screens = await app.open('/rules', 'default');
  const { configuration, wizard, keyboard } = screens;
  const refusing = rules.filter(({ id }) => REFUSING.includes(id));
  expect(refusing).toHaveLength(REFUSING.length);
  for (const rule of refusing) {
    await openDraftOf(screens, rule.id);
    await wizard.openStep('configuration');
    const texts: string[] = [];
    const entries = async () => configuration.entries('Subscription');
    await expect.poll(async () => (await entries()).length).toBeGreaterThan(1);
    // Once the vault's own is chosen all others are refused, the one of the draft among them.
    const names = await entries();
    for (const name of [...names, ...names]) {
      await keyboard.choose(configuration.list('Subscription'), configuration.entry(name));
      texts.push(await wizard.answers.texts());
    }
    expect(heardIn(texts.join('\n'), [rule])).toEqual([rule]);
  }
});
