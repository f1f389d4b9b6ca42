import { expect, test } from 'vitest';
import { csvText } from '#src/lib/csv.ts';
import { instant } from '#src/lib/time.ts';
import type { Job } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { jobsCsv } from '#src/pages/jobs/csv.ts';

const nothing: Job = {
  id: resourceId(''),
  name: '',
  vaultName: '',
  itemName: '',
  operation: '',
  status: 'unknown',
  statusWord: null,
  startedAt: null,
  endedAt: null,
  durationMs: null,
  isCancellable: false,
};
const names = { subscriptions: {}, regions: {} };
const linesOf = (job: Job) => [csvText([jobsCsv.cells(job, names)]).trim()];

test('a job without any facts is a line as any other', () => {
  expect(linesOf(nothing)).toEqual(['not reported,,,,,,,']);
});

test('an unrecognized status is in Azure’s own word, times in UTC, durations in seconds', () => {
  const startedAt = instant(Date.UTC(2025, 5, 5, 2, 44));
  const job: Job = { ...nothing, statusWord: 'Dreaming', startedAt, durationMs: 61_499 };
  expect(linesOf(job)).toEqual(['Dreaming,,,,2025-06-05T02:44:00.000Z,,61,']);
});
