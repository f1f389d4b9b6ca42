import { describe, expect, test } from 'vitest';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { transitions } from '#src/datasources/azure-vm/choices.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  type Different,
  exampleDraft,
  exampleReads,
  OTHER_SUB,
} from '#src/datasources/azure-vm/testing.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { type StepId, STEPS } from '#src/rules/fields.ts';
import { applied } from '#src/wizard/draft/transitions.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';

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
  const cases: readonly [StepId, Partial<VmChoices>, Different, string[]][] = [
    ['instance', { instance: null }, {}, ['instance: instance.required']],
    ['restore-point', { point: null }, {}, ['point: point.required']],
    ['restore-point', {}, { point: { tier: 'Archive' } }, ['point: point.archive']],
    ['configuration', { rg: null }, {}, ['rg: restore-disks.rg.required']],
    ['configuration', { rg: 'gone' }, {}, ['rg: restore-disks.rg.required']],
    ['configuration', { rg: 'testrg', rgIsNew: true }, {}, ['rg: restore-disks.rg.new-unique']],
    [
      'configuration',
      { ...AS_NEW_VM, rg: 'TARGETrg', rgIsNew: true },
      {},
      ['rg: create-vm.rg.new-unique'],
    ],
    ['configuration', { ...AS_NEW_VM, vmName: 'OTHERvm' }, {}, ['vmName: create-vm.name.unused']],
    ['configuration', { staging: null }, {}, ['staging: restore-disks.staging.required']],
    ['configuration', {}, { account: { redundancy: 'ZRS' } }, ['staging: staging.zrs']],
    ['configuration', {}, { account: { redundancy: 'RA-GZRS' } }, ['staging: staging.zrs']],
    ['configuration', {}, { account: { kind: 'BlobStorage' } }, ['staging: staging.blob-kind']],
    [
      'configuration',
      {},
      { account: { tier: 'Premium' } },
      ['staging: staging.premium.non-premium-vm'],
    ],
    [
      'configuration',
      {},
      { account: { tier: 'Premium', hasNetworkRules: true }, point: { isPremium: true } },
      ['staging: staging.premium.network-rules'],
    ],
    [
      'configuration',
      { subscription: OTHER_SUB },
      { point: { tier: 'Snapshot' } },
      ['subscription: point.csr.snapshot'],
    ],
    [
      'configuration',
      { subscription: OTHER_SUB },
      { point: { isManaged: false } },
      ['subscription: csr.managed-only'],
    ],
    [
      'configuration',
      { subscription: OTHER_SUB },
      { point: { isEncrypted: true } },
      ['subscription: csr.ade'],
    ],
    [
      'network-access',
      { diskAccess: 'private' },
      { point: { hasPrivateAccessDisks: true } },
      ['diskAccessId: network.private.disk-access'],
    ],
    [
      'configuration',
      AS_REPLACEMENT,
      { machine: { isRunning: true } },
      ['confirmReplace: platform.replace.running'],
    ],
  ];
  test.each(cases)('%s with %j and %j', (step, choices, different, expected) => {
    expect(errorsOf(step, choices, different)).toEqual(expected);
    const others = STEPS.filter((one) => one !== step && one !== 'review');
    const elsewhere = others.flatMap((one) => errorsOf(one, choices, different));
    // A rule about two fields speaks in both of their steps, and nothing else does.
    const ids = expected.map((line) => line.split(': ')[1]);
    expect(elsewhere.filter((line) => !ids.includes(line.split(': ')[1]))).toEqual([]);
    const atReview = errorsOf('review', choices, different).map((line) => line.split(': ')[1]);
    expect(atReview).toEqual(expect.arrayContaining(ids));
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
    ['platform.replace.loss-read', AS_REPLACEMENT],
    ['platform.crr.no-cancel-read', { regionView: 'secondary' }],
    ['platform.crr.no-cancel-read', { ...AS_NEW_VM, regionView: 'secondary' }],
  ])('asks for a tick of its own where nothing takes it back: %s', (id, choices) => {
    const line = `consequenceRead: ${id}`;
    const open: Different = { vault: { redundancy: 'GRS', crossRegionRestore: true } };
    expect(errorsOf('review', { ...choices, consequenceRead: false }, open)).toContain(line);
    expect(errorsOf('review', { ...choices, consequenceRead: true }, open)).not.toContain(line);
    expect(errorsOf('review', { consequenceRead: false })).toEqual([]);
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
