import { describe, expect, test } from 'vitest';
import { diskJobs } from '#src/api/data-protection/jobs.ts';
import { instant } from '#src/lib/time.ts';
import type { DiskJob, DiskJobDetails } from '#src/model/backup-vaults.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import type { RunningRestore } from '#src/model/lost-restore.ts';
import { jobAddress } from '#src/api/arm/address.ts';
import { runningCheck } from '#src/datasources/azure-disk/checks/checks.ts';
import { draftWith, known, NOON, reads, SUB } from '#src/datasources/azure-disk/testing.ts';

const target = resourceId(
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
const checkWith = (...all: RunningRestore[]) =>
  runningCheck({ ...reads, runningRestores: known(all) }, choices);

describe('a restore to the same disk', () => {
  test.each([
    ['none', [], 'passed', /^No restore in progress/],
    ['the same', [running(target)], 'warned', /creating data-0-r in rg-dr/],
    ['the same, from another disk', [running(target, 'other')], 'warned', /creating data-0-r/],
    ['another disk', [running(resourceId(`${target}2`))], 'passed', /^No restore/],
    [
      'one that reports nothing',
      [running(null)],
      'warned',
      /restore of data-0 .* might be the same/,
    ],
    ['one whose job ', [{ ...running(null), details: null }], 'warned', /might be the same/],
    ['another one’s that reports nothing', [running(null, 'other')], 'notChecked', /another disk/],
  ] as const)('%s', (_, all, state, text) => {
    const found = checkWith(...all);
    expect(found.state).toBe(state);
    expect(found.found).toMatch(text);
    expect(found.remedies).toMatchObject(
      state === 'passed' ? [] : all.map(({ job: { id } }) => ({ address: jobAddress(id) })),
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
