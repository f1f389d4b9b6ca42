import { afterEach, describe, expect, test } from 'vitest';
import { meaningOf } from '#src/datasources/azure-vm/instance/comparison-meaning.ts';
import { examplePoint } from '#src/datasources/azure-vm/instance/testing.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import {
  AS_NEW_VM,
  type Different,
  exampleReads,
  exampleView,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { goByNewerTexts } from '#src/lib/wording.ts';
import { pointSide } from '#src/model/comparison.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { factText } from '#src/rules/facts.ts';
import type { ChoiceField } from '#src/rules/fields.ts';
import {
  errorWords,
  explainRules,
  findingsOf,
  judgeValue,
  reasonOf,
} from '#src/wizard/explain/findings.ts';

/** What the live build says of rules that a newer text changes; the simulated Azure goes by the documents. */

afterEach(() => goByNewerTexts(false));

const NOTE =
  /\. By the document of [^.]*20\d\d\. A newer text differs: check before you rely on it\.$/;

const ids = catalogue.filter(({ newer }) => newer).map(({ id }): string => id);
const judging = vmModel.rules.all.filter(({ id }) => ids.includes(id));

test('all of these rules but one judge a VM', () => {
  expect(judging).toHaveLength(62);
  const other = ids.filter((id) => judging.every((rule) => rule.id !== id));
  expect(other).toEqual(['rest.storage']);
});

test.each(judging)('$id says so once in the live build, and nothing in the demo', (rule) => {
  const plain = reasonOf(rule, exampleView()).rule;
  expect(plain).not.toMatch(/newer text/);
  goByNewerTexts(true);
  const { rule: live } = reasonOf(rule, exampleView());
  expect(live).toMatch(NOTE);
  expect(live.startsWith(plain)).toBe(true);
  expect(live.match(/newer text/g)).toHaveLength(1);
});

describe('in the live build, a reason says so', () => {
  const elsewhere = { ...AS_NEW_VM, subscription: OTHER_SUB };
  const off: Different = { vault: { crossSubscriptionRestore: 'disabled' } };

  test('at an option that can’t be selected', () => {
    goByNewerTexts(true);
    const judged = judgeValue(exampleView(AS_NEW_VM, exampleReads(off)), 'subscription', OTHER_SUB);
    const reasons = 'blocked' in judged ? judged.blocked?.explain().reasons : [];
    expect(reasons?.map(({ id, rule }) => [id, NOTE.test(rule)])).toContainEqual([
      'csr.disabled',
      true,
    ]);
  });

  test('at the field that holds what it refuses, in the plan, and at Review', () => {
    goByNewerTexts(true);
    const view = exampleView(elsewhere, exampleReads(off));
    expect(errorWords(view).errorText('csr.disabled')).toMatch(NOTE);
    const refused = findingsOf(view.settled).refused.map(({ rule }) => rule);
    expect(refused.map(({ id }) => id)).toContain('csr.disabled');
    const reason = explainRules(view, refused).reasons.find(({ id }) => id === 'csr.disabled');
    expect(reason?.rule).toMatch(NOTE);
  });
});

describe('another zone', () => {
  const tiers = ['Snapshot', 'SnapshotAndVault', 'Vault'] as const;
  type Tier = (typeof tiers)[number];

  function judged(tier: Tier, field: ChoiceField = 'zone') {
    const reads = exampleReads({
      machine: { zone: '1' },
      point: { zone: '1', tier },
      vault: { redundancy: 'ZRS' },
      zones: ['1', '2'],
    });
    const view = exampleView({ ...AS_NEW_VM, zone: '2' }, reads);
    const { refused, warned } = findingsOf(view.settled);
    const about = [...refused, ...warned]
      .filter(({ rule }) => [rule.field].flat().includes(field))
      .map(({ rule }) => rule.id);
    return { view, about, isOffered: !view.hidden.has(field), zone: view.shown.zone };
  }

  const hidden = { isOffered: false, zone: null, about: [] };
  const offered = { isOffered: true, zone: '2', about: [] };

  test.each([
    ['demo', 'Snapshot', hidden],
    ['demo', 'SnapshotAndVault', hidden],
    ['demo', 'Vault', offered],
    ['live', 'Snapshot', hidden],
    ['live', 'SnapshotAndVault', { ...offered, about: ['platform.czr.both-tiers'] }],
    ['live', 'Vault', offered],
  ] as const)('in the %s build from a point in %s', (build, tier, expected) => {
    goByNewerTexts(build === 'live');
    const { view: _, ...found } = judged(tier);
    expect(found).toEqual(expected);
  });

  test('from both tiers is explained by the tiers, and read from the vault', () => {
    goByNewerTexts(true);
    const { view } = judged('SnapshotAndVault');
    const warning = findingsOf(view.settled).warned.find(
      ({ rule }) => rule.id === 'platform.czr.both-tiers',
    );
    const reason = warning && reasonOf(warning.rule, view);
    expect(reason?.rule).toMatch(NOTE);
    expect(reason?.facts.map(({ text }) => text)).toContain(
      factText('point.tier', 'SnapshotAndVault'),
    );
    const heard = view.settled.verdicts.map(({ rule }) => rule.id);
    expect(heard).not.toContain('restore-disks.instant.template-only');
  });

  test('of a point in both tiers means the same where two points are compared', () => {
    const pair = {
      a: pointSide(examplePoint({ tier: 'Vault' })),
      b: pointSide(examplePoint({ tier: 'SnapshotAndVault' })),
      names: ['older', 'newer'],
      isNow: false,
    } as const;
    const zone = () =>
      meaningOf('tier', pair).flatMap(({ text }) => (text.includes('zone') ? [text] : []));
    expect(zone()).toEqual([expect.stringContaining('Select one, or keep the VM’s zone.')]);
    goByNewerTexts(true);
    expect(zone()).toEqual([expect.stringContaining('This one has a snapshot too. By the')]);
  });
});
