import { describe, expect, test, vi } from 'vitest';
import { jobAddress } from '#src/api/arm/address.ts';
import { diskJobs } from '#src/api/data-protection/jobs.ts';
import type { ValidationRun } from '#src/api/queries/validations.ts';
import { holdingOf } from '#src/datasources/azure-disk/DiskAfterwards.tsx';
import {
  DISK_COVERAGE,
  type DiskCheckId,
  check,
  diskChecksOf,
  diskNotLookedAt,
  latestCountsAt,
  runningCheck,
} from '#src/datasources/azure-disk/checks/checks.ts';
import {
  placeOfProblem,
  validationFact,
  validationStatusOf,
  withValidation,
} from '#src/datasources/azure-disk/checks/validation.ts';
import type { DiskChoices } from '#src/datasources/azure-disk/fields.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { NOON, SUB, draftWith, known, reads, role } from '#src/datasources/azure-disk/testing.ts';
import { instant } from '#src/lib/time.ts';
import { userErrors } from '#src/mocks/data-protection/restores.ts';
import type { DiskJob, DiskJobDetails } from '#src/model/backup-vaults.ts';
import type { RunningRestore } from '#src/model/lost-restore.ts';
import type { Disk } from '#src/model/machines.ts';
import type { Problem } from '#src/model/problem.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { ROLE_DELAY_MS, type RoleAssignment } from '#src/model/roles.ts';
import { diskWith, forbiddenProblem } from '#src/model/testing.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import type { Read } from '#src/wizard/read.ts';
import { refusersOf } from '#src/wizard/review/check.ts';

const target = `/subscriptions/${SUB}/resourceGroups/rg-dr`;
const set = resourceId(
  `/subscriptions/${SUB}/resourceGroups/k/providers/Microsoft.Compute/diskEncryptionSets/keys`,
);

const all = (given: Partial<DiskReads> = {}, choices: Partial<DiskChoices> = {}) =>
  diskChecksOf({ ...reads, ...given }, draftWith(choices).choices);
const find = (id: DiskCheckId, given: Partial<DiskReads>, choices: Partial<DiskChoices> = {}) =>
  all(given, choices).find((one) => one.id === id);

/** A read with its value changed. */
function changed<Value extends object>(read: Read<Value>, change: Partial<Value>): Read<Value> {
  if (read.state !== 'known') throw new Error('unknown');
  return known({ ...read.value, ...change });
}
function changedFirst<Value extends object>(read: Read<Value[]>, change: Partial<Value>) {
  if (read.state !== 'known') throw new Error('unknown');
  return known(read.value.map((one) => ({ ...one, ...change })));
}
const source = diskWith({ name: 'data-0', encryption: 'EncryptionAtRestWithPlatformKey' });
const keyed = known<Disk | null>({
  ...source,
  encryption: 'EncryptionAtRestWithCustomerKey',
  encryptionSetId: set,
});
const aged = (minutes: number): RoleAssignment => ({
  ...role('diskRestoreOperator', target),
  createdAt: instant(NOON - minutes * 60_000),
});
const noIdentity = { vault: changed(reads.vault, { principalId: null }) };

test('all is in place where all is', () => {
  expect(all().map(({ id, state }) => `${id} ${state}`)).toEqual([
    'identity passed',
    'target passed',
    'key passed',
    'snapshotRole passed',
    'snapshots passed',
    'running passed',
  ]);
});

describe('one thing that is not in place', () => {
  test.each<[string, Partial<DiskReads>, line: string, found: string]>([
    ['no identity', noIdentity, 'identity failed', 'bv has no managed identity'],
    [
      'no identity that could hold a role',
      noIdentity,
      'target failed',
      'Requires the managed identity',
    ],
    ['no role on the target', { targetRoles: known([]) }, 'target failed', 'lacks'],
    [
      'another role on the target',
      { targetRoles: known([role('reader', target)]) },
      'target notChecked',
      'has other roles there',
    ],
    [
      'a role from above',
      { targetRoles: known([role('diskRestoreOperator', `/subscriptions/${SUB}`)]) },
      'target passed',
      'from its subscription',
    ],
    [
      'a role from a management group',
      {
        targetRoles: known([
          role('diskRestoreOperator', '/providers/Microsoft.Management/managementGroups/corp'),
        ]),
      },
      'target passed',
      'from corp',
    ],
    [
      'roles on the snapshots revoked',
      { snapshotRoles: known([]) },
      'snapshotRole failed',
      'lacks Disk Snapshot Contributor on rg-backup',
    ],
    ['roles being read', { targetRoles: { state: 'loading' } }, 'target checking', ''],
    ['roles not asked', { targetRoles: { state: 'not asked' } }, 'target notChecked', 'Depends'],
    [
      'a group of snapshots that is not told',
      { snapshots: { state: 'not asked' } },
      'snapshots notChecked',
      'Depends',
    ],
    [
      'roles not read',
      {
        targetRoles: {
          state: 'forbidden',
          trouble: { problem: forbiddenProblem, readAgain: vi.fn<() => void>() },
        },
      },
      'target notChecked',
      'Couldn’t be read: No.',
    ],
    ['no reader of the key', { disk: keyed, setRoles: known([]) }, 'key failed', 'Reader on keys'],
    [
      'a reader of the key',
      { disk: keyed, setRoles: known([role('reader', set)]) },
      'key passed',
      'Reader on keys',
    ],
    ['the disk gone', { disk: known(null) }, 'key notChecked', 'no longer exists'],
    [
      'encryption not told',
      { disk: known({ ...source, encryption: null }) },
      'key notChecked',
      'doesn’t report',
    ],
    [
      'a customer’s key without its set',
      { disk: known({ ...source, encryption: 'EncryptionAtRestWithCustomerKey' }) },
      'key notChecked',
      'doesn’t report',
    ],
    [
      'no snapshots',
      { snapshots: known([]) },
      'snapshots failed',
      'Azure lists no snapshot of the restore point',
    ],
    [
      'snapshots of other times',
      { snapshots: changedFirst(reads.snapshots, { createdAt: NOON }) },
      'snapshots failed',
      'Azure lists no snapshot of the restore point',
    ],
    [
      'snapshots that tell no time',
      { snapshots: changedFirst(reads.snapshots, { createdAt: null }) },
      'snapshots notChecked',
      'Azure doesn’t report',
    ],
  ])('%s', (_, given, line, found) => {
    const lines = new Map(all(given).map((one) => [`${one.id} ${one.state}`, one.found]));
    expect([...lines.keys()]).toContain(line);
    expect(lines.get(line)).toContain(found);
  });
});

test('a vault without an identity has the command that turns it on', () => {
  const one = find('identity', noIdentity);
  expect(one?.remedies).toMatchObject([
    {
      kind: 'command',
      command: {
        ok: true,
        value: `az dataprotection backup-vault identity assign --subscription '${SUB}' --resource-group 'rg-backup' --vault-name 'bv' --system-assigned`,
      },
    },
  ]);
});

test('what is missing says whom to give it, where', () => {
  const grant = { role: 'diskRestoreOperator', scope: target, principalId: 'p' };
  expect(find('target', { targetRoles: known([]) })?.lacks).toEqual(grant);
});

test('a group that is not chosen has no roles yet', () => {
  expect(find('target', {}, { rg: null })).toMatchObject({ state: 'notChecked', lacks: null });
});

test('what was not read is read again', () => {
  const readAgain = vi.fn<() => void>();
  const one = find('target', {
    targetRoles: { state: 'failed', trouble: { problem: forbiddenProblem, readAgain } },
  });
  expect(one?.remedies).toMatchObject([{ kind: 'again', go: readAgain }]);
});

describe('a new role', () => {
  const state = (...minutes: number[]) =>
    find('target', { targetRoles: known(minutes.map(aged)) })?.state;
  test('counts about 15 minutes after it was first given', () => {
    expect(state(14)).toBe('pending');
    expect(state(15)).toBe('passed');
    expect(state(1, 60)).toBe('passed');
  });

  test('is waited for as long as the youngest is new', () => {
    const due = (...minutes: number[]) =>
      latestCountsAt(all({ targetRoles: known(minutes.map(aged)) }));
    expect(due(5)).toBe(NOON - 5 * 60_000 + ROLE_DELAY_MS);
    expect(due(29)).toBe(NOON - 29 * 60_000 + ROLE_DELAY_MS);
    expect(due(30)).toBeNull();
  });
});

test('what could refuse a restore of a disk has a check, the rules or the validation, or none: 14 rows', () => {
  const rows = refusersOf(DISK_COVERAGE);
  const by = rows.flatMap(([, one]) => (one.by === null ? [] : [one.by]));
  expect(rows).toHaveLength(14);
  expect(by.toSorted()).toEqual(
    [...Object.keys(diskChecks.prerequisites.name), 'rules', 'validation'].toSorted(),
  );
  const names = diskNotLookedAt({ disk: { state: 'not asked' } });
  expect(names).toHaveLength(rows.length - by.length);
  expect(diskNotLookedAt({ disk: known(diskWith({ unread: ['diskKinds'] })) })).toEqual([
    ...names,
    'disk kinds',
  ]);
});

const sameDisk = resourceId(
  `/subscriptions/${SUB}/resourceGroups/RG-DR/providers/Microsoft.Compute/disks/Data-0-R`,
);

/** A restore in progress whose job reports the disk that it makes; null: it reports none. */
function running(restoredDiskId: ResourceId | null, itemName = 'data-0'): RunningRestore {
  const job: DiskJob = {
    id: resourceId(`/vaults/bv/backupJobs/of-${itemName}`),
    name: 'job',
    vaultName: 'bv',
    itemName,
    operation: 'Restore',
    status: 'inProgress',
    statusWord: 'InProgress',
    startedAt: instant(NOON),
    endedAt: null,
    durationMs: null,
    isCancellable: false,
    instanceId: resourceId('i'),
    sourceDiskId: resourceId('d'),
  };
  const details: DiskJobDetails = {
    ...job,
    percent: null,
    remainingMs: null,
    tasks: [],
    properties: [],
    errors: [],
    activityId: null,
    bytes: null,
    restoreKind: null,
    verdictBy: 'subtasks',
    recoveryPointTime: null,
    restoredDiskId,
  };
  return { job, details, target: diskJobs.targetOf(job, details) };
}

const choices = draftWith({ rg: 'rg-dr', diskName: 'data-0-r' }).choices;
const checkWith = (...restores: RunningRestore[]) =>
  runningCheck({ ...reads, runningRestores: known(restores) }, choices);

describe('a restore to the same disk', () => {
  test.each([
    ['none', [], 'passed', /^No restore in progress has this target/],
    ['the same', [running(sameDisk)], 'warned', /creating data-0-r in rg-dr/],
    ['the same, from another disk', [running(sameDisk, 'other')], 'warned', /creating data-0-r/],
    ['another disk', [running(resourceId(`${sameDisk}2`))], 'passed', /^No restore/],
    [
      'one that reports nothing',
      [running(null)],
      'warned',
      /restore of data-0 .* might be the same/,
    ],
    ['one whose job ', [{ ...running(null), details: null }], 'warned', /might be the same/],
    ['another one’s that reports nothing', [running(null, 'other')], 'notChecked', /another disk/],
  ] as const)('%s', (_, given, state, text) => {
    const found = checkWith(...given);
    expect(found.state).toBe(state);
    expect(found.found).toMatch(text);
    expect(found.remedies).toMatchObject(
      state === 'passed' ? [] : given.map(({ job: { id } }) => ({ address: jobAddress(id) })),
    );
  });

  test('waits for a target, and is not checked where nothing could be read', () => {
    const waiting = runningCheck(reads, { ...choices, diskName: null });
    expect(waiting.state).toBe('notChecked');
    expect(waiting.found).toMatch(/^Requires/);
    const failed = { ...reads, runningRestores: { state: 'failed' } } as const;
    expect(runningCheck(failed, choices).state).toBe('notChecked');
  });
});

test.each([
  ['nameTaken', { kind: 'field', step: 'configuration', field: 'diskName' }],
  ['noTargetGroup', { kind: 'field', step: 'configuration', field: 'rg' }],
  ['noRightOnTarget', { kind: 'check', id: 'target' }],
  ['noRightOnSnapshots', { kind: 'check', id: 'snapshotRole' }],
  ['noSnapshotGroup', { kind: 'check', id: 'snapshots' }],
  ['noSnapshot', { kind: 'field', step: 'restore-point', field: 'point' }],
  ['noRightOnKeys', { kind: 'check', id: 'key' }],
  ['noIdentity', { kind: 'check', id: 'identity' }],
] as const)('%s leads to where it is put right', (error, place) => {
  expect(placeOfProblem({ code: userErrors[error]('x').code ?? '' })).toEqual(place);
});

test.each(['', 'BMSUserErrorOther', 'constructor'])('“%s” leads nowhere', (code) => {
  expect(placeOfProblem({ code })).toBeNull();
});

const subscription = `/subscriptions/${SUB}`;
const group = resourceId(`${subscription}/resourceGroups/rg-dr`);
const here = role('diskRestoreOperator', group.toUpperCase());
const above = role('diskRestoreOperator', subscription);
const byGroup = { ...here, principalId: 'a group' };

test('only what was given to the identity in the group itself is its own', () => {
  expect(holdingOf([here], group, 'P')).toEqual({
    own: here,
    above: undefined,
    byGroup: undefined,
    others: 0,
  });
  expect(holdingOf([above, byGroup], group, 'p')).toEqual({
    own: undefined,
    above,
    byGroup,
    others: 0,
  });
});

test('what is left are other roles', () => {
  expect(holdingOf([role('reader', group), here], group, 'p').others).toBe(1);
  expect(holdingOf([], group, 'p')).toMatchObject({ own: undefined, others: 0 });
});

const found = { code: 'A', message: 'No.', recommendations: [] };
const runningValidation = {
  restoreText: 'this',
  kind: 'running',
  since: NOON,
  isAccepted: true,
  stop: () => undefined,
} as const;
const done = (...problems: readonly (typeof found)[]): ValidationRun => ({
  restoreText: 'this',
  kind: 'done',
  at: NOON,
  problems,
});
const trouble = (kind: Problem['kind']): ValidationRun => ({
  restoreText: 'this',
  kind: 'trouble',
  problem: {
    kind,
    message: 'No.',
    code: 'B',
    requestId: 'r',
    missingAction: null,
    body: '',
    way: 'after',
  },
});

test.each<[string, ValidationRun | null, string, ReturnType<typeof validationStatusOf>['state']]>([
  ['none was asked for', null, 'this', 'none'],
  ['it was stopped', { restoreText: 'this', kind: 'stopped' }, 'this', 'none'],
  ['it runs', runningValidation, 'this', 'running'],
  ['it has passed', done(), 'this', 'succeeded'],
  ['it has found something', done(found), 'this', 'failed'],
  ['other parameters have passed', done(), 'that', 'stale'],
  ['others are being looked at', runningValidation, 'that', 'stale'],
  ['the connection is gone', trouble('lost'), 'this', 'lost'],
  ['the answer is not to be read', trouble('unexpected'), 'this', 'lost'],
  ['the person may not', trouble('forbidden'), 'this', 'lost'],
  ['Azure refuses at once', trouble('refused'), 'this', 'failed'],
  ['what it names is gone', trouble('notFound'), 'this', 'failed'],
])('%s', (_, ...[run, restoreText, state]) => {
  expect(validationStatusOf(run, restoreText, []).state).toBe(state);
});

test('what Azure refuses at once keeps the id of its request', () => {
  expect(validationStatusOf(trouble('refused'), 'this', []).trouble?.requestId).toBe('r');
});

describe('a validation that succeeded at noon', () => {
  const missing = check('target', 'failed', 'It lacks the role.');
  const given = (minutes: number) =>
    check('target', 'pending', 'It was given.', {
      countsAt: instant(NOON + minutes * 60_000 + ROLE_DELAY_MS),
    });
  const status = (one: typeof missing) =>
    validationStatusOf(done(), 'this', [check('key', 'passed', ''), one]);

  test('does not count once a role is missing', () => {
    expect(status(missing)).toMatchObject({
      state: 'overtaken',
      since: NOON,
      overtakenBy: [{ id: 'target' }],
    });
    expect(validationFact(status(missing))).toBe('none');
  });

  test('does not count for a role that was given since, in effect or not', () => {
    expect(status(given(5)).state).toBe('overtaken');
    expect(status({ ...given(5), state: 'passed' }).state).toBe('overtaken');
  });

  test('shows that a role given before it is in effect', () => {
    expect(status(given(-5)).state).toBe('succeeded');
    const [shown] = withValidation([given(-5)], status(given(-5)));
    expect(shown?.state).toBe('passed');
    expect(shown?.found).toContain('already in effect');
  });

  test('says nothing of a role where it failed', () => {
    const failed = validationStatusOf(done(found), 'this', [missing]);
    expect(failed.state).toBe('failed');
    expect(withValidation([given(-5)], failed)[0]?.state).toBe('pending');
  });
});
