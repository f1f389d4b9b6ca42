import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { JobCount, JobStatus } from '#src/model/jobs.ts';
import { runningIn } from '#src/progress/live/all-jobs.ts';
import { lastDayOf } from '#src/progress/live/day.ts';
import { DAY_KINDS } from '#src/ui/picture/DayStrip.tsx';

const now = instant(Date.parse('2025-06-05T02:44:10Z'));
const hour = (text: string) => instant(Date.parse(text));

const counted = (
  operation: string,
  status: JobStatus,
  at: string | null,
  jobs: number,
): JobCount => ({
  operation,
  status,
  hour: at === null ? null : hour(at),
  jobs,
});

describe('the last 24 hours', () => {
  const counts = [
    counted('Backup', 'completed', '2025-06-04T22:00:00Z', 7),
    counted('Backup', 'failed', '2025-06-04T22:00:00Z', 2),
    counted('restore', 'completedWithWarnings', '2025-06-04T23:00:00Z', 1),
    counted('Restore', 'inProgress', '2025-06-05T02:00:00Z', 3),
    // Started the day before yesterday and still runs.
    counted('Restore', 'inProgress', '2025-06-03T02:00:00Z', 1),
    counted('CrossRegionRestore', 'cancelling', '2025-06-04T02:00:00Z', 1),
    counted('ConfigureBackup', 'cancelled', '2025-06-04T03:00:00Z', 4),
    counted('Backup', 'unknown', null, 5),
  ];
  const day = lastDayOf(counts, now);

  test('hold every job that started in them, each once', () => {
    expect(day.total).toBe(18);
    expect(day.kinds).toEqual({ completed: 7, other: 4, warnings: 1, failed: 2, running: 4 });
  });

  test('are the hour of now and the 24 before it', () => {
    expect(day.hours).toHaveLength(25);
    expect(day.hours[0]?.begins).toBe(hour('2025-06-04T02:00:00Z'));
    expect(day.hours.at(-1)).toMatchObject({ begins: hour('2025-06-05T02:00:00Z'), total: 3 });
    expect(day.hours[20]).toMatchObject({ total: 9, kinds: { completed: 7, failed: 2 } });
  });

  test('leave out restores that started earlier, which still count as running', () => {
    expect(runningIn(counts)).toBe(5);
  });
});

test('the hours and the kinds add up to the total', () => {
  const statuses: JobStatus[] = [
    'inProgress',
    'completed',
    'completedWithWarnings',
    'failed',
    'cancelling',
    'cancelled',
    'unknown',
  ];
  const count = fc.record({
    operation: fc.constantFrom('Backup', 'Restore', 'CrossRegionRestore', 'Register', ''),
    status: fc.constantFrom(...statuses),
    hour: fc.option(
      fc
        .integer({ min: -30, max: 0 })
        .map((ago) => instant(hour('2025-06-05T02:00Z') + ago * 36e5)),
    ),
    jobs: fc.integer({ min: 1, max: 1000 }),
  });
  fc.assert(
    fc.property(fc.array(count), (counts) => {
      const { total, kinds, hours } = lastDayOf(counts, now);
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      expect(sum(DAY_KINDS.map((kind) => kinds[kind]))).toBe(total);
      expect(sum(hours.map((one) => one.total))).toBe(total);
    }),
  );
});
