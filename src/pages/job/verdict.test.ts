import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_WRITE } from '#src/api/queries/use-write.ts';
import { instant, parseUsDateTime } from '#src/lib/time.ts';
import type { DiskJobDetails } from '#src/model/backup-vaults.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import {
  answerFacts,
  jobTitle,
  propertyText,
  sideFacts,
  type SpokenProgress,
  spokenProgress,
  verdictLines,
  withBuilt,
} from '#src/pages/job/verdict.ts';
import { cancelText } from '#src/progress/live/cancel.tsx';
import {
  basesText,
  clockRangeText,
  readyInText,
  setbackLine,
} from '#src/progress/live/progress-text.ts';
import { reportedTarget } from '#src/progress/observe.ts';
import { cancelOf, type Progress, progressOf } from '#src/progress/progress.ts';
import {
  CREATE,
  fivePast,
  GIB,
  job,
  MINUTE,
  START,
  task,
  TRANSFER,
  STATUSES,
} from '#src/progress/testing.ts';
import { type JobEnd, jobVerdictOf } from '#src/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { evidenceText, verdicts } from '#src/strings/progress.ts';
import { type Draft, newDraft } from '#src/wizard/draft/schema.ts';

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

const targets = [
  { name: 'Target VM Name', value: 'app01-night' },
  { name: 'Target resource group', value: 'rg-night' },
];

test.each([
  ['a new VM', { properties: targets }, 'Restore of vm to app01-night'],
  [
    'disks',
    { restoreKind: 'restoreDisks', properties: targets },
    'Restore of vm to disks in rg-night',
  ],
  ['disks as files', { restoreKind: 'restoreDisks' }, 'Restore of vm'],
  [
    'a replacement, which names its source',
    { restoreKind: 'replaceDisks', properties: targets },
    'Restore of vm',
  ],
  ['a VM by Commvault', { restoreKind: null, properties: targets }, 'Restore of vm to app01-night'],
  ['a restore that names nothing', {}, 'Restore of vm'],
  ['a backup', { operation: 'Backup', restoreKind: null }, 'Backup of vm'],
] as const)('%s', (_, more, title) => {
  expect(jobTitle(job(more), null)).toBe(title);
});

test.each([
  ['/disks/data-restored', 'Restore of vm to data-restored'],
  [null, 'Restore of vm'],
])('a disk %s', (id, title) => {
  const disk = {
    ...job({ restoreKind: null }),
    restoredDiskId: id === null ? null : resourceId(id),
  } satisfies Pick<DiskJobDetails, 'restoredDiskId'>;
  expect(jobTitle(disk, null)).toBe(title);
});

test('what this browser sent names the target that a job does not report, and no other', () => {
  const sent = { kind: 'createVm', name: 'app01-sent', group: null } as const;
  const nothing = job({ restoreKind: null });
  expect(jobTitle(nothing, sent)).toBe('Restore of vm to app01-sent');
  expect(jobTitle(job({ restoreKind: 'replaceDisks' }), sent)).toBe('Restore of vm');
});

test.each([
  ['Recovery point time', '6/4/2025 10:03:18 PM', '4 Jun 2025, 22:03'],
  ['Recovery point time', '6/4/2025 12:03:18 AM', '4 Jun 2025, 00:03'],
  ['Target VM Name', 'app01-night', 'app01-night'],
  ['Target VM Name', '', 'not reported'],
])('%s %s', (name, value, shown) => {
  expect(propertyText({ name, value })).toEqual([name, shown]);
});

const AT = instant(new Date(2025, 5, 5, 2, 31).getTime());
const unseen = { observations: null, past: [], sizeBytes: null };

const spoken = (asked: ReturnType<typeof job>, more: Partial<Progress> = {}): SpokenProgress =>
  spokenProgress(asked, {
    progress: { ...progressOf(asked, unseen, AT), ...more },
    verdict: jobVerdictOf(asked, null),
    service: 'Azure',
  });
const atPercent = (value: number): SpokenProgress =>
  spoken(job(), { percent: { value, of: 'bytes' as const, at: AT, isCurrent: true } });

test('a percentage is announced at each quarter, not in between', () => {
  const heard = Array.from({ length: 100 }, (_, percent) => atPercent(percent));
  expect([...new Set(heard.map(({ quarter }) => quarter))]).toEqual([
    '',
    '25% of bytes',
    '50% of bytes',
    '75% of bytes',
  ]);
  expect([...new Set(heard.map(({ state }) => state))]).toEqual([TRANSFER]);
});

test('another subtask is announced without another percentage', () => {
  const tasks = [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')];
  expect(spoken(job({ tasks }))).toEqual({ quarter: '', state: CREATE });
});

test('skipped subtasks are not announced for a job without figures', () => {
  expect(spoken(job({ tasks: [] }))).toEqual({ quarter: '', state: '' });
});

test('a stall is announced with its start, which does not change', () => {
  const stall = { since: AT, phase: null, patienceMs: 900_000, basis: 'ours', advice: [] } as const;
  expect(spoken(job(), { stall }).state).toBe(`${TRANSFER}. No progress since 02:31`);
});

test('a cancellation in progress replaces the subtask', () => {
  expect(spoken(job({ status: 'cancelling' })).state).toBe('Canceling');
});

test('the end is announced by what happened', () => {
  const tasks = [task(TRANSFER, 'completed'), task(CREATE, 'completed')];
  expect(spoken(job({ status: 'completed', tasks }))).toEqual({ quarter: '', state: 'Completed.' });
  expect(spoken(job({ status: 'cancelled' })).state).toMatch(/^Canceled\.$/);
});

const TAKEN = '6/4/2025 10:00:00 PM';
const taken = parseUsDateTime(TAKEN) ?? instant(0);
const startedAt = instant(taken + 95 * MINUTE);
const pointTime = [{ name: 'Recovery point time', value: TAKEN }];

const never = { never: 'Never', whileRunning: null };

interface Known {
  readonly draft?: Draft;
  readonly isRestore?: boolean;
  readonly canCancel?: boolean;
  readonly expected?: string;
  readonly past?: ReturnType<typeof fivePast>;
}

/** The facts above the picture, and those beside it. */
function factsOf(one: JobDetails, known: Known = {}) {
  const { draft = null, isRestore = true, canCancel = true, expected = null, past = [] } = known;
  const at = instant(startedAt + 10 * MINUTE);
  const now = {
    progress: progressOf(one, { observations: null, past, sizeBytes: null }, at),
    verdict: jobVerdictOf(one, null),
    at,
    service: 'Azure',
    parts: { isRestore, cancel: canCancel ? { mutation: NO_WRITE } : never },
  };
  const head = answerFacts(one, now, expected);
  const side = sideFacts(one, now, draft);
  return { head, side, all: Object.fromEntries([...head, ...side]) };
}

const running = job({
  startedAt,
  durationMs: 10 * MINUTE,
  percent: 40,
  properties: pointTime,
  bytes: { transferred: GIB, total: 2 * GIB },
});

test('a running restore has its figures above, and what it loses beside', () => {
  const { head, side } = factsOf(running);
  expect(head).toEqual([
    ['Estimated time of restore', '10–20 min'],
    ['Ready', expect.stringMatching(/^\d\d:\d\d–\d\d:\d\d$/)],
    ['Number of bytes transferred', '1.0 of 2.0 GiB'],
    ['Cancel until', `“${CREATE}” starts`],
  ]);
  expect(side).toEqual([
    ['Elapsed', '10 min'],
    ['Data loss', 'At least 1 h 35 min of changes'],
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
  expect(factsOf(running, { draft }).all['Data loss']).toBe('At least 1 h 30 min of changes');
});

test('the limit of canceling is a time where past jobs tell it, and missing where nothing is offered', () => {
  const phases = [
    { kind: 'transferFrom', durationMs: 30 * MINUTE },
    { kind: 'createMachine', durationMs: 5 * MINUTE },
  ] as const;
  const past = fivePast(35, { sizeBytes: 2 * GIB, phases });
  expect(factsOf(running, { past }).all['Cancel until']).toMatch(/^about \d\d:\d\d$/);
  const last = [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')];
  for (const one of [job({ ...running, tasks: last }), job({ ...running, isCancellable: false })]) {
    expect(factsOf(one).all['Cancel until']).toBeUndefined();
  }
  expect(factsOf(running, { canCancel: false }).all['Cancel until']).toBeUndefined();
  const disks = job({ ...running, restoreKind: 'restoreDisks', tasks: [] });
  expect(factsOf(disks).all['Cancel until']).toBe('not reported');
});

test('a percentage that isn’t reported is named', () => {
  expect(factsOf(running).all['Progress']).toBeUndefined();
  expect(factsOf(job({ ...running, percent: null })).all['Progress']).toBeUndefined();
  const silent = { ...running, percent: null, bytes: null };
  expect(factsOf(job(silent)).all['Progress']).toBe('not reported');
});

test.each([
  ['no time of its point', { properties: [] }],
  ['no start', { startedAt: null }],
  ['a start before its point', { startedAt: instant(taken - MINUTE) }],
])('with %s data loss is not known', (_, more) => {
  expect(factsOf(job({ properties: pointTime, ...more })).all).toMatchObject({
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
  expect(factsOf(ended, { expected: '8–12 min' }).head).toEqual([
    ['Took', '10 min'],
    ['Number of bytes transferred', '2.0 of 2.0 GiB'],
    ['Average rate', '0.3 GiB/min'],
    ['Estimated at start', '8–12 min'],
  ]);
  const unreported = job({ ...ended, bytes: null, tasks: [] });
  expect(factsOf(unreported).head).toEqual([
    ['Took', '10 min'],
    ['Number of bytes transferred', 'not reported'],
  ]);
  expect(factsOf(ended).side).toEqual([['Data loss', 'At least 1 h 35 min of changes']]);
});

test.each(['failed', 'cancelled'] as const)(
  'one that was %s has no data loss of its own',
  (status) => {
    const tasks = [task('Transfer data from vault', 'failed')];
    expect(factsOf(job({ ...running, status, tasks })).all['Data loss']).toBeUndefined();
  },
);

test('a backup moves and loses nothing that is known', () => {
  const backup = job({
    operation: 'Backup',
    restoreKind: null,
    startedAt,
    durationMs: 10 * MINUTE,
  });
  expect(Object.keys(factsOf(backup, { isRestore: false }).all)).toEqual([
    'Progress',
    'Estimated time of restore',
    'Cancel until',
    'Elapsed',
  ]);
});

/** Whatever a job says of itself, what the page says of it is words. */
const text = fc.oneof(fc.constant(''), fc.string(), fc.constant('Transfer data from vault'));
const moment = fc.option(fc.integer({ min: -1e12, max: 4e12 }).map((ms) => instant(ms)));
const duration = fc.option(fc.integer({ min: 0, max: 1e12 }));
const percent = fc.option(fc.double({ min: 0, max: 100, noNaN: true }));
const bytes = fc.option(
  fc
    .tuple(fc.nat(1e9), fc.nat(1e9))
    .map(([part, rest]) => ({ transferred: part, total: part + rest })),
);
const tasks = fc.array(
  fc
    .tuple(
      text,
      fc.constantFrom('notStarted', 'inProgress', 'completed', 'failed', 'cancelled', 'unknown'),
      fc.record({
        statusWord: fc.option(text),
        startedAt: moment,
        durationMs: duration,
        percent,
        bytes,
      }),
    )
    .map(([name, status, more]) => task(name, status, more)),
  { maxLength: 4 },
);
const jobs: fc.Arbitrary<JobDetails> = fc
  .record({
    itemName: text,
    operation: fc.oneof(text, fc.constantFrom('Restore', 'Backup', 'CrossRegionRestore')),
    status: fc.constantFrom(...STATUSES),
    statusWord: fc.option(text),
    startedAt: moment,
    endedAt: moment,
    durationMs: duration,
    isCancellable: fc.boolean(),
    percent,
    remainingMs: duration,
    tasks,
    properties: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
    errors: fc.array(
      fc.record({ code: text, title: text, message: text, recommendations: fc.constant([]) }),
      { maxLength: 2 },
    ),
    bytes,
    restoreKind: fc.constantFrom('createVm', 'restoreDisks', 'replaceDisks', null),
  })
  .map((more) => job(more));

test('no figure is a sign of a mistake, and every job has a verdict in words', () => {
  fc.assert(
    fc.property(jobs, fc.integer({ min: -1e10, max: 1e10 }), (one, offset) => {
      const at = instant(START + offset);
      const facts = { observations: null, past: [], sizeBytes: null };
      const now = progressOf(one, facts, at);
      const verdict = jobVerdictOf(one, null);
      const cancel = cancelOf(one, now.phases, now.eta);
      const texts = [
        readyInText('Azure', now.eta),
        now.eta.kind === 'range' ? clockRangeText(now.eta, at) : '',
        basesText('Azure', now) ?? '',
        now.setback === null ? '' : setbackLine('Azure', now.setback),
        cancelText('Azure', cancel),
        verdicts('Azure')[verdict.outcome].title,
        ...verdict.evidence.map((evidence) => evidenceText(evidence) ?? ''),
        ...answerFacts(
          one,
          {
            progress: now,
            verdict,
            at,
            parts: {
              isRestore: one.restoreKind !== null,
              cancel: { never: 'Never', whileRunning: null },
            },
            service: 'Azure',
          },
          null,
        ).flat(),
        ...sideFacts(
          one,
          { progress: now, verdict, parts: { isRestore: one.restoreKind !== null } },
          null,
        ).flat(),
        jobTitle(one, null),
        now.percent === null ? '' : pages.job.percent(now.percent.value),
      ].filter((line) => !one.tasks.some(({ name }) => name !== '' && line.includes(name)));
      for (const line of texts) expect(line).not.toMatch(/NaN|Infinity|undefined|Invalid|-\d+%/);
      expect(now.ageMs ?? 0).toBeGreaterThanOrEqual(0);
      expect(now.percent?.value ?? 0).toBeLessThanOrEqual(100);
      const isOver = cancel.kind === 'no' && cancel.why === 'over';
      expect(isOver).toBe(isTerminal(one.status));
    }),
  );
});

test('a target needs a group, and a name if a VM was to be created', () => {
  const properties = (...names: readonly string[]) =>
    names.map((name) => ({ name, value: name === 'Target VM Name' ? 'vm-2' : 'rg' }));
  const all = properties('Target resource group', 'Target VM Name');
  expect(reportedTarget(job({ properties: all }))).toMatchObject({
    resourceGroup: 'rg',
    machine: 'vm-2',
  });
  expect(reportedTarget(job({ properties: properties('Target resource group') }))).toBeNull();
  expect(reportedTarget(job({ properties: properties('Target VM Name') }))).toBeNull();
  expect(reportedTarget(job({ properties: all, restoreKind: 'replaceDisks' }))).toBeNull();
  expect(reportedTarget(job({ properties: all, restoreKind: null }))).toBeNull();
  const disks = job({ properties: all, restoreKind: 'restoreDisks' });
  expect(reportedTarget(disks)).toMatchObject({ machine: null });
});

const ENDS = Object.keys(verdicts('Azure')).filter(
  (name): name is JobEnd => name in verdicts('Azure'),
);

test.each(ENDS)(
  'a restore that is %s says that a VM was built of it since, unless it made one',
  (end) => {
    const lines = { title: 'T', body: 'B', word: null, from: null, evidence: [] };
    const isOwn = end === 'done' || end === 'doneWithWork';
    expect(withBuilt(lines, end, [])).toEqual(lines);
    expect(withBuilt(lines, end, ['app01-b'])).toEqual(
      isOwn
        ? lines
        : { ...lines, title: 'T. Built from it since, in this browser: app01-b', body: null },
    );
  },
);
