import { expect, test } from 'vitest';
import { dateTimeText } from '#src/lib/format.ts';
import { instant, parseUsDateTime } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { answerFacts } from '#src/pages/job/answer-facts.ts';
import { progressOf } from '#src/progress/progress.ts';
import { GIB, job, MINUTE, task } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { type Draft, newDraft } from '#src/wizard/draft/schema.ts';

const TAKEN = '6/4/2025 10:00:00 PM';
const taken = parseUsDateTime(TAKEN) ?? instant(0);
const startedAt = instant(taken + 95 * MINUTE);
const properties = [{ name: 'Recovery point time', value: TAKEN }];
const writes = (duration: string) => `${duration} of changes (since ${dateTimeText(taken)})`;

const facts = (one: JobDetails, draft: Draft | null = null, isRestore = true) =>
  Object.fromEntries(
    answerFacts(
      one,
      {
        progress: progressOf(
          one,
          { observations: null, past: [], sizeBytes: null },
          instant(startedAt + 10 * MINUTE),
        ),
        verdict: jobVerdictOf(one, null),
        parts: { isRestore },
        service: 'Azure',
      },
      draft,
    ),
  );

const running = job({
  startedAt,
  durationMs: 10 * MINUTE,
  properties,
  bytes: { transferred: GIB, total: 2 * GIB },
});

test('a running restore has four facts, in one order', () => {
  expect(Object.entries(facts(running))).toEqual([
    ['Estimated time of restore', 'No typical duration yet: this job has just started.'],
    ['Number of bytes transferred', '1.0 GiB of 2.0 GiB'],
    ['Elapsed', '10 min'],
    ['Data loss', writes('1 h 35 min')],
  ]);
});

test('data loss goes to the press of Restore where this browser knows it', () => {
  const draft: Draft = {
    ...newDraft('d', taken, { datasource: 'azure-vm', instance: null }),
    submission: {
      state: 'job',
      jobId: running.id,
      isAdopted: false,
      attempt: { clientRequestId: 'c', sentAt: taken + 90 * MINUTE, clock: 'service' },
    },
  };
  expect(facts(running, draft)['Data loss']).toBe(writes('1 h 30 min'));
});

test.each([
  ['no time of its point', { properties: [] }],
  ['no start', { startedAt: null }],
  ['a start before its point', { startedAt: instant(taken - MINUTE) }],
])('with %s data loss is not known', (_, more) => {
  expect(facts(job({ properties, ...more }))).toMatchObject({
    'Number of bytes transferred': 'not reported',
    'Data loss': 'Unknown',
  });
});

test('one that has ended is not ready in any time', () => {
  const tasks = running.tasks.map(({ name }) => task(name, 'completed'));
  expect(Object.keys(facts(job({ ...running, status: 'completed', tasks })))).toEqual([
    'Number of bytes transferred',
    'Elapsed',
    'Data loss',
  ]);
});

test.each(['failed', 'cancelled'] as const)(
  'one that was %s has no data loss of its own',
  (status) => {
    const tasks = [task('Transfer data from vault', 'failed')];
    expect(facts(job({ ...running, status, tasks }))['Data loss']).toBeUndefined();
  },
);

test('a backup moves and loses nothing that is known', () => {
  const backup = job({
    operation: 'Backup',
    restoreKind: null,
    startedAt,
    durationMs: 10 * MINUTE,
  });
  expect(Object.keys(facts(backup, null, false))).toEqual(['Estimated time of restore', 'Elapsed']);
});
