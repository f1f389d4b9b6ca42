import { describe, expect, test } from 'vitest';
import {
  optionsInRegion,
  stagingChoice,
  vnetChoice,
} from '#src/datasources/azure-vm/candidates.ts';
import { transitions } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import {
  chosenAccount,
  chosenPoint,
  vmModel,
  vmTargetSubscription,
  vmViewOf,
} from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { vmRules } from '#src/datasources/azure-vm/rules.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  exampleDraft,
  exampleReads,
  exampleView,
  OTHER_SUB,
  PRINCIPAL,
  sayRule,
  SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { type StepId, STEPS } from '#src/rules/fields.ts';
import { applied } from '#src/wizard/draft/transitions.ts';
import {
  findingsOf,
  judgeValue,
  refusedAtSubmit,
  uncheckedOfStep,
  warningCount,
} from '#src/wizard/explain/findings.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { known } from '#src/wizard/read.ts';

const seen = (choices: Partial<VmChoices> = {}, different: Different = {}) =>
  exampleView(choices, exampleReads(different));
const ruleIds = (verdicts: readonly { readonly rule: { readonly id: string } }[]) =>
  verdicts.map(({ rule }) => rule.id);

describe('what the forms show and the request carries', () => {
  test('is what was chosen, with the defaults filled in', () => {
    const { shown } = seen({ datasource: null, subscription: null });
    expect(shown).toEqual({ ...exampleDraft().choices, datasource: 'azure-vm', subscription: SUB });
  });

  test('has network access only where a disk of the machine has private access', () => {
    expect(seen({ diskAccess: 'public' }).shown.diskAccess).toBeNull();
    const isPrivate: Different = { point: { hasPrivateAccessDisks: true } };
    expect(seen({ diskAccess: 'public' }, isPrivate).shown.diskAccess).toBe('public');
    expect(seen({ diskAccess: null }, isPrivate).shown.diskAccess).toBe('same');
  });

  test('has the vault’s subscription where the vault allows no other, unless one was chosen', () => {
    const locked: Different = { vault: { crossSubscriptionRestore: 'permanentlyDisabled' } };
    expect(seen({ subscription: null }, locked).shown.subscription).toBe(SUB);
    expect(seen({ subscription: OTHER_SUB }, locked).shown.subscription).toBe(OTHER_SUB);
    expect(seen({ subscription: OTHER_SUB }).shown.subscription).toBe(OTHER_SUB);
  });

  test('leaves the draft itself as it is', () => {
    const draft = exampleDraft({ datasource: null });
    expect(vmViewOf(draft, exampleReads()).draft).toEqual(draft);
    expect(draft.choices.datasource).toBeNull();
  });
});

describe('where groups and accounts are looked up', () => {
  const target = (choices: Partial<VmChoices>, different: Different = {}) =>
    vmTargetSubscription(exampleDraft(choices).choices, exampleReads(different));

  test('in the chosen subscription, also where the vault allows no other, else in the vault’s', () => {
    expect(target({ subscription: OTHER_SUB })).toBe(OTHER_SUB);
    expect(target({ subscription: null })).toBe(SUB);
    expect(
      target({ subscription: OTHER_SUB }, { vault: { crossSubscriptionRestore: 'disabled' } }),
    ).toBe(OTHER_SUB);
  });

  test('in the instance’s own while the vault is not read, and nowhere before that', () => {
    const loading = { state: 'loading' } as const;
    const { choices } = exampleDraft();
    expect(vmTargetSubscription(choices, { ...exampleReads(), vault: loading })).toBe(SUB);
    expect(
      vmTargetSubscription(choices, { ...exampleReads(), vault: loading, instance: loading }),
    ).toBe('');
  });
});

test('the chosen point and account are found, or are not there', () => {
  expect(chosenPoint(seen())?.name).toBe('20982486783671');
  expect(chosenPoint(seen({ point: '7' }))).toBeUndefined();
  expect(chosenAccount(seen())?.name).toBe('testAccount');
  expect(
    chosenAccount(seen({ staging: exampleDraft().choices.staging?.toUpperCase() ?? null }))?.name,
  ).toBe('testAccount');
  expect(chosenAccount(seen({ staging: null }))).toBeUndefined();
});

describe('what Review finds', () => {
  const found = (choices: Partial<VmChoices>, different: Different = {}) =>
    findingsOf(seen(choices, different).settled);

  test('in the example is nothing', () => {
    expect(found({})).toMatchObject({ refused: [], warned: [], notChecked: [] });
  });

  test('is sorted by what it asks of the person', () => {
    const different: Different = {
      account: { redundancy: 'ZRS', allowsSharedKey: false, kind: null },
    };
    const findings = found({}, different);
    expect(ruleIds(findings.refused)).toEqual(['staging.zrs']);
    expect(ruleIds(findings.warned)).toEqual(['template.deploy.shared-key-off.early']);
    expect(ruleIds(findings.notChecked)).toEqual(['staging.blob-kind']);
    expect(warningCount(findings)).toBe(2);
  });

  test('never counts a rule twice', () => {
    const reads = { ...exampleReads(), accounts: { state: 'loading' } as const };
    const { settled } = vmViewOf(exampleDraft({ rg: null }), reads);
    const { refused, warned, notChecked } = findingsOf(settled);
    const all = ruleIds([...refused, ...warned, ...notChecked]);
    expect(new Set(all).size).toBe(all.length);
    expect(notChecked.length).toBeGreaterThan(2);
  });

  test('stands in the way at Restore, with the gate over it', () => {
    const { facts, choices } = seen({ rg: null });
    expect(ruleIds(refusedAtSubmit(facts, choices, vmRules))).toEqual([
      'restore-disks.rg.required',
      'review.all-rules',
    ]);
    const example = seen();
    expect(refusedAtSubmit(example.facts, example.choices, vmRules)).toEqual([]);
  });
});

/** The errors of a step's form, each as `field: rule`. */
function errorsWith(step: StepId, choices: Partial<VmChoices>, reads: Reads): string[] {
  const form = schemaFor(vmModel, step, reads).safeParse(exampleDraft(choices).choices);
  if (form.success) return [];
  return form.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const errorsOf = (step: StepId, choices: Partial<VmChoices> = {}, different: Different = {}) =>
  errorsWith(step, choices, exampleReads(different));

test.each(STEPS)('the step %s lets the documents’ example pass', (step) => {
  expect(errorsOf(step)).toEqual([]);
});

describe('each step refuses what the rules say about its fields', () => {
  const elsewhere = { subscription: OTHER_SUB };
  const cases: readonly [StepId, Partial<VmChoices>, Different, string][] = [
    ['instance', { instance: null }, {}, 'instance: instance.required'],
    ['restore-point', { point: null }, {}, 'point: point.required'],
    ['restore-point', {}, { point: { tier: 'Archive' } }, 'point: point.archive'],
    ['configuration', { rg: null }, {}, 'rg: restore-disks.rg.required'],
    ['configuration', { rg: 'gone' }, {}, 'rg: restore-disks.rg.required'],
    ['configuration', { rg: 'testrg', rgIsNew: true }, {}, 'rg: restore-disks.rg.new-unique'],
    [
      'configuration',
      { ...AS_NEW_VM, rg: 'TARGETrg', rgIsNew: true },
      {},
      'rg: create-vm.rg.new-unique',
    ],
    ['configuration', { ...AS_NEW_VM, vmName: 'OTHERvm' }, {}, 'vmName: create-vm.name.unused'],
    ['configuration', { staging: null }, {}, 'staging: restore-disks.staging.required'],
    ['configuration', {}, { account: { redundancy: 'ZRS' } }, 'staging: staging.zrs'],
    ['configuration', {}, { account: { redundancy: 'RA-GZRS' } }, 'staging: staging.zrs'],
    ['configuration', {}, { account: { kind: 'BlobStorage' } }, 'staging: staging.blob-kind'],
    [
      'configuration',
      {},
      { account: { tier: 'Premium' } },
      'staging: staging.premium.non-premium-vm',
    ],
    [
      'configuration',
      {},
      { account: { tier: 'Premium', hasNetworkRules: true }, point: { isPremium: true } },
      'staging: staging.premium.network-rules',
    ],
    [
      'configuration',
      elsewhere,
      { point: { tier: 'Snapshot' } },
      'subscription: point.csr.snapshot',
    ],
    ['configuration', elsewhere, { point: { isManaged: false } }, 'subscription: csr.managed-only'],
    ['configuration', elsewhere, { point: { isEncrypted: true } }, 'subscription: csr.ade'],
    [
      'network-access',
      { diskAccess: 'private' },
      { point: { hasPrivateAccessDisks: true } },
      'diskAccessId: network.private.disk-access',
    ],
  ];
  test.each(cases)('%s with %j and %j', (step, choices, different, expected) => {
    expect(errorsOf(step, choices, different)).toEqual([expected]);
    const others = STEPS.filter((one) => one !== step && one !== 'review');
    const atOthers = others.flatMap((one) => errorsOf(one, choices, different));
    // A rule about two fields speaks in both of their steps, and nothing else does.
    const [, id] = expected.split(': ');
    expect(atOthers.filter((line) => line.split(': ')[1] !== id)).toEqual([]);
    const atReview = errorsOf('review', choices, different).map((line) => line.split(': ')[1]);
    expect(atReview).toContain(id);
  });

  test('an account outside the region of the vault is refused, and so is a region without any', () => {
    expect(errorsOf('configuration', {}, { account: { region: 'eastus' } })).toEqual([
      'staging: staging.region',
      'staging: staging.none-in-region',
    ]);
  });

  test('an unknown power state blocks nothing and is read before Restore', () => {
    const unreported: Different = { machine: { isRunning: null } };
    expect(errorsOf('configuration', AS_REPLACEMENT, unreported)).toEqual([]);
    expect(errorsOf('review', { ...AS_REPLACEMENT, warningsRead: false }, unreported)).toEqual([
      'warningsRead: review.warnings.acknowledge',
    ]);
  });

  test('choices that follow by themselves are not required', () => {
    expect(errorsOf('datasource', { datasource: null })).toEqual([]);
    expect(errorsOf('configuration', { subscription: null })).toEqual([]);
    expect(
      errorsOf('network-access', { diskAccess: null }, { point: { hasPrivateAccessDisks: true } }),
    ).toEqual([]);
  });

  test('a subscription that the vault no longer allows is refused, and kept', () => {
    const locked: Different = { vault: { crossSubscriptionRestore: 'disabled' } };
    expect(errorsOf('configuration', { subscription: OTHER_SUB }, locked)).toEqual([
      'subscription: csr.disabled',
    ]);
  });
});

describe('the review step', () => {
  test('names each field that is refused, and does not sum them up besides', () => {
    const refused = errorsOf('review', { staging: null, rg: null });
    expect(refused).toEqual(expect.arrayContaining([expect.stringMatching(/^staging: /)]));
    expect(refused).toEqual(expect.arrayContaining([expect.stringMatching(/^rg: /)]));
    expect(refused.filter((line) => line.includes('review.all-rules'))).toEqual([]);
  });

  test('asks for the tick where something warns, and only there', () => {
    const noKey: Different = { account: { allowsSharedKey: false } };
    expect(errorsOf('review', { warningsRead: false }, noKey)).toEqual([
      'warningsRead: review.warnings.acknowledge',
    ]);
    expect(errorsOf('review', { warningsRead: true }, noKey)).toEqual([]);
    expect(errorsOf('review', { warningsRead: false })).toEqual([]);
  });

  test.each<[string, Partial<VmChoices>]>([
    ['platform.crr.no-cancel-read', { regionView: 'secondary' }],
    ['platform.crr.no-cancel-read', { ...AS_NEW_VM, regionView: 'secondary' }],
  ])('asks for a tick of its own where nothing takes it back: %s', (id, choices) => {
    const line = `consequenceRead: ${id}`;
    const open: Different = { vault: { redundancy: 'GRS', crossRegionRestore: true } };
    expect(errorsOf('review', { ...choices, consequenceRead: false }, open)).toContain(line);
    expect(errorsOf('review', { ...choices, consequenceRead: true }, open)).not.toContain(line);
    expect(errorsOf('review', { consequenceRead: false })).toEqual([]);
  });

  test('asks for the name of what is replaced, and for its power, which no step before asks for', () => {
    const unnamed = { ...AS_REPLACEMENT, confirmReplace: null };
    const isRunning: Different = { machine: { isRunning: true } };
    expect(errorsOf('review', unnamed)).toEqual(['confirmReplace: replace.destructive.confirm']);
    expect(errorsOf('review', AS_REPLACEMENT, isRunning)).toEqual([
      'powerState: platform.replace.running',
    ]);
    expect(errorsOf('configuration', unnamed, isRunning)).toEqual([]);
  });

  test('asks for it where something could not be checked', () => {
    const reads: Reads = { ...exampleReads(), accounts: { state: 'forbidden' } };
    expect(errorsWith('review', { warningsRead: false }, reads)).toEqual([
      'warningsRead: review.warnings.acknowledge',
    ]);
    expect(errorsWith('review', { warningsRead: true }, reads)).toEqual([]);
  });
});

test('every message is the id of a rule', () => {
  const ids = new Set<string>(catalogue.map(({ id }) => id));
  const empty: Partial<VmChoices> = { instance: null, point: null, rg: null, staging: null };
  const messages = STEPS.flatMap((step) => errorsOf(step, empty)).map(
    (line) => line.split(': ')[1] ?? '',
  );
  expect(messages.length).toBeGreaterThan(4);
  expect(messages.filter((id) => !ids.has(id))).toEqual([]);
});

test('what is no draft’s choice is refused by its shape', () => {
  const form = schemaFor(vmModel, 'datasource', exampleReads());
  expect(form.safeParse({ ...exampleDraft().choices, datasource: 7 }).success).toBe(false);
  expect(form.safeParse({}).success).toBe(false);
});

describe('what a change clears', () => {
  const after = applied(transitions, exampleDraft({}), { regionView: 'secondary' }, 1);
  const reads = exampleReads({
    vault: { redundancy: 'GRS', crossRegionRestore: true },
    secondaryPoints: [{}],
  });
  const refusedIn = (step: StepId) =>
    schemaFor(vmModel, step, reads, after.takenBack)
      .safeParse(after.choices)
      .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

  test.each([
    ['instance', false],
    ['restore-point', true],
    ['configuration', true],
    ['network-access', true],
    ['review', true],
  ] as const)('in %s: the restore point is missing: %s', (step, isSaid) => {
    expect(after.takenBack.map(({ field }) => field)).toContain('point');
    expect(refusedIn(step).includes('point: point.required')).toBe(isSaid);
  });

  test('a field that was never chosen is missing in its own step alone', () => {
    expect(errorsOf('configuration', { point: null })).not.toContain('point: point.required');
  });
});

/** What people paste, what Azure spells in its own way, and what it does not tell. */

const provider = `/subscriptions/${SUB}/resourceGroups/rg/providers`;
const own = resourceId(`${provider}/Microsoft.ManagedIdentity/userAssignedIdentities/id-restore`);
const withIdentity: Reads = exampleReads({
  vault: {
    identities: ['user'],
    userIdentityIds: [own],
    userPrincipalIds: { [own.toLowerCase()]: PRINCIPAL },
  },
});

/** The rules that keep a step from being left. */
function refusals(step: StepId, choices: Partial<VmChoices>, reads: Reads): string[] {
  const { shown } = exampleView(choices, reads);
  const result = schemaFor(vmModel, step, reads).safeParse(shown);
  return result.error?.issues.map(({ message }) => message) ?? [];
}

describe('the id of an identity', () => {
  const refused = (identityId: string) =>
    refusals('configuration', { identity: 'user', identityId }, withIdentity).filter((id) =>
      id.startsWith('platform.'),
    );

  test.each([
    ['in other letters, as good as the vault’s own', own.toUpperCase(), []],
    [
      'of a storage account',
      `${provider}/Microsoft.Storage/storageAccounts/st`,
      ['platform.identity-id.kind'],
    ],
    [
      'of an identity that is not the vault’s',
      `${provider}/Microsoft.ManagedIdentity/userAssignedIdentities/id-other`,
      ['platform.identity-id.on-vault'],
    ],
    ['that is none', 'id-restore', ['platform.identity-id.form']],
    ['with blanks around', ` ${own} `, ['platform.identity-id.blanks']],
  ] as const)('%s', (_, id, expected) => {
    expect(refused(id)).toEqual(expected);
  });

  test('is refused with a sentence of its own each time', () => {
    const ids = ['kind', 'on-vault', 'form', 'blanks'] as const;
    expect(new Set(ids.map((id) => sayRule(`platform.identity-id.${id}`))).size).toBe(ids.length);
  });
});

describe.each(['West US', 'westus', 'WestUS'])('a vault in a region written %s', (region) => {
  const reads = exampleReads({ vault: { region }, zones: ['1'] });
  const view = exampleView(AS_NEW_VM, reads);

  test('has the accounts, networks, sets and zones of its region', () => {
    const [account] = known(reads.accounts) ?? [];
    const [network] = known(reads.networks) ?? [];
    if (account === undefined || network === undefined) throw new Error('the example has both');
    expect(judgeValue(view, 'staging', stagingChoice(account)).blocked).toBeUndefined();
    expect(judgeValue(view, 'vnet', vnetChoice(network)).blocked).toBeUndefined();
    expect(
      judgeValue(view, 'staging', stagingChoice({ ...account, region: 'East US' })).blocked,
    ).toBeDefined();
    expect(optionsInRegion(view, reads.encryptionSets)).toHaveLength(1);
    expect(view.facts).toMatchObject({
      target: { stagingAccountsInRegion: 1, regionHasZones: true },
      vault: { secondaryRegion: 'eastus' },
    });
  });

  test('lets the example go on to Review', () => {
    expect(refusals('configuration', AS_NEW_VM, reads)).toEqual([]);
    expect(refusals('review', AS_NEW_VM, reads)).toEqual([]);
  });
});

describe.each(['forbidden', 'failed'] as const)('a vault whose settings are %s', (state) => {
  const reads: Reads = { ...exampleReads(), vault: { state }, vaultEncryption: { state } };

  test('blocks no step, and what depends on it is not checked', () => {
    for (const step of ['instance', 'restore-point', 'configuration', 'network-access'] as const) {
      expect(refusals(step, { ...AS_NEW_VM, identity: 'user', identityId: own }, reads)).toEqual(
        [],
      );
    }
    const view = exampleView({ ...AS_NEW_VM, identity: 'user', identityId: own }, reads);
    const open = uncheckedOfStep(view, 'configuration').map(({ rule }) => rule.id);
    expect(open).toEqual(expect.arrayContaining(['staging.region', 'identity.on-vault']));
  });
});
