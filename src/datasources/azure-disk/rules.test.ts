import { afterEach, expect, test } from 'vitest';
import { sayOf } from '#src/strings/rule-source.ts';
import { diskRules } from '#src/datasources/azure-disk/rules.ts';
import { goByNewerTexts } from '#src/lib/wording.ts';
import { inputOf } from '#src/rules/cases/case.ts';
import { spoken } from '#src/rules/cases/spoken.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { inScope, verdictsAmong } from '#src/rules/engine.ts';
import { cases } from '#src/rules/examples.ts';
import { isFactName } from '#src/rules/facts.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { factsRead } from '#src/rules/known.ts';

afterEach(() => goByNewerTexts(false));

const { product, client, templateValues, csrState, cv, scenario, secondary } = NO_CHOICES;
const never = { product, client, templateValues, csrState, cv, scenario, secondary };
/** What no draft chooses. */
const FIXED = { ...never, datasource: 'azure-disk' } as const;
const inputs = [...cases, ...Object.values(spoken).map(([given, when]) => ({ given, when }))].map(
  (one) => inputOf(one),
);

const ids: readonly string[] = diskRules.all.map(({ id }) => id);

test('the rules that judge a disk are those of the catalogue, in its order', () => {
  const own = catalogue.filter((rule) => inScope(rule, FIXED) && ids.includes(rule.id));
  expect(diskRules.all).toEqual(own);
});

test('the rules left out say nothing of any draft, whatever is known', () => {
  const leftOut = catalogue.filter((rule) => inScope(rule, FIXED) && !ids.includes(rule.id));
  expect(leftOut).not.toEqual([]);
  const heard = inputs.flatMap(({ facts, choices }) =>
    // A draft has no job.
    verdictsAmong(leftOut, { ...facts, job: null }, { ...choices, ...FIXED }),
  );
  expect(heard).toEqual([]);
});

test('each rule that judges a disk has a text', () => {
  expect(diskRules.all.filter((rule) => ['', rule.id].includes(sayOf(rule)))).toEqual([]);
});

test('the live build says which of them a newer text changes', () => {
  goByNewerTexts(true);
  const old = diskRules.all.filter((rule) => sayOf(rule).includes('. A newer text differs: '));
  expect(old.map(({ id }) => id)).toEqual([
    'datasource.entry.backup-center',
    'datasource.vault.by-type.disk',
    'instance.required',
    'instance.one-only',
    'instance.default-subscription',
  ]);
});

test('each fact that they read has words', () => {
  const read = inputs.flatMap(({ facts, choices }) =>
    diskRules.all.flatMap((rule) =>
      factsRead(rule, { ...facts, job: null }, { ...choices, ...FIXED }),
    ),
  );
  const names = new Set(read.map(({ name }) => name));
  expect([...names].filter((name) => !isFactName(name))).toEqual([]);
});
