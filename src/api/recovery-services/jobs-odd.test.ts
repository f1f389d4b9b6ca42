import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import {
  jobPageWire,
  jobRowWire,
  jobWire,
  toJob,
  toJobDetails,
} from '#src/api/recovery-services/jobs.ts';
import type { JobDetails } from '#src/model/jobs.ts';

/** Jobs that are not as the contract says: read as far as they go, and never an error. */

const id = '/subscriptions/1/resourceGroups/rg/providers/M.R/vaults/vault-a/backupJobs/6b6f';
const detailsOf = (properties: unknown): JobDetails =>
  toJobDetails(jobWire.parse({ id, name: '6b6f', properties }));
const extended = (extendedInfo: unknown) => detailsOf({ extendedInfo });

const NOTHING = {
  status: 'unknown',
  statusWord: null,
  itemName: '',
  operation: '',
  startedAt: null,
  endedAt: null,
  durationMs: null,
  isCancellable: false,
  percent: null,
  remainingMs: null,
  tasks: [],
  properties: [],
  errors: [],
  bytes: null,
  restoreKind: null,
};

test.each([undefined, null, 'gone', 7, [], {}, { extendedInfo: 'none' }, { status: 3 }])(
  'of the properties %j nothing is known',
  (properties) => {
    expect(detailsOf(properties)).toMatchObject(NOTHING);
  },
);

test('one odd field costs nothing but itself', () => {
  const job = detailsOf({
    jobType: null,
    operation: 12,
    status: 'Dreaming',
    entityFriendlyName: 'vm',
    startTime: 'yesterday',
    endTime: '0001-01-01T00:00:00Z',
    duration: { seconds: 4 },
    actionsInfo: [null, 'cancellable', {}],
    errorDetails: [null, { errorCode: 'UserErrorX', recommendations: [null, 'Wait.'] }, 'boom'],
  });
  expect(job).toMatchObject({
    ...NOTHING,
    itemName: 'vm',
    statusWord: 'Dreaming',
    errors: [{ code: 'UserErrorX', title: '', message: '', recommendations: ['Wait.'] }],
  });
});

test('a page of jobs is not lost by one of them', () => {
  const rows = [{ status: 'Completed' }, null, { status: ['?'] }, { errorDetails: 4 }];
  const page = jobPageWire.parse({
    value: rows.map((properties) => ({ id, name: 'a', properties })),
  });
  expect((page.value ?? []).map((row) => toJob(row).status)).toEqual([
    'completed',
    'unknown',
    'unknown',
    'unknown',
  ]);
});

test('a row without a name takes it from its id, and one without an id is still a row', () => {
  const rows = [{ id, name: null }, { name: 'a' }, { id: 7, name: {}, properties: { status: 4 } }];
  expect(z.array(jobRowWire).parse(rows).map(toJob)).toMatchObject([
    { id, name: '6b6f', status: 'unknown' },
    { id: '', name: 'a', vaultName: '' },
    { id: '', name: '', vaultName: '', durationMs: null },
  ]);
});

test.each([
  ['40', 40],
  [' 40.5 % ', 40.5],
  ['0', 0],
  ['1.0', 1],
  [100, 100],
  [100.5, null],
  ['250 %', null],
  [-1, null],
  ['-5', null],
  ['', null],
  ['half', null],
  [Number.NaN, null],
  [true, null],
  [{}, null],
])('progress %j is %s', (progressPercentage, percent) => {
  expect(extended({ progressPercentage }).percent).toBe(percent);
});

describe('a subtask', () => {
  test.each([
    ['InProgress', 'inProgress', 'InProgress'],
    [' in progress ', 'inProgress', 'in progress'],
    ['Not Started', 'notStarted', 'Not Started'],
    ['Succeeded', 'completed', 'Succeeded'],
    ['Cancelled', 'cancelled', 'Cancelled'],
    ['Canceled', 'cancelled', 'Canceled'],
    ['Skipped', 'unknown', 'Skipped'],
    ['', 'unknown', null],
    [null, 'unknown', null],
    [3, 'unknown', null],
  ])('with the status %j is %s', (status, expected, statusWord) => {
    const [task] = extended({ tasksList: [{ taskId: 'Transfer', status }] }).tasks;
    expect(task).toMatchObject({ name: 'Transfer', status: expected, statusWord });
  });

  test('that is none is left out, one without a name stays', () => {
    const tasksList = [null, 'Transfer', { status: 'Completed' }, { taskId: null }];
    expect(extended({ tasksList }).tasks.map(({ name, status }) => [name, status])).toEqual([
      ['', 'completed'],
      ['', 'unknown'],
    ]);
  });

  test('with figures that cannot be has none', () => {
    const task = { taskId: 'T', progressPercentage: 300, duration: '-PT5S', startTime: 5 };
    expect(extended({ tasksList: [task] }).tasks[0]).toMatchObject({
      percent: null,
      durationMs: null,
      startedAt: null,
    });
  });
});

test('properties that are no text are empty', () => {
  expect(extended({ propertyBag: { Size: 4, Name: 'vm' } }).properties).toEqual([
    { name: 'Size', value: '' },
    { name: 'Name', value: 'vm' },
  ]);
});

const any = fc.jsonValue({ maxDepth: 1 });
const odd = (names: readonly string[], more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ ...Object.fromEntries(names.map((name) => [name, any])), ...more });
const oddTask = odd(['taskId', 'status', 'duration', 'startTime', 'taskExecutionDetails'], {
  progressPercentage: fc.oneof(any, fc.double()),
});
const oddDetails = odd(['propertyBag', 'internalPropertyBag', 'estimatedRemainingDuration'], {
  progressPercentage: fc.oneof(any, fc.double()),
  tasksList: fc.oneof(any, fc.array(fc.oneof(any, oddTask))),
});
const oddJob = odd(['operation', 'status', 'startTime', 'endTime', 'duration', 'actionsInfo'], {
  errorDetails: fc.oneof(any, fc.array(any)),
  extendedInfo: fc.oneof(any, oddDetails),
});

test('whatever stands in place of its fields, a job is read', () => {
  fc.assert(
    fc.property(fc.oneof(any, oddJob), (properties) => {
      const { percent, remainingMs, tasks } = detailsOf(properties);
      for (const figure of [percent, ...tasks.map((task) => task.percent)]) {
        expect(figure === null || (figure >= 0 && figure <= 100)).toBe(true);
      }
      expect(remainingMs === null || remainingMs >= 0).toBe(true);
    }),
  );
});
