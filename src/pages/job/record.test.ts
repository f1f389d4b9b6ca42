import { describe, expect, test } from 'vitest';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { recordJson, recordMarkdown, type RecordPart } from '#src/model/record.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type RecordInput, recordSteps, restoreRecord } from '#src/pages/job/record.ts';
import { progressOf } from '#src/progress/progress.ts';
import { job, MINUTE, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { type Draft, newDraft } from '#src/wizard/draft/schema.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { keepResult, markStep } from '#src/wizard/next-steps/marks.ts';

const moment = (iso: string) => instant(Date.parse(iso));
const DECIDED = moment('2025-06-05T01:00:00Z');

const bytes = { transferred: 1024, total: 1024 };
const ended = job({
  id: resourceId('/vault/backupJobs/j1'),
  name: 'j1',
  vaultName: 'rsv',
  itemName: 'app01',
  status: 'completed',
  statusWord: 'Completed',
  startedAt: moment('2025-06-05T01:20:00Z'),
  endedAt: moment('2025-06-05T02:20:00Z'),
  durationMs: 3_600_000,
  isCancellable: false,
  percent: 100,
  remainingMs: 0,
  tasks: [task(TRANSFER, 'completed', { statusWord: 'Completed', durationMs: MINUTE, bytes })],
  properties: [{ name: 'Recovery point time', value: '6/4/2025 10:00:00 PM' }],
  activityId: 'a1',
  bytes,
  restoreKind: 'restoreDisks',
});

const draft: Draft = {
  ...newDraft('d', DECIDED, { datasource: 'azure-vm', instance: '/i', point: '42' }),
  name: 'app01',
  plan: '{"a":1}',
  reviewed: {
    chosen: [['Resource group', 'target']],
    warnings: ['The disks are public.'],
    checks: [{ name: 'Names', state: 'Passed', found: '', at: null }],
  },
  submission: {
    state: 'job',
    jobId: ended.id,
    isAdopted: false,
    attempt: { clientRequestId: 'c1', sentAt: moment('2025-06-05T01:10:00Z'), clock: 'service' },
  },
};

const reported = (one: JobDetails = ended): RecordInput['reported'] => ({
  job: one,
  progress: progressOf(
    one,
    { observations: null, past: [], sizeBytes: null },
    moment('2025-06-05T03:00:00Z'),
  ),
  verdict: jobVerdictOf(one, { isMachineThere: null, disks: ['app01-os'] }),
  verifiedAt: moment('2025-06-05T02:30:00Z'),
  readBack: null,
});

const input = (more: Partial<RecordInput> = {}): RecordInput => ({
  id: ended.id,
  reported: reported(),
  draft,
  planHash: 'c0ffee',
  service: 'Azure Backup',
  after: [],
  steps: [{ title: 'Set the license', status: 'verified', at: moment('2025-06-05T02:40:00Z') }],
  at: moment('2025-06-05T03:00:00Z'),
  ...more,
});

/** The values of a record, by part and key. */
function valuesOf(more: Partial<RecordInput> = {}) {
  const { parts } = restoreRecord(input(more));
  const of = (part: RecordPart): unknown => {
    const valued = (facts: Extract<RecordPart, { kind: 'facts' }>['facts']) =>
      Object.fromEntries(facts.map(({ key, value }) => [key, value]));
    return part.kind === 'facts' ? valued(part.facts) : (part.rows?.map(valued) ?? null);
  };
  return Object.fromEntries(parts.map((part) => [part.key, of(part)]));
}

test('a restore of this browser', () => {
  expect(valuesOf()).toEqual({
    restore: {
      startedBy: null,
      isOfThisBrowser: true,
      service: 'Azure Backup',
      item: 'app01',
      kind: 'Restore disks',
      vault: 'rsv',
      outcome: 'Completed',
      azureStatus: 'Completed',
      isReadBack: true,
      now: 'The job’s resources exist.',
      jobId: '/vault/backupJobs/j1',
    },
    point: {
      point: '42',
      pointTime: '2025-06-04T22:00:00.000Z',
      // From the point to the moment when Restore was selected.
      dataLoss: 3 * 3_600_000 + 600_000,
    },
    times: {
      decided: '2025-06-05T01:00:00.000Z',
      pressed: '2025-06-05T01:10:00.000Z',
      started: '2025-06-05T01:20:00.000Z',
      ended: '2025-06-05T02:20:00.000Z',
      duration: 3_600_000,
      toEnd: 80 * 60_000,
      verified: '2025-06-05T02:30:00.000Z',
      toVerified: 90 * 60_000,
      transferred: 1024,
      total: 1024,
    },
    request: { requestId: 'c1', activityId: 'a1', plan: '{"a":1}' },
    choices: [{ label: 'Resource group', value: 'target' }],
    warnings: [{ warning: 'The disks are public.' }],
    checks: [{ check: 'Names', state: 'Passed', found: null, at: null }],
    subtasks: [
      {
        subtask: 'Transfer data from vault',
        state: 'Completed',
        duration: 60_000,
        transferred: 1024,
      },
    ],
    errors: [],
    reported: [{ label: 'Recovery point time', value: '6/4/2025 10:00:00 PM' }],
    afterwards: [],
    nextSteps: [{ step: 'Set the license', state: 'Verified', at: '2025-06-05T02:40:00.000Z' }],
  });
});

test('of a restore that was started elsewhere only what Azure reports is known', () => {
  const values = valuesOf({ draft: null, steps: null });
  expect(values).toMatchObject({
    restore: { isOfThisBrowser: false, item: 'app01' },
    // From the point to the start of the job.
    point: { point: null, dataLoss: 3 * 3_600_000 + 1_200_000 },
    times: { decided: null, pressed: null, toEnd: null, toVerified: null, duration: 3_600_000 },
    request: { requestId: null, activityId: 'a1', plan: null },
    choices: null,
    warnings: null,
    checks: null,
    nextSteps: null,
  });
});

test('of a job that Azure no longer has the draft’s part is kept', () => {
  const values = valuesOf({ reported: null, steps: null });
  expect(values).toMatchObject({
    restore: { item: 'app01', vault: null, outcome: null, azureStatus: null },
    point: { point: '42', pointTime: null, dataLoss: null },
    times: { pressed: '2025-06-05T01:10:00.000Z', ended: null, verified: null },
    choices: [{ label: 'Resource group', value: 'target' }],
    subtasks: null,
    errors: null,
    reported: null,
  });
});

describe('what makes no sense is not known', () => {
  test('a draft of before has no Review', () => {
    const { reviewed: _, plan: __, ...before } = draft;
    expect(valuesOf({ draft: before })).toMatchObject({
      choices: null,
      warnings: null,
      checks: null,
      request: { plan: null },
    });
  });

  test('a moment that no date can hold, and an end before the decision', () => {
    const odd = { ...draft, createdAt: 1e300 };
    expect(valuesOf({ draft: odd })).toMatchObject({ times: { decided: null, toEnd: null } });
    const late = { ...draft, createdAt: moment('2025-06-06T00:00:00Z') };
    expect(valuesOf({ draft: late })).toMatchObject({ times: { toEnd: null, toVerified: null } });
  });

  test('a running job has no duration yet', () => {
    const running = { ...ended, status: 'inProgress' as const, endedAt: null };
    expect(valuesOf({ reported: reported(running) })).toMatchObject({
      times: { ended: null, duration: null, toEnd: null },
    });
  });
});

test('keys are unique in their part, so that no value is lost in JSON', () => {
  const record = restoreRecord(input());
  for (const part of record.parts) {
    const all = part.kind === 'facts' ? [part.facts] : (part.rows ?? []);
    for (const facts of all) expect(new Set(facts.map(({ key }) => key)).size).toBe(facts.length);
  }
  expect(new Set(record.parts.map(({ key }) => key)).size).toBe(record.parts.length);
  expect(JSON.parse(recordJson(record, String))).toMatchObject({ version: 1 });
});

test('a restore that has not succeeded has left nothing to do', () => {
  const running = { ...ended, status: 'inProgress' as const, endedAt: null };
  expect(valuesOf({ reported: reported(running) })).toMatchObject({ nextSteps: [] });
  expect(valuesOf({ reported: null })).toMatchObject({ nextSteps: [{ state: 'Verified' }] });
});

test('for people a plan is its number, times have one form, and what was never checked has none', () => {
  const steps = [{ title: 'Set the license', status: 'notChecked', at: null }] as const;
  const markdown = (more: Partial<RecordInput>) =>
    recordMarkdown(restoreRecord(input(more)), { notKnown: 'unknown', visible: String });
  expect(markdown({ steps })).toContain('- **Plan**: c0ffee\n');
  expect(markdown({ steps })).toContain('| Set the license | Not checked | Not yet |');
  expect(markdown({})).toContain('| Recovery point time | 4 Jun 2025, 22:00 UTC |');
  expect(markdown({ planHash: null })).toContain('- **Plan**: unknown\n');
  expect(markdown({})).toMatch(/^# .*\n\nWritten .* Time zone: UTC\./);
});

type Checked = NonNullable<Draft['reviewed']>['checks'][number];
const WARNED: Checked = {
  name: 'A',
  state: 'Warning',
  found: 'Full.',
  at: Date.parse('2025-06-05T01:00:00Z'),
};
const NOT_LOOKED: Checked = { name: 'A', state: 'Not looked at', found: '', at: null };

/** The rows of the checks, as people read them; those of older records had less. */
const CHECK_ROWS: readonly (readonly [what: string, Checked, found: string, at: string])[] = [
  ['a warning', WARNED, 'Full.', '5 Jun 2025, 01:00 UTC'],
  [
    'a warning of an older record',
    { ...WARNED, found: '' },
    'Not recorded',
    '5 Jun 2025, 01:00 UTC',
  ],
  [
    'a passed one without a time',
    { ...WARNED, state: 'Passed', at: null },
    'Full.',
    'Not recorded',
  ],
  [
    'one that couldn’t be made',
    { name: 'A', state: 'Not checked', found: 'Azure is busy.', at: null },
    'Azure is busy.',
    'Not checked',
  ],
  [
    'one that couldn’t be made, of an older record',
    { name: 'A', state: 'Not checked', found: '', at: null },
    'Not checked',
    'Not checked',
  ],
  [
    'what nobody looks at',
    { ...NOT_LOOKED, found: 'Restore Center has no check for it.' },
    'Restore Center has no check for it.',
    'Not looked at',
  ],
  ['what nobody looks at, of an older record', NOT_LOOKED, 'Not looked at', 'Not looked at'],
];

test.each(CHECK_ROWS)('the row of a check: %s', (_, ...[check, found, at]) => {
  const { parts } = restoreRecord(
    input({ draft: { ...draft, reviewed: { chosen: [], warnings: [], checks: [check] } } }),
  );
  const part = parts.find(({ key }) => key === 'checks');
  const [row = []] = (part?.kind === 'rows' ? part.rows : null) ?? [];
  expect(row.map(({ text }) => text)).toEqual([check.name, check.state, found, at]);
});

test(`${String(CHECK_ROWS.length)} rows of checks are in the table, none unknown or still to come`, () => {
  expect(CHECK_ROWS).toHaveLength(7);
  const texts = CHECK_ROWS.flatMap(([, , found, at]) => [found, at]);
  expect(texts.filter((text) => text === 'unknown' || text === 'Not yet')).toEqual([]);
});

test('each time of a record has its distance from UTC', () => {
  const { written, parts } = restoreRecord(input());
  const texts = [
    written,
    ...parts.flatMap((part) =>
      (part.kind === 'facts' ? part.facts : (part.rows ?? []).flat()).map(({ text }) => text ?? ''),
    ),
  ].filter((text) => /\d:\d\d/.test(text));
  expect(texts.length).toBeGreaterThan(6);
  for (const text of texts) expect(text).toMatch(/\d:\d\d UTC/);
});

freshStorage();

const JOB = '/vaults/V/backupJobs/1';
const done = { outcome: 'done', seen: [], at: instant(9) } as const;
const spec = { stepText: (id: string) => (id === 'of.tomorrow' ? null : `Do ${id}`) };

/** A restore of this browser with the steps that were left to do at its press. */
function restored(ids?: readonly string[]): void {
  createDraft((id, at) => ({
    ...newDraft(id, at, { datasource: 'azure-vm', instance: null, point: null }),
    nextSteps: ids && [...ids],
    submission: { state: 'job', jobId: JOB, isAdopted: false },
  }));
}

test('each step has what is stored of it, and reminders are none', () => {
  restored(['after.extensions', 'special.sql', 'own.roles', 'after.licence', 'after.nsg']);
  keepResult(JOB, 'after.extensions', done);
  keepResult(JOB, 'special.sql', { ...done, outcome: 'open' });
  markStep(JOB, 'own.roles', true);
  const steps = recordSteps(JOB, spec);
  expect(steps).toMatchObject([
    { title: 'Do after.extensions', status: 'verified', at: 9 },
    { title: 'Do special.sql', status: 'open', at: 9 },
    { title: 'Do own.roles', status: 'byHand' },
    { title: 'Do after.licence', status: 'notChecked', at: null },
  ]);
  expect(steps?.[2]?.at).not.toBeNull();
});

test('of a restore that was started elsewhere those that were read or marked here', () => {
  expect(recordSteps(JOB, spec)).toBeNull();
  markStep(JOB, 'after.extensions', true);
  markStep(JOB, 'special.sql', true);
  markStep(JOB, 'special.sql', false);
  expect(recordSteps(JOB.toUpperCase(), spec)).toMatchObject([
    { status: 'byHand' },
    { status: 'notChecked' },
  ]);
});

test.each([
  ['a draft of before knows of none', undefined, null],
  ['a draft with none has none', [], []],
])('%s', (_, ids, known) => {
  restored(ids);
  expect(recordSteps(JOB, spec)).toEqual(known);
});

test('a step that this version has no words for is one of them', () => {
  restored(['of.tomorrow', 'after.extensions']);
  const unknown = {
    title: 'A step that this version of Restore Center doesn’t know',
    status: 'notChecked',
    at: null,
  };
  expect(recordSteps(JOB, spec)).toMatchObject([unknown, { title: 'Do after.extensions' }]);
  expect(recordSteps(JOB, {})).toEqual([unknown, unknown]);
});

test('a step that was verified and is undone since is open again', () => {
  restored(['after.extensions']);
  keepResult(JOB, 'after.extensions', { outcome: 'done', seen: [], at: instant(7) });
  keepResult(JOB, 'after.extensions', { outcome: 'open', seen: [], at: instant(9) });
  expect(recordSteps(JOB, spec)).toMatchObject([{ status: 'again', at: 9 }]);
});
