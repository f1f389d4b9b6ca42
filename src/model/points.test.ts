import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { backupOf, isInVault, isOnlySnapshot, transferTask } from '#src/model/points.ts';

const at = instant(1_749_088_000_000);
const job = (minutes: number | null) => ({
  startedAt: minutes === null ? null : instant(at + minutes * 60_000),
});

test('the backup of a point is the last that had started by then', () => {
  const jobs = [job(90), job(1), job(-40), job(-24 * 60), job(null)];
  expect(backupOf(jobs, at)).toBe(jobs[1]);
  expect(backupOf([job(90), job(-24 * 60), job(null)], at)).toBeUndefined();
});

test('the subtask that transfers is found by its name', () => {
  const task = (name: string) => ({
    name,
    status: 'inProgress' as const,
    statusWord: null,
    startedAt: null,
    durationMs: null,
    percent: null,
    details: null,
    bytes: null,
  });
  const tasks = [task('Take Snapshot'), task('Transfer data to vault')];
  expect(transferTask({ tasks })).toBe(tasks[1]);
  expect(transferTask({ tasks: [task('Transfer data from vault')] })).toBeUndefined();
});

test('a point is a snapshot alone, or in the vault, or neither is known', () => {
  expect(isOnlySnapshot({ tier: 'Snapshot' })).toBe(true);
  expect(isInVault({ tier: 'SnapshotAndVault' })).toBe(true);
  expect(isOnlySnapshot({ tier: 'unknown' }) || isInVault({ tier: 'unknown' })).toBe(false);
});
