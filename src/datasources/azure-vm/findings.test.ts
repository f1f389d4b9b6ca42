import { describe, expect, test } from 'vitest';
import { stagingChoice, vnetChoice } from '#src/datasources/azure-vm/candidates.ts';
import { lineFor, read, usage } from '#src/datasources/azure-vm/checks/testing.ts';
import { vmChange } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  chosenAccount,
  type DraftView,
  STEPS_OF_VM,
  vmViewOf,
} from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  createDraft,
  type Different,
  EXAMPLE_CHOICES,
  exampleDisk,
  exampleDraft,
  exampleReads,
  exampleView,
  networkId,
  OTHER_SUB,
  sayRule,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { type ChoiceField, type ChoiceValue, isChoiceField } from '#src/rules/fields.ts';
import { type Alternative, optionVerdicts } from '#src/rules/options.ts';
import type { Rule } from '#src/rules/rule.ts';
import { settle } from '#src/rules/settle.ts';
import { ruleInputs } from '#src/rules/testing.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { draftState } from '#src/wizard/draft/store.ts';
import {
  afterPress,
  canRefuse,
  errorWords,
  explain,
  explainRules,
  findingsOf,
  judgeValue,
  reasonOf,
  refusedBy,
} from '#src/wizard/explain/findings.ts';
import { setsOf, wayToRule } from '#src/wizard/explain/unknown.ts';
import { fixedBy } from '#src/wizard/explain/view.ts';
import { known } from '#src/wizard/read.ts';
import { stepStates } from '#src/wizard/steps/flow.ts';
import { stepWith } from '#src/wizard/steps/task-steps.ts';

freshStorage();

/** A view of a draft that is stored, so that a way out can be taken. */
function stored(choices: Partial<VmChoices>, reads: Reads) {
  return again(createDraft({ ...EXAMPLE_CHOICES, ...choices }), reads);
}
function again(id: string, reads: Reads) {
  const { draft } = draftState(id);
  if (!draft.ok) throw new Error(draft.reason.kind);
  return vmViewOf(draft.value, reads);
}
const refusing = <Field extends ChoiceField>(
  { facts, choices }: ReturnType<typeof stored>,
  field: Field,
  value: ChoiceValue<Field>,
) =>
  optionVerdicts({ facts, choices, set: vmRules }, field, value).flatMap(({ rule, state }) =>
    state === 'speaks' ? [rule.id] : [],
  );

/** A value of a field that cannot be chosen, with what else is chosen. */
interface Chosen {
  readonly field: 'option' | 'subscription' | 'zone' | 'identity' | 'restoreAsManaged';
  readonly value: string | boolean;
  readonly choices?: Partial<VmChoices>;
}
const customerKey = {
  disks: [{ ...exampleDisk, managedDiskId: null, encryptionSetId: resourceId('/des') }],
};
const inZone = { machine: { zone: '1' }, zones: ['1', '2'], vault: { redundancy: 'ZRS' } } as const;
const replace = { field: 'option', value: 'replaceDisks' } as const;
const create = { field: 'option', value: 'createVm', choices: AS_NEW_VM } as const;
const other = { field: 'subscription', value: OTHER_SUB } as const;
const cases: readonly (readonly [Chosen, Different, rule: string, fact: RegExp])[] = [
  [replace, { machine: null }, 'replace.source.exists', /exist|gone|deleted/i],
  [replace, { point: { isEncrypted: true } }, 'replace.encrypted', /encryption/i],
  [replace, { machine: customerKey }, 'replace.encrypted', /customer/i],
  [replace, { point: { isManaged: false } }, 'replace.unmanaged', /managed/i],
  [replace, { item: { deployment: 'classic' } }, 'replace.classic', /classic/i],
  [replace, { machine: { isGeneralized: true } }, 'replace.generalized', /generalized/i],
  [replace, { point: { tier: 'Snapshot' } }, 'point.tier.snapshot-only.no-replace', /vault/i],
  [create, { point: { isEncrypted: true } }, 'encryption.ade.create-vm', /encryption/i],
  [create, { actions: ['*/read'] }, 'identity.rbac.create-vm', /you/i],
  [other, { point: { tier: 'Snapshot' } }, 'point.csr.snapshot', /snapshot/i],
  [other, { point: { isManaged: false } }, 'csr.managed-only', /managed/i],
  [other, { point: { isEncrypted: true } }, 'csr.ade', /encryption/i],
  [
    { field: 'zone', value: '2' },
    { ...inZone, point: { tier: 'Snapshot' } },
    'czr.block.snapshot',
    /snapshot/i,
  ],
  [
    { field: 'zone', value: '2' },
    { ...inZone, vault: { redundancy: 'GRS' } },
    'czr.block.redundancy',
    /GRS/,
  ],
  [{ field: 'identity', value: 'user' }, {}, 'identity.on-vault', /identit/i],
  [
    { field: 'identity', value: 'system' },
    { point: { isManaged: false } },
    'identity.managed-only',
    /managed/i,
  ],
  [
    { field: 'restoreAsManaged', value: true },
    { point: { isManaged: false, tier: 'Snapshot' } },
    'point.unmanaged.vault-only',
    /snapshot/i,
  ],
];

describe('a value that cannot be chosen', () => {
  test.each(cases.map(([of, different, rule, fact]) => ({ ...of, different, rule, fact })))(
    '$field $value by $rule',
    ({ field, value, different, choices, rule, fact }) => {
      const reads = exampleReads(different);
      const view = stored({ ...choices, [field]: value }, reads);
      // The list is drawn from the draft as it was before the value was chosen.
      const before = stored({ ...choices, [field]: field === 'identity' ? 'none' : null }, reads);
      for (const one of [before, view]) {
        expect(refusing(one, field, view.draft.choices[field])).toContain(rule);
      }
      const blocked = judgeValue(view, field, view.draft.choices[field]).blocked;
      const { reasons = [], instead } = blocked?.explain() ?? {};
      const ownReason = reasons.find((reason) => reason.rule === sayRule(rule));
      const texts = ownReason?.facts.map(({ text }) => text) ?? [];
      expect(texts.join(' ')).toMatch(fact);
      expect(texts.filter((one) => one.trim() === '' || one.includes('undefined'))).toEqual([]);
      expect(ownReason?.facts.filter(({ from }) => from === null)).toEqual([]);
      expect(ownReason?.sources.length).toBeGreaterThan(0);
      expect(blocked?.short).not.toBe('');
      expect(instead?.label).not.toBe('');
      instead?.apply();
      const after = again(view.draft.id, reads);
      expect(after.draft.choices).not.toEqual(view.draft.choices);
      const left = after.settled.verdicts.map((verdict) => verdict.rule.id);
      expect(
        refusing(view, field, view.draft.choices[field]).filter((id) =>
          left.some((one) => one === id),
        ),
      ).toEqual([]);
    },
  );

  test('is blocked by all rules that refuse it, and the list names each', () => {
    const reads = exampleReads({ machine: { isGeneralized: true }, point: { tier: 'Snapshot' } });
    const blocked = judgeValue(stored({}, reads), 'option', 'replaceDisks').blocked;
    expect(blocked?.explain().reasons.map(({ rule }) => rule)).toEqual(
      ['point.tier.snapshot-only.no-replace', 'replace.generalized'].map(sayRule),
    );
    expect(blocked?.short).toBe('Transfer to the vault not complete; Generalized VM');
  });

  test('of a list of things has facts, and another entry of the list is the way out', () => {
    const reads = exampleReads();
    const [account] = known(reads.accounts) ?? [];
    const [network] = known(reads.networks) ?? [];
    if (account === undefined || network === undefined) throw new Error('the example has both');
    const zrs = stagingChoice({ ...account, redundancy: 'ZRS' });
    const far = vnetChoice({ ...network, region: 'eastus' });
    const view = stored(AS_NEW_VM, reads);
    const byAccount = judgeValue(view, 'staging', zrs).blocked?.explain();
    const byNetwork = judgeValue(view, 'vnet', far).blocked?.explain();
    expect(byAccount?.reasons.map(({ rule }) => rule)).toEqual([sayRule('staging.zrs')]);
    expect(byAccount?.reasons[0]?.facts.map(({ text }) => text).join(' ')).toMatch(/ZRS/);
    expect(byNetwork?.reasons.map(({ rule }) => rule)).toEqual([
      sayRule('create-vm.vnet.same-region'),
    ]);
    expect(byNetwork?.reasons[0]?.facts.map(({ text }) => text).join(' ')).toMatch(
      /eastus.*westus|westus.*eastus/i,
    );
    expect([byAccount?.instead?.label, byNetwork?.instead?.label]).toEqual([
      'Choose an account with LRS or GRS: testAccount (LRS)',
      'Choose another network: testNet',
    ]);
    byAccount?.instead?.apply();
    expect(again(view.draft.id, reads).draft.choices.staging).toBe(account.id);
  });
});

test('the explanation of a rejected value is computed only on request', () => {
  const reads = exampleReads();
  let looked = 0;
  const view: ReturnType<typeof stored> = {
    ...stored({ ...AS_NEW_VM, vmName: 'otherVM' }, reads),
    get reads() {
      looked += 1;
      return reads;
    },
  };
  const explainName = errorWords(view).explainError?.('create-vm.name.unused');
  expect(looked).toBe(0);
  expect(explainName?.().instead?.label).toBe('Virtual machine name: otherVM-2');
  expect(looked).toBeGreaterThan(0);
  expect(errorWords(view).explainError?.('no such rule')).toBeUndefined();
});

describe('nothing is blocked', () => {
  test('that the rules let pass', () => {
    const view = stored({}, exampleReads());
    for (const option of ['createVm', 'restoreDisks', 'replaceDisks'] as const) {
      expect(judgeValue(view, 'option', option).blocked).toBeUndefined();
    }
    expect(judgeValue(stored(AS_NEW_VM, exampleReads()), 'vnet', {}).blocked).toBeUndefined();
  });

  test('by a rule whose fact is not known', () => {
    const unread = { state: 'failed' } as const;
    const reads = { ...exampleReads(), machine: unread, permissions: unread };
    expect(judgeValue(stored({}, reads), 'option', 'replaceDisks').blocked).toBeUndefined();
    expect(judgeValue(stored({}, reads), 'option', 'createVm').blocked).toBeUndefined();
  });
});

test.each([
  ['enabled', undefined],
  ['disabled', 'csr.lock-field'],
  ['permanentlyDisabled', 'csr.lock-field'],
  [null, undefined],
] as const)(
  'where Cross Subscription Restore is %s, the subscription is fixed by %s',
  (state, rule) => {
    const view = stored({}, exampleReads({ vault: { crossSubscriptionRestore: state } }));
    expect(fixedBy(view, 'subscription')?.id).toBe(rule);
  },
);

test('every rule that blocks can be explained', () => {
  for (const rule of catalogue.filter(({ kind }) => kind === 'block')) {
    const { rule: words, sources } = explain(rule);
    expect(words).toBe(sayOf(rule));
    expect(words.length).toBeGreaterThan(10);
    expect(sources.length).toBe(rule.source.length);
  }
  expect(errorWords(stored({}, exampleReads())).errorText('no such rule')).toBe('no such rule');
});

describe('an alternative as a change to a draft', () => {
  const change = (...sets: Alternative['sets'][number][]) =>
    vmChange(setsOf({ sets, choose: null }));

  test('sets all that it names', () => {
    expect(
      change({ field: 'group', value: 'createNew' }, { field: 'option', value: null }),
    ).toEqual({ group: 'createNew', option: null });
    expect(change({ field: 'regionView', value: 'primary' })).toEqual({ regionView: 'primary' });
    expect(change({ field: 'identity', value: 'system' })).toEqual({ identity: 'system' });
  });

  test('is none where it sets nothing that a draft holds, or what no draft can hold', () => {
    expect(change()).toBeNull();
    expect(change({ field: 'csrState', value: 'enabled' })).toBeNull();
    expect(change({ field: 'identity', value: null })).toBeNull();
    expect(change({ field: 'vnet', value: { region: 'westus' } })).toBeNull();
  });
});

/** What a rule stands on, in names that people know. */

function factsOf(id: CatalogueRule['id'], reads = exampleReads()): string {
  const rule = catalogue.find((one) => one.id === id);
  if (rule === undefined) throw new Error(id);
  const { facts } = reasonOf(rule, exampleView({ subscription: OTHER_SUB }, reads));
  return facts.map(({ text }) => text).join('\n');
}

test('a subscription goes by its name', () => {
  const facts = factsOf('csr.managed-only');
  expect(facts).toContain('The vault’s subscription is Documents example');
  expect(facts).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
});

test('where the subscriptions , its id is all there is to tell', () => {
  const reads = { ...exampleReads(), subscriptions: { state: 'forbidden' } as const };
  expect(factsOf('csr.managed-only', reads)).toContain(SUB);
});

test('a refused field names every rule that refuses it', () => {
  const reads = exampleReads();
  const [account] = known(reads.accounts) ?? [];
  if (account === undefined) throw new Error('the example has one');
  const wrong = { ...account, region: 'eastus', redundancy: 'ZRS' } as const;
  const view = vmViewOf(exampleDraft({ ...AS_NEW_VM, staging: account.id }), {
    ...reads,
    accounts: { state: 'known', value: [wrong] },
  });
  const rules = ['staging.zrs', 'staging.region'] as const;
  const { errorText, explainError } = errorWords(view);
  for (const rule of rules) {
    expect(errorText('staging.zrs')).toContain(sayRule(rule));
    expect(explainError('staging.zrs')?.().reasons.map(({ id }) => id)).toContain(rule);
  }
});

test('an empty field is refused without reasons', () => {
  const view = vmViewOf(exampleDraft({ ...AS_NEW_VM, vmName: '' }), exampleReads());
  expect(errorWords(view).explainError('create-vm.name.required')?.().reasons).toEqual([]);
});

/** Cross Subscription Restore is turned off while a draft goes to another subscription. */

const elsewhere = { subscription: OTHER_SUB };
const lockedIn = (crossSubscriptionRestore: 'disabled' | 'permanentlyDisabled') => {
  const different: Different = { vault: { crossSubscriptionRestore } };
  return { different, view: exampleView(elsewhere, exampleReads(different)) };
};

describe.each([
  ['disabled', 'csr.disabled', 'Turn it on first'],
  ['permanentlyDisabled', 'csr.permanently-disabled', 'is permanently disabled'],
] as const)('where it is %s', (state, rule, words) => {
  const { view, different } = lockedIn(state);

  test('all that was chosen there is kept', () => {
    expect(view.shown).toMatchObject({ subscription: OTHER_SUB, rg: 'targetRG' });
    expect(view.shown.staging).toBe(view.draft.choices.staging);
    expect(chosenAccount(view)).toBeDefined();
  });

  test('the cause appears at the subscription and nowhere else', () => {
    expect(refusedBy(view, 'subscription')).toBe(rule);
    expect(sayRule(rule)).toContain(words);
    expect(findingsOf(view.settled).refused.map((one) => one.rule.id)).toEqual([rule]);
    expect(
      stepStates(STEPS_OF_VM, view).find(({ id }) => id === 'configuration')?.state.state,
    ).toBe('blocked');
    expect(lineFor('staging', { choices: elsewhere, different })?.state).toBe('passed');
  });

  test('the way back is the vault’s own subscription', () => {
    const refused = findingsOf(view.settled).refused.map((one) => one.rule);
    expect(explainRules(view, refused).instead?.label).toBe('Keep the default subscription');
  });
});

test('a subscription that the vault allows is not marked', () => {
  expect(refusedBy(exampleView(elsewhere), 'subscription')).toBeUndefined();
});

/** The text after a selection of Restore that started nothing, while the source VM is deleted. */

const reason = { code: null, message: '', requestId: null };
const refused: Submission = { state: 'refused', ...reason };
const heldBack: Submission = { state: 'notSent', ...reason, isPrepared: true, heldBack: 'changed' };

function ruleIdsAfter(choices: Partial<VmChoices>, submission: Submission) {
  const view = exampleView(choices, exampleReads({ machine: null }));
  const after = afterPress({ ...view, draft: { ...view.draft, submission } });
  return (
    after && [...after.refused.map(({ rule }) => rule.id), ...after.warned.map(({ id }) => id)]
  );
}

test('shows the errors without the warnings beside them', () => {
  expect(ruleIdsAfter(AS_REPLACEMENT, refused)).toEqual(['replace.source.exists']);
  expect(ruleIdsAfter(AS_REPLACEMENT, heldBack)).toEqual(['replace.source.exists']);
});

test('shows the warnings if something changed since Review was read', () => {
  expect(ruleIdsAfter(AS_NEW_VM, heldBack)).toContain('instance.deleted-source');
  expect(ruleIdsAfter(AS_NEW_VM, refused)).toEqual([]);
});

test.each([
  { state: 'none' },
  { state: 'lost', clientRequestId: 'one', sentAt: 1 },
] satisfies Submission[])('nothing while the latest press may have started one: $state', (sent) => {
  expect(ruleIdsAfter(AS_REPLACEMENT, sent)).toBeNull();
});

/** A finding leads to a field only where that field is shown and can be changed; else it has no link. */

type Refused = readonly [rule: Rule, view: DraftView];

/** Every rule that refuses a restore of a VM, in each example in which it does. */
const refusals: readonly Refused[] = ruleInputs.flatMap(({ facts, choices }) => {
  const settled = settle(facts, choices, vmRules);
  const view = { ...exampleView(), facts, choices, settled, hidden: settled.hidden };
  return settled.verdicts.flatMap(({ rule, state }): Refused[] =>
    state === 'speaks' && canRefuse(rule) ? [[rule, view]] : [],
  );
});

test('each rule that refuses leads to a field that is shown and not fixed, or nowhere', () => {
  const rules = new Set(refusals.map(([{ id }]) => id));
  expect(rules.size).toBeGreaterThanOrEqual(80);
  const wrong = refusals.flatMap(([rule, view]) => {
    const place = wayToRule(view)(rule);
    if (place === null) return [];
    const { field, step } = place;
    const isThere =
      stepWith(view.model.steps, field) === step && ![...view.hidden].some((one) => one === field);
    const isFixed = isChoiceField(field) && fixedBy(view, field) !== undefined;
    return isThere && !isFixed ? [] : [[rule.id, field]];
  });
  expect(wrong).toEqual([]);
  const nowhere = new Set(
    refusals.flatMap(([rule, view]) => (wayToRule(view)(rule) === null ? [rule.id] : [])),
  );
  console.info(`rules that refuse: ${String(rules.size)}, without a way: ${String(nowhere.size)}`);
});

const [network] = known(exampleReads().networks) ?? [];
const oneFullSubnet = read(
  network === undefined
    ? []
    : [
        {
          ...network,
          subnets: network.subnets
            .filter(({ name }) => name === AS_NEW_VM.subnet)
            .map((one) => ({ ...one, usedAddresses: 251 })),
        },
      ],
);

test.each([
  [
    'the only subnet of the only network is full',
    'addresses',
    { choices: AS_NEW_VM, reads: { networks: oneFullSubnet } },
    [],
  ],
  [
    'another subnet is there',
    'addresses',
    { choices: { ...AS_NEW_VM, vnet: networkId, subnet: 'gone' } },
    ['subnet'],
  ],
  [
    'too few cores',
    'cores',
    { choices: AS_NEW_VM, checkReads: { usages: read([usage('cores', 10, 10)]) } },
    ['option'],
  ],
  [
    'a restore point that is gone, and no other',
    'point',
    { reads: { points: read([]) } },
    ['point'],
  ],
] as const)('%s: the line %s leads to %j', (...[, id, wanted, fields]) => {
  const remedies = lineFor(id, wanted)?.remedies ?? [];
  expect(remedies.flatMap((one) => (one.kind === 'field' ? [one.field] : []))).toEqual(fields);
});
