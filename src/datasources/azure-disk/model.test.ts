import { afterEach, expect, test } from 'vitest';
import type { DiskRestore } from '#src/api/data-protection/restores.ts';
import { diskFactsOf } from '#src/datasources/azure-disk/facts.ts';
import {
  type DiskChoices,
  STEPS_OF_DISK,
  diskChoices,
  isDiskName,
  isPointGone,
} from '#src/datasources/azure-disk/fields.ts';
import {
  diskModel,
  diskView,
  refusedAtRestore,
  rulesOfDisk,
} from '#src/datasources/azure-disk/model.ts';
import { diskSummaryOf } from '#src/datasources/azure-disk/plan.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request.ts';
import {
  DISK_SUGGESTIONS,
  canRestore,
} from '#src/datasources/azure-disk/steps/ParametersPanel.tsx';
import {
  HOUR_MS,
  NOON,
  SUB,
  draftWith,
  known,
  reads,
  role,
} from '#src/datasources/azure-disk/testing.ts';
import { keysOf } from '#src/lib/data.ts';
import { cutList } from '#src/lib/list.ts';
import { ownName } from '#src/lib/owner.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { goByNewerTexts } from '#src/lib/wording.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { ProtectedItem } from '#src/model/instances.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { NO_CHOICES } from '#src/rules/fields.ts';
import { againstCatalogue } from '#src/rules/testing.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { schemaFor } from '#src/wizard/explain/step-schema.ts';
import { suggestionsIn } from '#src/wizard/fields/Suggestions.tsx';
import { stepStates } from '#src/wizard/steps/flow.ts';

afterEach(() => goByNewerTexts(false));

const { product, client, templateValues, csrState, cv, scenario, secondary } = NO_CHOICES;
const never = { product, client, templateValues, csrState, cv, scenario, secondary };
/** What no draft chooses. */
const FIXED = { ...never, datasource: 'azure-disk' } as const;
const { own, leftOut, heard, unnamed } = againstCatalogue(rulesOfDisk, FIXED);

test('the rules that judge a disk are those of the catalogue, in its order', () => {
  expect(rulesOfDisk.all).toEqual(own);
});

test('the rules left out say nothing of any draft, whatever is known', () => {
  expect(leftOut).not.toEqual([]);
  expect(heard()).toEqual([]);
});

test('each rule that judges a disk has a text', () => {
  expect(rulesOfDisk.all.filter((rule) => ['', rule.id].includes(sayOf(rule)))).toEqual([]);
});

test('the live build says which of them a newer text changes', () => {
  goByNewerTexts(true);
  const old = rulesOfDisk.all.filter((rule) => sayOf(rule).includes('. A newer text differs: '));
  expect(old.map(({ id }) => id)).toEqual([
    'datasource.entry.backup-center',
    'datasource.vault.by-type.disk',
    'instance.required',
    'instance.one-only',
    'instance.default-subscription',
  ]);
});

test('each fact that they read has words', () => {
  expect(unnamed()).toEqual([]);
});

/** The rules that keep Restore closed after a validation that has succeeded. */
const refused = (change: Partial<DiskChoices>, read: Partial<DiskReads> = {}): string[] =>
  refusedAtRestore(diskView(draftWith(change), { ...reads, ...read }, 'succeeded')).map(
    ({ id }) => id,
  );
const restoreOf = (change: Partial<DiskChoices>, read: Partial<DiskReads> = {}) =>
  diskRestoreOf(draftWith(change).choices, { ...reads, ...read });

test('with everything chosen, there and validated nothing refuses a restore', () => {
  expect(refused({})).toEqual([]);
  expect(restoreOf({})).toMatchObject({
    recoveryPointId: 'p1',
    targetDiskId: `/subscriptions/${SUB}/resourceGroups/rg-dr/providers/Microsoft.Compute/disks/data-0-restored`,
    region: 'westeurope',
  });
});

test('without a validation that has succeeded only that is missing', () => {
  const view = diskView(draftWith(), reads, 'running');
  expect(refusedAtRestore(view).map(({ id }) => id)).toEqual(['review.disk.gate']);
});

test.each([
  ['a disk', { instance: null }, 'instance.disk.pick'],
  ['a point', { point: null }, 'point.required'],
  ['a subscription', { subscription: null }, 'disk.target.subscription'],
  ['a subscription that may be read', { subscription: 'x' }, 'disk.target.subscription'],
  ['a group', { rg: null }, 'disk.target.rg'],
  ['a group that is there', { rg: 'gone' }, 'disk.target.rg'],
  ['a name', { diskName: null }, 'disk.name.required'],
  ['another place', { diskMode: 'OLR' }, 'disk.no-olr'],
  ['a name that is free', { diskName: 'DATA-0' }, 'disk.name.unused'],
] as const)('%s is needed', (_, change, rule) => {
  // The gate sums up the others.
  expect(refused(change).find((id) => !id.startsWith('review.'))).toBe(rule);
});

test.each([
  ['expired', { at: instant(NOON + HOUR_MS) }],
  ['deleted', { points: known([]) }],
])('a point that has %s is chosen no more', (_, read) => {
  expect(refused({}, read)).toContain('point.required');
  expect(restoreOf({}, read)).toBeNull();
});

test('a role of another kind leaves the permissions unknown; no role means no permissions', () => {
  expect(refused({}, { targetRoles: known([role('reader', 'x')]) })).toEqual([]);
  expect(refused({}, { targetRoles: known([]) })).toContain('disk.role.target');
  expect(refused({}, { snapshotRoles: known([]) })).toContain('disk.role.snapshot-rg');
});

test('a vault without an identity has no role anywhere', () => {
  const vault = reads.vault.state === 'known' ? { ...reads.vault.value, principalId: null } : null;
  const read = vault === null ? {} : { vault: known(vault) };
  expect(refused({}, { ...read, targetRoles: { state: 'not asked' } })).toContain(
    'disk.role.target',
  );
});

test('a point whose snapshot is gone cannot be restored', () => {
  expect(refused({}, { snapshots: known([]) })).toContain('disk.snapshots.present');
});

const otherInstance = (more: Partial<DiskBackupInstance>): Partial<DiskReads> => {
  if (reads.instance.state !== 'known') throw new Error('It is read.');
  return { instance: known({ ...reads.instance.value, ...more }) };
};
const second = { name: 'p2', id: resourceId('p2'), time: instant(NOON - 2 * HOUR_MS) };
const twoPoints = {
  points: known([{ ...second, expiresAt: null, kind: 'Incremental', isComplete: true }]),
};

/**
 * For each key of a restore what differs in another draft or its reads; Review has a line for each. A key that is not here doesn't compile.
 */
const KEY_CHANGES: Readonly<
  Record<keyof DiskRestore, readonly [Partial<DiskChoices>, Partial<DiskReads>?]>
> = {
  instanceId: [{}, otherInstance({ id: resourceId('/i/other'), friendlyName: 'other' })],
  recoveryPointId: [{ point: 'p2' }, twoPoints],
  sourceDiskId: [
    {},
    otherInstance({ sourceDiskId: resourceId('/d/other'), resourceGroup: 'other' }),
  ],
  targetDiskId: [{ diskName: 'second' }],
  region: [{}, otherInstance({ region: 'northeurope' })],
};

test.each(keysOf(KEY_CHANGES))('the plan has %s as it was chosen, and Review lists it', (key) => {
  const shownOf = (choices: Partial<DiskChoices>, read: Partial<DiskReads> = {}) => {
    const lines = diskSummaryOf(diskView(draftWith(choices), { ...reads, ...read }, 'succeeded'));
    return { value: restoreOf(choices, read)?.[key], lines };
  };
  const [before, after] = [shownOf({}), shownOf(...KEY_CHANGES[key])];
  expect(after.value).toBeDefined();
  expect(after.value).not.toBe(before.value);
  expect(after.lines).not.toEqual(before.lines);
});

test('names that Azure refuses are refused by the form and make no request', () => {
  const { choices } = draftWith({ diskName: 'a.' });
  const issues = schemaFor(diskModel, 'configuration', reads).safeParse(choices).error?.issues;
  expect(issues?.map(({ path, message }) => [...path, message])).toEqual([
    ['diskName', 'disk-name'],
  ]);
  expect(restoreOf({ diskName: 'a.' })).toBeNull();
});

test('at Review, entered by its address, the reason stands with the way to its field', () => {
  const view = diskView(draftWith({ diskName: 'a.' }), reads, 'succeeded');
  const issues = schemaFor(diskModel, 'review', reads).safeParse(view.draft.choices).error?.issues;
  expect(issues?.map(({ path, message }) => [...path, message])).toContainEqual([
    'diskName',
    'disk-name',
  ]);
  expect(view.rejected).toEqual([{ field: 'diskName', code: 'disk-name' }]);
  expect(diskModel.rejecting?.codeText('disk-name')).toBe(diskFlow.parameters.badName);
  const states = stepStates(STEPS_OF_DISK, view).map(({ id, state }) => [id, state.state]);
  expect(states).toContainEqual(['configuration', 'blocked']);
  expect(states).toContainEqual(['review', 'todo']);
  expect(diskView(draftWith(), reads, 'succeeded').rejected).toEqual([]);
});

test('no step waits for a prerequisite', () => {
  const { choices } = draftWith();
  const bare = { ...reads, targetRoles: known([]), snapshots: known([]) };
  expect(schemaFor(diskModel, 'configuration', bare).safeParse(choices).success).toBe(true);
  expect(schemaFor(diskModel, 'restore-point', bare).safeParse(choices).success).toBe(true);
});

const backup: ProtectedItem = {
  id: resourceId('item'),
  vaultId: resourceId('vault'),
  vaultName: 'rsv',
  subscriptionId: SUB,
  region: 'westeurope',
  friendlyName: 'app01',
  resourceGroup: 'rg-app',
  sourceResourceId: resourceId('vm'),
  deployment: 'arm',
  health: 'passed',
  deletion: null,
  protectionState: 'Protected',
  policyName: null,
  lastBackupAt: null,
  lastBackupStatus: 'unknown',
  lastRecoveryPointAt: null,
};

test('the machine’s own backup is offered where it has one', () => {
  if (reads.disk.state !== 'known' || reads.disk.value === null) throw new Error('no disk');
  const attached = known({ ...reads.disk.value, machineId: resourceId('vm') });
  const tipOf = (read: Partial<DiskReads>) =>
    diskView(draftWith(), { ...reads, ...read }, 'none').settled.verdicts.find(
      ({ rule }) => rule.id === 'datasource.disk.also-via-vm',
    )?.state;
  expect(tipOf({})).not.toBe('speaks');
  expect(tipOf({ disk: attached })).toBe('not checked');
  expect(tipOf({ disk: attached, machineBackup: known(null) })).not.toBe('speaks');
  expect(tipOf({ disk: attached, machineBackup: known(backup) })).toBe('speaks');
});

test.each(['a', '0', 'a_', 'App01_DataDisk-0.old', 'a'.repeat(80)])('Azure takes %s', (name) => {
  expect(isDiskName(name)).toBe(true);
});

test.each(['', '_a', '-a', '.a', 'a-', 'a.', 'a b', 'ä', 'a/b', 'a'.repeat(81)])(
  'Azure refuses “%s”',
  (name) => {
    expect(isDiskName(name)).toBe(false);
  },
);

test('of a cut list it is never concluded that something is not there', () => {
  const { choices: disk } = draftWith({ diskName: 'data-9', rg: 'rg-9' });
  const cut = {
    ...reads,
    diskNames: known(cutList(['data-1'])),
    groups: known(cutList<never>([])),
  };
  expect(diskFactsOf(cut, disk, 'none').target?.diskNames).toBeUndefined();
  expect(diskFactsOf(cut, { ...disk, diskName: 'data-1' }, 'none').target?.diskNames).toEqual(
    cutList(['data-1']),
  );
  expect(diskChoices(disk, cut).rg).toBe('rg-9');
  expect(diskChoices(disk, { ...cut, groups: known([]) }).rg).toBeNull();
  const point = 'p-9';
  expect(isPointGone({ at: NOON, points: known([]) }, { point })).toBe(true);
  expect(isPointGone({ at: NOON, points: known(cutList<never>([])) }, { point })).toBe(false);
});

const storage = freshStorage();

function restoredTo(rg: string): void {
  const submission = { state: 'job', jobId: '/j', isAdopted: false };
  storage.entries.set(
    ownName('draft.sent'),
    JSON.stringify({ ...draftWith({ rg }), id: 'sent', submission }),
  );
}

const OPEN = { subscription: null, rg: null, diskName: null } as const;
const view = (change: Partial<ReturnType<typeof draftWith>['choices']>, read = reads) =>
  diskView({ ...draftWith({ ...OPEN, ...change }), suggested: {} }, read, 'none');
const suggested = (...given: Parameters<typeof view>) =>
  suggestionsIn(view(...given), DISK_SUGGESTIONS);

test('a new disk goes beside its source, under a name of its own', () => {
  const { diskName, ...place } = suggested({});
  expect(place).toEqual({ subscription: SUB, rg: 'rg-app' });
  expect(diskName).toMatch(/^data-0-restored-\d{4}$/);
  expect(DISK_SUGGESTIONS.whyOf('rg', view({ rg: 'rg-app' }))).toBe('The disk’s resource group');
});

test('or to the group of the latest restore', () => {
  restoredTo('rg-dr');
  expect(suggested({})).toMatchObject({ rg: 'rg-dr' });
  expect(DISK_SUGGESTIONS.whyOf('rg', view({ rg: 'rg-dr' }))).toBe('Last used for a restore');
});

test('a name that is taken is left out, and none comes before it is known which are', () => {
  const { diskName } = suggested({});
  const taken = { ...reads, diskNames: known([String(diskName)]) };
  expect(suggested({}, taken)).toMatchObject({ diskName: `${String(diskName)}-2` });
  expect(suggested({}, { ...reads, diskNames: { state: 'not asked' } })).not.toHaveProperty(
    'diskName',
  );
});

test('a place that isn’t there is not suggested', () => {
  expect(
    suggested({}, { ...reads, subscriptions: known([]), groups: known([]) }),
  ).not.toMatchObject({ subscription: SUB });
});

test('a point can be restored until it expires, once it is complete', () => {
  const [point] = reads.points.state === 'known' ? reads.points.value : [];
  if (point === undefined) throw new Error('the example has one');
  expect(canRestore(point, NOON)).toBe(true);
  expect(canRestore(point, instant(NOON + 2 * HOUR_MS))).toBe(false);
  expect(canRestore({ ...point, isComplete: false }, NOON)).toBe(false);
});
