import { expect, test } from 'vitest';
import { NO_WRITE } from '#src/api/queries/use-write.ts';
import { instant, parseUsDateTime } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { answerFacts, sideFacts } from '#src/pages/job/verdict.ts';
import { progressOf } from '#src/progress/progress.ts';
import { CREATE, fivePast, GIB, job, MINUTE, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { type Draft, newDraft } from '#src/wizard/draft/schema.ts';

const TAKEN = '6/4/2025 10:00:00 PM';
const taken = parseUsDateTime(TAKEN) ?? instant(0);
const startedAt = instant(taken + 95 * MINUTE);
const properties = [{ name: 'Recovery point time', value: TAKEN }];

const never = { never: 'Never', whileRunning: null };

interface Known {
  readonly draft?: Draft;
  readonly isRestore?: boolean;
  readonly canCancel?: boolean;
  readonly expected?: string;
  readonly past?: ReturnType<typeof fivePast>;
}

/** The facts above the picture, and those beside it. */
function facts(one: JobDetails, known: Known = {}) {
  const { draft = null, isRestore = true, canCancel = true, expected = null, past = [] } = known;
  const at = instant(startedAt + 10 * MINUTE);
  const now = {
    progress: progressOf(one, { observations: null, past, sizeBytes: null }, at),
    verdict: jobVerdictOf(one, null),
    at,
    service: 'Azure',
    parts: {
      isRestore,
      cancel: canCancel ? { mutation: NO_WRITE } : never,
    },
  };
  const head = answerFacts(one, now, expected);
  const side = sideFacts(one, now, draft);
  return { head, side, all: Object.fromEntries([...head, ...side]) };
}

const running = job({
  startedAt,
  durationMs: 10 * MINUTE,
  percent: 40,
  properties,
  bytes: { transferred: GIB, total: 2 * GIB },
});

test('a running restore has its figures above, and what it loses beside', () => {
  const { head, side } = facts(running);
  expect(head).toEqual([
    ['Estimated time of restore', '10–20 min'],
    ['Ready', expect.stringMatching(/^\d\d:\d\d–\d\d:\d\d$/)],
    ['Number of bytes transferred', '1.0 of 2.0 GiB'],
    ['Cancel until', `“${CREATE}” starts`],
  ]);
  expect(side).toEqual([
    ['Elapsed', '10 min'],
    ['Data loss', '1 h 35 min of changes'],
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
  expect(facts(running, { draft }).all['Data loss']).toBe('1 h 30 min of changes');
});

test('the limit of canceling is a time where past jobs tell it, and missing where nothing is offered', () => {
  const phases = [
    { kind: 'transferFrom', durationMs: 30 * MINUTE },
    { kind: 'createMachine', durationMs: 5 * MINUTE },
  ] as const;
  const past = fivePast(35, { sizeBytes: 2 * GIB, phases });
  expect(facts(running, { past }).all['Cancel until']).toMatch(/^about \d\d:\d\d$/);
  const last = [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')];
  for (const one of [job({ ...running, tasks: last }), job({ ...running, isCancellable: false })]) {
    expect(facts(one).all['Cancel until']).toBeUndefined();
  }
  expect(facts(running, { canCancel: false }).all['Cancel until']).toBeUndefined();
  const disks = job({ ...running, restoreKind: 'restoreDisks', tasks: [] });
  expect(facts(disks).all['Cancel until']).toBe('not reported');
});

test('a percentage that isn’t reported is named', () => {
  expect(facts(running).all['Progress']).toBeUndefined();
  expect(facts(job({ ...running, percent: null })).all['Progress']).toBe('not reported');
});

test.each([
  ['no time of its point', { properties: [] }],
  ['no start', { startedAt: null }],
  ['a start before its point', { startedAt: instant(taken - MINUTE) }],
])('with %s data loss is not known', (_, more) => {
  expect(facts(job({ properties, ...more })).all).toMatchObject({
    'Number of bytes transferred': 'not reported',
    'Data loss': 'Unknown',
  });
});

test('one that has ended took so long, at a rate, and was expected to', () => {
  const tasks = [
    task(TRANSFER, 'completed', { durationMs: 8 * MINUTE }),
    task(CREATE, 'completed', { durationMs: 2 * MINUTE }),
  ];
  const bytes = { transferred: 2 * GIB, total: 2 * GIB };
  const ended = job({ ...running, status: 'completed', tasks, bytes });
  expect(facts(ended, { expected: '8–12 min' }).head).toEqual([
    ['Took', '10 min'],
    ['Number of bytes transferred', '2.0 of 2.0 GiB'],
    ['Average rate', '0.3 GiB/min'],
    ['Estimated at start', '8–12 min'],
  ]);
  const unreported = job({ ...ended, bytes: null, tasks: [] });
  expect(facts(unreported).head).toEqual([
    ['Took', '10 min'],
    ['Number of bytes transferred', 'not reported'],
  ]);
  expect(facts(ended).side).toEqual([['Data loss', '1 h 35 min of changes']]);
});

test.each(['failed', 'cancelled'] as const)(
  'one that was %s has no data loss of its own',
  (status) => {
    const tasks = [task('Transfer data from vault', 'failed')];
    expect(facts(job({ ...running, status, tasks })).all['Data loss']).toBeUndefined();
  },
);

test('a backup moves and loses nothing that is known', () => {
  const backup = job({
    operation: 'Backup',
    restoreKind: null,
    startedAt,
    durationMs: 10 * MINUTE,
  });
  expect(Object.keys(facts(backup, { isRestore: false }).all)).toEqual([
    'Progress',
    'Estimated time of restore',
    'Cancel until',
    'Elapsed',
  ]);
});
