import { expect, test } from 'vitest';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { job, task } from '#src/progress/testing.ts';
import { verdictLines } from '#src/pages/job/verdict.ts';

const created = job({
  status: 'completed',
  restoreKind: 'createVm',
  tasks: [
    task('Transfer data from vault', 'completed'),
    task('Create the restored VM', 'completed'),
  ],
});
const there = { isMachineThere: true, disks: null };
const linesFor = (...[of, found, isTargetRead]: [typeof created, typeof there | null, boolean]) => {
  const { title, body, word, from, evidence } = verdictLines(
    'Azure',
    of,
    jobVerdictOf(of, found),
    isTargetRead,
  );
  return [title, body, word, from, ...evidence].filter((line) => line !== null);
};

test('a finished restore says in one sentence that its target was read back', () => {
  expect(linesFor(created, there, true)).toEqual(['Completed', 'The VM exists.']);
});

test('one whose target was not read says what that rests on', () => {
  expect(linesFor(created, null, true)).toEqual([
    'Completed',
    'The restore completed.',
    'Based on subtasks. Resources not checked.',
  ]);
  expect(linesFor(created, null, false).at(-1)).toContain('Checking the resources.');
});

test('a backup that completed or failed restored nothing', () => {
  const ended = { operation: 'Backup', restoreKind: null, tasks: [], verdictBy: 'status' } as const;
  const backup = job({ ...ended, status: 'completed' });
  expect(linesFor(backup, null, true).slice(0, 2)).toEqual(['Completed', 'The job completed.']);
  const failed = job({ ...ended, status: 'failed' });
  expect(linesFor(failed, null, true).slice(0, 2)).toEqual(['Failed', 'The job didn’t complete.']);
});

test('one of a service whose status is reliable rests on that', () => {
  const other = job({ status: 'completed', restoreKind: null, tasks: [], verdictBy: 'status' });
  expect(linesFor(other, null, true).at(-1)).toContain('the job’s status');
});

test('where Azure’s word is another than what happened, it stands there', () => {
  const warned = job({ ...created, status: 'completedWithWarnings' });
  const lines = linesFor(warned, there, true);
  expect(lines).toContain('Azure reports: Completed with warnings');
  expect(lines).toHaveLength(new Set(lines).size);
});
