import { jobAddress } from '#src/api/arm/address.ts';
import { describe, expect, test } from 'vitest';
import { vaultJobs } from '#src/api/recovery-services/job-lists.ts';
import { instant } from '#src/lib/time.ts';
import type { Job, JobDetails, RestoreKind } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/lost-restore.ts';
import { AS_NEW_VM, AS_REPLACEMENT, OTHER_SUB } from '#src/datasources/azure-vm/testing.ts';
import type { Read } from '#src/wizard/reads/read.ts';
import type { CheckState } from '#src/wizard/review/check.ts';
import {
  type Case,
  forbidden,
  lineFor,
  loading,
  read,
} from '#src/datasources/azure-vm/checks/testing.ts';

const job = (itemName: string): Job => ({
  id: resourceId(`/vaults/testVault/backupJobs/of-${itemName}`),
  name: 'job',
  vaultName: 'testVault',
  itemName,
  operation: 'Restore',
  status: 'inProgress',
  statusWord: 'InProgress',
  startedAt: instant(0),
  endedAt: null,
  durationMs: null,
  isCancellable: false,
});

type Bag = Readonly<Record<string, string>>;

/** A restore in progress that reports a kind and what is in its bag; null: the job couldn't be read. */
function running(kind: RestoreKind | null, bag: Bag | null, itemName = 'testVM'): RunningRestore {
  const own = job(itemName);
  const details: JobDetails | null = bag && {
    ...own,
    percent: null,
    remainingMs: null,
    tasks: [],
    properties: Object.entries(bag).map(([name, value]) => ({ name, value })),
    errors: [],
    activityId: null,
    bytes: null,
    restoreKind: kind,
    verdictBy: 'subtasks',
  };
  return { job: own, details, target: vaultJobs.targetOf(own, details) };
}

const group = { 'Target resource group': 'TARGETRG' };
const newVm = { ...group, 'Target VM Name': 'NEWVM' };
const lineWith = (choices: Case['choices'], ...all: RunningRestore[]) =>
  lineFor('sameTarget', { choices, checkReads: { runningRestores: read(all) } });

type Row = [
  what: string,
  choices: Case['choices'],
  running: RunningRestore[],
  state: CheckState,
  found: RegExp,
];
const none = /No restore in progress/;

describe('a restore to the same target that is in progress', () => {
  test.each<Row>([
    ['none at all', AS_NEW_VM, [], 'passed', none],
    [
      'the same new VM',
      AS_NEW_VM,
      [running('createVm', newVm)],
      'warned',
      /creating newVM in targetRG/,
    ],
    [
      'the same new VM, of another machine',
      AS_NEW_VM,
      [running('createVm', newVm, 'otherVM')],
      'warned',
      /creating newVM/,
    ],
    [
      'another new VM',
      AS_NEW_VM,
      [running('createVm', { ...newVm, 'Target VM Name': 'elsewhere' })],
      'passed',
      none,
    ],
    [
      'the same name in another group',
      AS_NEW_VM,
      [running('createVm', { ...newVm, 'Target resource group': 'testRG' })],
      'passed',
      none,
    ],
    [
      'the same names in another subscription',
      AS_NEW_VM,
      [running('createVm', { ...newVm, 'Target Subscription ID': OTHER_SUB })],
      'passed',
      none,
    ],
    [
      'disks, where a new VM is wanted',
      AS_NEW_VM,
      [running('restoreDisks', group)],
      'passed',
      none,
    ],
    [
      'an empty bag',
      AS_NEW_VM,
      [running(null, {})],
      'warned',
      /A restore of testVM .* might be the same/,
    ],
    ['jobs that ', AS_NEW_VM, [running(null, null), running(null, null)], 'warned', /2 restores/],
    [
      'an empty bag of another machine',
      AS_NEW_VM,
      [running(null, {}, 'otherVM')],
      'notChecked',
      /another VM .* doesn’t report/,
    ],
    [
      'disks into the same group',
      {},
      [running('restoreDisks', group)],
      'warned',
      /disks of its own/,
    ],
    [
      'disks into another group',
      { rg: 'testRG' },
      [running('restoreDisks', group)],
      'passed',
      none,
    ],
    ['disks of another machine', {}, [running('restoreDisks', group, 'otherVM')], 'passed', none],
    ['an empty bag where disks are wanted', {}, [running(null, {})], 'warned', /might be the same/],
    [
      'the same replacement',
      AS_REPLACEMENT,
      [running('replaceDisks', {})],
      'warned',
      /replacing the disks of testVM/,
    ],
    [
      'a replacement of the namesake in another group',
      AS_REPLACEMENT,
      [running('replaceDisks', { 'Target resource group': 'otherRG' })],
      'passed',
      none,
    ],
    [
      'disks, where they are replaced',
      AS_REPLACEMENT,
      [running('restoreDisks', group)],
      'passed',
      none,
    ],
    [
      'a replacement of another machine',
      AS_REPLACEMENT,
      [running('replaceDisks', {}, 'otherVM')],
      'passed',
      none,
    ],
  ])('%s', (_, ...[choices, all, state, found]) => {
    const line = lineWith(choices, ...all);
    expect(line?.state).toBe(state);
    expect(line?.found).toMatch(found);
    expect(line?.remedies.map(({ kind }) => kind)).toEqual(
      state === 'passed' ? [] : all.map(() => 'job'),
    );
  });

  test('leads to each job, with what it restores and since when', () => {
    const line = lineWith(AS_NEW_VM, running('createVm', newVm), running(null, {}));
    const to = { kind: 'job', address: jobAddress(job('testVM').id), machine: 'testVM', since: 0 };
    expect(line?.remedies).toEqual([to, to]);
    expect(line?.found).toMatch(/creating newVM.*might be the same/);
  });

  test('is not checked where it , and being checked before', () => {
    const stateOf = (runningRestores: Read<readonly RunningRestore[]>) =>
      lineFor('sameTarget', { checkReads: { runningRestores } })?.state;
    expect(stateOf(forbidden)).toBe('notChecked');
    expect(stateOf(loading)).toBe('checking');
    expect(stateOf({ state: 'not asked' })).toBe('notChecked');
  });

  test('is nothing to look for while there is no target', () => {
    expect(lineFor('sameTarget', { choices: { rg: null } })).toBeUndefined();
    expect(lineFor('sameTarget', { choices: { ...AS_NEW_VM, vmName: null } })).toBeUndefined();
  });
});
