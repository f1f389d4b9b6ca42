import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { withChoices } from '#src/datasources/azure-vm/choices.ts';
import { meaningOf } from '#src/datasources/azure-vm/instance/CompareSection.tsx';
import { type DraftView, vmModel } from '#src/datasources/azure-vm/model.ts';
import {
  type Wanted,
  placeOf,
  viewFor,
  viewOfChoices,
} from '#src/datasources/azure-vm/request/testing-comparison.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  AS_NEW_VM,
  type Different,
  OTHER_SUB,
  examplePoint,
  exampleReads,
  exampleView,
  sayRule,
} from '#src/datasources/azure-vm/testing.ts';
import { goByNewerTexts } from '#src/lib/wording.ts';
import { mixedWorld, wideWorld } from '#src/mocks/testing-worlds.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { pointSide } from '#src/model/comparison.ts';
import type { Example } from '#src/rules/baseline.ts';
import { inputOf } from '#src/rules/cases/case.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { ruleNamed } from '#src/rules/engine.ts';
import { type Facts, factText } from '#src/rules/facts.ts';
import {
  type ChoiceField,
  type ChoiceValue,
  type Choices,
  NO_CHOICES,
  STEPS,
  isChoiceField,
  valueOf,
  withValue,
} from '#src/rules/fields.ts';
import { type Rule, fieldsOf } from '#src/rules/rule.ts';
import { settle, settleChoices } from '#src/rules/settle.ts';
import { againstCatalogue, ruleInputs } from '#src/rules/testing.ts';
import { sayOf, sourceLine } from '#src/strings/rule-source.ts';
import {
  errorWords,
  explainHidden,
  explainRules,
  findingsOf,
  hiddenInStep,
  judgeValue,
  notesOfStep,
  reasonOf,
} from '#src/wizard/explain/findings.ts';
import { nearestOf } from '#src/wizard/explain/unknown.ts';
import { valueVerdicts } from '#src/wizard/explain/view.ts';

const { product, client, templateValues, csrState, cv } = NO_CHOICES;
/** What no draft chooses. */
const FIXED = { product, client, templateValues, csrState, cv, datasource: 'azure-vm' } as const;
const { own, leftOut, heard, unnamed } = againstCatalogue(vmRules, FIXED);

test('the rules that judge a virtual machine are those of the catalogue, in its order', () => {
  expect(vmRules.all).toEqual(own);
});

test('the rules left out say nothing of any draft, whatever is known', () => {
  expect(leftOut).not.toEqual([]);
  expect(heard()).toEqual([]);
});

test('each rule that judges a virtual machine has a text', () => {
  expect(vmRules.all.filter((rule) => ['', rule.id].includes(sayOf(rule)))).toEqual([]);
});

test('a text says why and what to choose instead', () => {
  const rule = ruleNamed(vmRules, 'staging.zrs');
  expect(sayOf(rule)).toBe('Zone-redundant accounts can’t be used. Select one with LRS or GRS.');
  expect(rule).toMatchObject({
    instead: { label: 'Choose an account with LRS or GRS' },
    short: 'Zone-redundant',
  });
});

test('each fact that they read has words', () => {
  expect(unnamed()).toEqual([]);
});

/** Rules that no step of the restore of a machine shows, and why. The ids of each group as one pattern. */
const NO_PLACE: readonly { readonly because: string; readonly ids: RegExp }[] = [
  { because: 'another product: told on the page of constraints alone', ids: /^commvault\./ },
  {
    because: 'the restore of a disk, told in the wizard of disks',
    ids: /^(disk\.(no-olr|name\.unused|role\.(target|snapshot-rg|delay)|snapshots\.present|des\.reader|after\.(attach-data|swap-os))|datasource\.disk\.also-via-vm|review\.disk\.gate)$/,
  },
  {
    because: 'a scenario is asked for under What happened, before there is a draft',
    ids: /^datasource\.(scenario\.[a-z-]+|bmr|files\.arm-only)$/,
  },
  {
    because: 'a template is deployed from the page of its job',
    ids: /^template\.(deploy\.shared-key-off|edit|terms|values|crr\.vnet)$/,
  },
  {
    because: 'the state of a job, told on the page of the job',
    ids: /^jobs\.(created|notice\.fallback|progress\.in-progress|eta|percent|bytes|crr\.no-cancel|crr\.filter|deploy-template|failed\.[a-z-]+)$/,
  },
  {
    because: 'a setting of the vault, told on the page of the vault',
    ids: /^csr\.permanent\.(irreversible|no-reenable)$/,
  },
  {
    because: 'a request sent without a portal, and what answers it',
    ids: /^(rest\.(list|fabric|trigger|object-type|body\.[a-z.-]+|async\.[a-z0-9-]+|vmconfig\.after|storage|vm-response|scope|next-links)|staging\.what\.vmconfig|network\.client\.no-cli)$/,
  },
  {
    because: 'heard when Select Restore, and said beside it',
    ids: /^review\.(all-rules|warnings\.acknowledge|crr\.no-cancel)$|^platform\.(replace\.loss|crr\.no-cancel)-read$/,
  },
  {
    because: 'a default fills the field in before anybody could leave it empty',
    ids: /^(datasource\.type|network)\.required$/,
  },
];

/** Every rule with a place in the wizard is found there, with its text and its source, when it speaks. */

const examples: readonly Example[] = [
  inputOf({ given: {}, when: {} }),
  ...ruleInputs,
  // A disk access is required only if a disk is private.
  inputOf({
    given: { vm: { hasPrivateEndpointDisks: true }, target: { diskAccessUsable: false } },
    when: { diskAccess: 'private', diskAccessId: 'access' },
  }),
];

/** A draft of which the wizard knows these facts. */
function viewOf({ facts, choices }: Example): DraftView {
  const settled = settle(facts, choices, vmRules);
  return { ...exampleView(), facts, choices, settled, hidden: settled.hidden };
}

/** What a draft of the restore of a machine can hold of an example: it has no job, and no other client. */
const asDraft = ({ facts, choices }: Example): Example => ({
  facts: { ...facts, job: null, disk: null, bv: null },
  choices: {
    ...choices,
    product: 'azure-backup',
    scenario: null,
    client: 'portal',
    action: null,
    diskMode: 'ALR',
    diskName: null,
    templateValues: null,
    templateVnet: null,
    csrState: null,
    cv: null,
  },
});
const views = examples.map(asDraft).map(viewOf);

const speaks = (view: DraftView, rule: Rule) =>
  view.settled.verdicts.some((verdict) => verdict.rule === rule && verdict.state === 'speaks');

const isFilling = (view: DraftView, rule: Rule) =>
  view.settled.changes.some((change) => change.rule === rule && change.kind === 'filled in');

/** The wizard's explanation of a rule at its place in a draft; undefined if there is none. */
function explanationIn(view: DraftView, rule: Rule) {
  if (!speaks(view, rule) && !isFilling(view, rule)) return explanationOfEntry(view, rule);
  for (const step of STEPS) {
    const hidden = hiddenInStep(view, step).find(({ rules }) => rules.includes(rule));
    if (hidden !== undefined) return explainHidden(view, hidden.field, hidden.rules);
    if (notesOfStep(view, step).includes(rule)) return explainRules(view, [rule]);
  }
  return undefined;
}

/** The explanation of a block that applies to an entry of a list before it is selected. */
function explanationOfEntry(view: DraftView, rule: Rule) {
  for (const field of fieldsOf(rule).filter(isChoiceField)) {
    const value = valueOf(view.choices, field);
    const verdicts = valueVerdicts(view, field, value);
    if (verdicts.some((one) => one.rule === rule && one.state === 'speaks'))
      return judgeValue(view, field, value).blocked?.explain();
  }
  return undefined;
}

const withPlace = vmRules.all.filter(({ id }) => !NO_PLACE.some(({ ids }) => ids.test(id)));

describe('a rule with a place in the wizard is found there', () => {
  test.each(withPlace.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    const explanation = views
      .map((view) => explanationIn(view, rule))
      .find((one) => one !== undefined);
    const reason = explanation?.reasons.find((one) => one.id === id);
    expect(reason?.rule).toBe(sayRule(id));
    expect(reason?.sources).toEqual(rule.source.map(sourceLine));
    expect(reason?.facts.filter(({ text }) => text.includes('undefined'))).toEqual([]);
  });
});

describe('a rule without a place has a reason', () => {
  test.each(NO_PLACE.map((group) => [group.because, group] as const))('%s', (_, { ids }) => {
    expect(catalogue.filter(({ id }) => ids.test(id)).length).toBeGreaterThan(0);
  });

  test('and none that has one is counted among them', () => {
    const placed = vmRules.all.filter(
      (rule) =>
        !withPlace.includes(rule) && views.some((view) => explanationIn(view, rule) !== undefined),
    );
    expect(placed.map(({ id }) => id)).toEqual([]);
  });
});

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
    const spoken = view.settled.verdicts.map(({ rule }) => rule.id);
    expect(spoken).not.toContain('restore-disks.instant.template-only');
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

/** What is offered in place of something refused is itself allowed, in every draft of three worlds. */

const worlds = [
  ['default', defaultWorld],
  ['wide', wideWorld],
  ['mixed', mixedWorld],
] as const;

const index = fc.nat({ max: 1000 });
const rarely = fc.option(index, { freq: 2 });
const wanted: fc.Arbitrary<Wanted> = fc.record({
  option: fc.constantFrom('createVm', 'restoreDisks', 'replaceDisks'),
  instance: index,
  point: fc.oneof(fc.nat({ max: 6 }), index),
  subscription: rarely,
  rg: fc.oneof(index, fc.constantFrom('new' as const, null)),
  staging: fc.oneof(index, fc.record({ stale: index }), fc.constant(null)),
  vmName: fc.oneof(
    fc.constant('new' as const),
    fc.constantFrom('-a', 'a b', ' a', 'ä', 'a'.repeat(65), '').map((typed) => ({ typed })),
    index,
  ),
  vnet: fc.oneof(fc.constant(0), index),
  subnet: rarely,
  zone: rarely,
  restoreAsManaged: fc.option(fc.boolean()),
  set: rarely,
  identity: fc.constantFrom('none', 'system', 'user'),
  identityId: fc.oneof(
    index,
    fc.constantFrom(' /x', '/x').map((typed) => ({ typed })),
  ),
  diskAccess: fc.constantFrom(null, 'same', 'public', 'private'),
  access: index,
  isConfirmed: fc.constant(true),
});

/** Permissions are read again for another place or identity: until then they are unknown. */
const RIGHTS = ['identity.permissions', 'identity.rbac.create-vm', 'csr.rbac'];

const idsOf = (rules: readonly Rule[]) => rules.map(({ id }) => id);

function blocks(facts: Facts, choices: Choices): Rule[] {
  return settle(facts, choices, vmRules).verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' && rule.kind === 'block' ? [rule] : [],
  );
}

/** What refuses something: the draft as it is, and each entry that would be refused. */
function refusedIn(view: DraftView): { readonly rules: Rule[]; readonly choices: Choices }[] {
  const entries: [ChoiceField, ChoiceValue][] = [
    ['option', 'createVm'],
    ['option', 'restoreDisks'],
    ['option', 'replaceDisks'],
    ['identity', 'system'],
    ['identity', 'user'],
    ['restoreAsManaged', true],
  ];
  const whole = { rules: blocks(view.facts, view.choices), choices: view.settled.choices };
  return [
    ...whole.rules.map((rule) => ({ ...whole, rules: [rule] })),
    ...entries.flatMap(([field, value]) => {
      const chosen = withValue(view.choices, field, value);
      const { choices } = settleChoices(view.facts, chosen, view.model.rules, field);
      const verdicts = valueVerdicts(view, field, value);
      const rules = verdicts.flatMap(({ rule, state }) => (state === 'speaks' ? [rule] : []));
      return rules.map((rule) => ({ rules: [rule], choices }));
    }),
  ];
}

describe.each(worlds)('in the %s world', (_, world) => {
  test('what is chosen instead is read and judged anew, and nothing refuses it', async () => {
    const place = placeOf(world);
    let offered = 0;
    await fc.assert(
      fc.asyncProperty(wanted, async (one) => {
        const view = await viewFor(place, one);
        const before = idsOf(blocks(view.facts, view.choices));
        for (const { rules, choices } of refusedIn(view)) {
          const nearest = nearestOf(view, rules, { ...view, choices });
          if (nearest === null) continue;
          offered += 1;
          const changed = withChoices(view.draft, nearest.change, 0).choices;
          const after = await viewOfChoices(place, changed);
          const speaking = idsOf(blocks(after.facts, after.choices));
          const added = speaking.filter((id) => !before.includes(id) && !RIGHTS.includes(id));
          const stayed = idsOf(rules).filter((id) => speaking.includes(id));
          const onIt = blocks(after.facts, after.choices).filter((rule) =>
            fieldsOf(rule).some((field) => field in nearest.change),
          );
          const refusedAnyway = idsOf(onIt).filter((id) => !RIGHTS.includes(id));
          expect({ nearest, added, stayed, refusedAnyway }).toEqual({
            nearest,
            added: [],
            stayed: [],
            refusedAnyway: [],
          });
        }
      }),
      { numRuns: 60 },
    );
    expect(offered).toBeGreaterThan(40);
  });
});
