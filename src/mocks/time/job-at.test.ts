import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDurationMs } from '#src/lib/time.ts';
import { jobAt, type JobView } from '#src/mocks/time/job-at.ts';
import { type Ending, type JobPlan, type TaskPlan, timelineAt } from '#src/mocks/time/plan.ts';

const start = 1_749_091_440_000;
const error = { code: 1, title: 'Failed', text: 'It failed.', recommendations: [] };

const planWith = (tasks: readonly TaskPlan[], ending: Ending): JobPlan => ({
  jobId: 'job',
  vaultId: '/vault',
  itemId: '/item',
  machineId: '/machine',
  friendlyName: 'vm',
  containerName: 'c',
  operation: 'Restore',
  isClassic: false,
  startedAtMs: start,
  activityId: 'a',
  isUserTriggered: true,
  isCancellable: true,
  tasks,
  ending,
  bag: { 'Job Type': 'Recover disks' },
  bagAfterSuccess: { 'Template Blob Uri': 'https://x' },
  internalBag: {},
});

const view: JobView = { profile: 'documented', isNumeric: false, isDetailed: true };

const tasks = fc.array(
  fc.record({
    id: fc.string(),
    seconds: fc.integer({ min: 0, max: 5000 }),
    bytes: fc.option(fc.integer({ min: 1, max: 2 ** 45 }), { nil: undefined }),
  }),
  { minLength: 1, maxLength: 5 },
);
const part = fc.double({ min: 0, max: 1, noNaN: true });
const ending: fc.Arbitrary<Ending> = fc.oneof(
  fc.constant<Ending>({ kind: 'completed' }),
  fc.record({ kind: fc.constant('cancelled' as const), afterSeconds: fc.nat(20_000) }),
  fc.record({
    kind: fc.constantFrom('failed' as const, 'warnings' as const),
    task: fc.nat(4),
    part,
    error: fc.constant(error),
  }),
  fc.record({ kind: fc.constant('stalled' as const), task: fc.nat(4), part }),
  fc.record({
    kind: fc.constant('stalled' as const),
    task: fc.nat(4),
    part,
    forSeconds: fc.nat(20_000),
  }),
);
const plans = fc.tuple(tasks, ending).map(([list, end]) => planWith(list, end));
const moments = fc
  .array(fc.nat(40_000_000), { minLength: 2, maxLength: 8 })
  .map((list) => list.toSorted((a, b) => a - b).map((ms) => start + ms));
const cancelled = fc.option(
  fc.nat(20_000_000).map((ms) => start + ms),
  { nil: null },
);

const terminal = new Set(['Completed', 'Failed', 'CompletedWithWarnings', 'Cancelled']);

describe('a job over time', () => {
  test('progress never falls, the estimate never rises, and bytes only grow', () => {
    fc.assert(
      fc.property(plans, cancelled, moments, (plan, cancelledAt, times) => {
        const details = times.map(
          (now) => jobAt(plan, cancelledAt, now, view).properties.extendedInfo,
        );
        const percents = details.map((info) => info?.progressPercentage ?? -1);
        expect(percents).toEqual(percents.toSorted((a, b) => a - b));
        const left = details.map((info) => parseDurationMs(info?.estimatedRemainingDuration) ?? -1);
        expect(left).toEqual(left.toSorted((a, b) => b - a));
        const bytes = details.map((info) =>
          (info?.tasksList ?? []).reduce(
            (sum, task) => sum + Number.parseFloat(task.taskExecutionDetails ?? '0'),
            0,
          ),
        );
        expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
      }),
    );
  });

  test('an end stays an end, and nothing changes after it', () => {
    fc.assert(
      fc.property(plans, cancelled, moments, (plan, cancelledAt, times) => {
        const jobs = times.map((now) => jobAt(plan, cancelledAt, now, view));
        const firstEnd = jobs.findIndex((job) => terminal.has(job.properties.status ?? ''));
        const after = firstEnd === -1 ? [] : jobs.slice(firstEnd);
        expect(after.every((job) => JSON.stringify(job) === JSON.stringify(after[0]))).toBe(true);
        const isEnded = jobs.map((job) => job.properties.endTime !== undefined);
        expect(isEnded).toEqual(jobs.map((job) => terminal.has(job.properties.status ?? '')));
      }),
    );
  });

  test('subtasks run one after another', () => {
    fc.assert(
      fc.property(plans, cancelled, moments, (plan, cancelledAt, [now = start]) => {
        const states = timelineAt(plan, cancelledAt, now).tasks.map(({ status }) => status);
        const order = states.map((status) =>
          status === 'Completed' ? 0 : status === 'NotStarted' ? 2 : 1,
        );
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(order.filter((rank) => rank === 1).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a canceled job ends as canceled, unless it was over before', () => {
    fc.assert(
      fc.property(plans, fc.nat(20_000_000), (plan, ms) => {
        const before = timelineAt(plan, null, start + ms);
        const end = timelineAt(plan, start + ms, start + ms + 10 ** 10);
        expect(end.status).toBe(terminal.has(before.status) ? before.status : 'Cancelled');
      }),
    );
  });
});

const disks = planWith(
  [
    { id: 'Transfer data from vault', seconds: 414 },
    { id: 'Create restored disks', seconds: 96 },
    { id: 'Write template to storage account', seconds: 30 },
  ],
  { kind: 'completed' },
);

test.each([
  { kind: 'failed', task: 1, part: 0.5, done: 462, states: 'Completed,Failed,NotStarted' },
  { kind: 'failed', task: 0, part: 0, done: 0, states: 'Failed,NotStarted,NotStarted' },
  { kind: 'stalled', task: 2, part: 0.1, done: 513, states: 'Completed,Completed,InProgress' },
] as const)('a job that $kind in subtask $task gets just so far', (it) => {
  const { kind, task, part: share } = it;
  const end: Ending =
    kind === 'failed' ? { kind, task, part: share, error } : { kind, task, part: share };
  const timeline = timelineAt({ ...disks, ending: end }, null, start + 10 ** 9);
  expect(timeline.doneSeconds).toBeCloseTo(it.done);
  expect(timeline.tasks.map(({ status }) => status).join()).toBe(it.states);
});

test('a job that stands still for a time goes on, and ends so much later', () => {
  const end: Ending = { kind: 'stalled', task: 0, part: 0.5, forSeconds: 1000 };
  const at = (seconds: number) =>
    timelineAt({ ...disks, ending: end }, null, start + seconds * 1000);
  expect([at(207), at(1207), at(1307)].map(({ doneSeconds }) => doneSeconds)).toEqual([
    207, 207, 307,
  ]);
  expect([at(1539).status, at(1540).status]).toEqual(['InProgress', 'Completed']);
  expect(at(5000).endedAtMs).toBe(start + 1_540_000);
});

test('a job that ends with warnings has done nothing after the subtask that failed', () => {
  const end: Ending = { kind: 'warnings', task: 0, part: 0.5, error };
  const job = jobAt({ ...disks, ending: end }, null, start + 10 ** 9, view).properties;
  const states = job.extendedInfo?.tasksList?.map(({ status }) => status);
  expect([job.status, states]).toEqual([
    'CompletedWithWarnings',
    ['Failed', 'NotStarted', 'NotStarted'],
  ]);
  expect(job.extendedInfo?.progressPercentage).toBeLessThan(100);
  expect(job.extendedInfo?.propertyBag).not.toHaveProperty('Template Blob Uri');
  expect(job.errorDetails).toHaveLength(1);
});

test('the documented profile: percent to 100, an estimate from the whole time to zero', () => {
  const at = (seconds: number) =>
    jobAt(disks, null, start + seconds * 1000, view).properties.extendedInfo;
  expect(at(0)).toMatchObject({ progressPercentage: 0, estimatedRemainingDuration: 'PT9M' });
  expect(at(270)).toMatchObject({ progressPercentage: 50, estimatedRemainingDuration: 'PT4M30S' });
  expect(at(540)).toMatchObject({ progressPercentage: 100, estimatedRemainingDuration: 'PT0S' });
  expect(at(270)?.propertyBag).not.toHaveProperty('Template Blob Uri');
  expect(at(540)?.propertyBag).toHaveProperty('Template Blob Uri');
});

const recorded = (plan: JobPlan, seconds: number) =>
  jobAt(plan, null, start + seconds * 1000, { ...view, profile: 'recorded' }).properties
    .extendedInfo;

test('a new machine as recorded: 1% to its end, no estimate, subtasks without figures', () => {
  const machine = { ...disks, internalBag: { restoreLocationType: 'AlternateLocation' } };
  for (const [seconds, percent] of [
    [0, 1],
    [500, 1],
    [540, 100],
  ] as const) {
    const info = recorded(machine, seconds);
    expect(info?.progressPercentage).toBe(percent);
    expect(info).not.toHaveProperty('estimatedRemainingDuration');
    for (const task of info?.tasksList ?? []) {
      expect(task.duration).toBe('PT0S');
      expect(Object.keys(task)).toEqual(['taskId', 'duration', 'status', 'taskType']);
    }
  }
});

describe('as recorded, where Azure reports figures', () => {
  const transfer = { id: 'Transfer data from vault', seconds: 2228, bytes: 127 * 1024 ** 3 };
  const ofDisks = {
    ...planWith([transfer], { kind: 'completed' }),
    internalBag: { restoreLocationType: 'RestoreDisks' },
  };

  test.each([
    [2, 1, undefined, undefined],
    [711, 1, undefined, undefined],
    [743.5, 50, '63.5 GBs / 127 GBs Transferred', 'PT12M5S'],
    [1046, 88, '112.36 GBs / 127 GBs Transferred', 'PT2M13S'],
    [1351, 88, '112.36 GBs / 127 GBs Transferred', 'PT2M53S'],
    [1654, 94, '120.37 GBs / 127 GBs Transferred', 'PT1M30S'],
    [1951, 94, '120.37 GBs / 127 GBs Transferred', 'PT1M46S'],
    [2228, 100, '127 GBs / 127 GBs Transferred', 'PT0S'],
  ])('disks after %d s stand at %d', (seconds, percent, bytes, left) => {
    const info = recorded(ofDisks, seconds);
    expect(info?.progressPercentage).toBe(percent);
    expect(info?.tasksList?.[0]?.taskExecutionDetails).toBe(bytes);
    const leftMs = parseDurationMs(info?.estimatedRemainingDuration);
    const near = Math.round((leftMs ?? Number.NaN) / 1000);
    expect(near).toEqual(left === undefined ? Number.NaN : (parseDurationMs(left) ?? 0) / 1000);
  });

  test('a replacement stands at 99 while the machine is updated', () => {
    const replaced = {
      ...planWith([transfer, { id: 'Update the virtual machine', seconds: 180 }], {
        kind: 'completed',
      }),
      internalBag: { restoreLocationType: 'OriginalLocation' },
    };
    expect(recorded(replaced, 2300)).toMatchObject({
      progressPercentage: 99,
      estimatedRemainingDuration: 'PT2M',
    });
    expect(recorded(replaced, 2500)).toMatchObject({
      progressPercentage: 100,
      estimatedRemainingDuration: 'PT0S',
    });
  });
});

test('a list has no details, and old versions number their actions', () => {
  const job = jobAt(disks, null, start, { ...view, isDetailed: false, isNumeric: true });
  expect(job.properties).not.toHaveProperty('extendedInfo');
  expect(job.properties.actionsInfo).toEqual([1]);
});
