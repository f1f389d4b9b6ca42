import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { phaseKindOf } from '#src/progress/observe.ts';
import { pastJobOf } from '#src/progress/past.ts';
import { cancelOf, progressOf } from '#src/progress/progress.ts';
import {
  CREATE,
  fivePast,
  following,
  GIB,
  job,
  MINUTE,
  START,
  steady,
  task,
  TRANSFER,
} from '#src/progress/testing.ts';

const { after, seen } = following(instant);

describe('the percentage', () => {
  test('is the latest reported one', () => {
    expect(after(steady(40)).percent).toEqual({
      value: 40,
      of: 'job',
      at: START + 40 * MINUTE,
      isCurrent: true,
    });
  });

  test('stays, with its time, when one read leaves it out', () => {
    const { percent } = after([...steady(40), { ms: 41 * MINUTE }]);
    expect(percent).toEqual({ value: 40, of: 'job', at: START + 40 * MINUTE, isCurrent: false });
  });

  test('is the share of bytes where they are reported, beside the service’s own', () => {
    const bytes = { transferred: 25, total: 100 };
    const { percent, jobPercent } = after([{ ms: MINUTE, percent: 20, bytes }]);
    expect(percent).toMatchObject({ value: 25, of: 'bytes', isCurrent: true });
    expect(jobPercent).toMatchObject({ value: 20, of: 'job' });
  });

  test('stays that of bytes when one read leaves them out', () => {
    const bytes = { transferred: 25, total: 100 };
    const { percent } = after([
      { ms: MINUTE, percent: 20, bytes },
      { ms: 2 * MINUTE, percent: 30 },
    ]);
    expect(percent).toEqual({ value: 25, of: 'bytes', at: START + MINUTE, isCurrent: false });
  });

  test.each([
    ['no bytes to transfer', { transferred: 0, total: 0 }, { value: 20, of: 'job' }],
    ['more than all', { transferred: 300, total: 100 }, { value: 100, of: 'bytes' }],
  ])('with %s', (_, bytes, expected) => {
    expect(after([{ ms: MINUTE, percent: 20, bytes }]).percent).toMatchObject(expected);
  });

  test('is none if none was reported', () => {
    expect(after([{ ms: 0 }]).percent).toBeNull();
  });
});

describe('a figure that goes backwards', () => {
  const at = 60 * MINUTE;
  const bytes = (transferred: number, total: number) => ({ bytes: { transferred, total } });

  test.each([
    [
      'a sub-task began again',
      { tasks: [task(TRANSFER, 'completed')] },
      { tasks: [task(TRANSFER, 'inProgress')] },
      { kind: 'taskAgain', task: TRANSFER },
    ],
    [
      'a sub-task fell back',
      { tasks: [task(TRANSFER, 'inProgress', { percent: 90 })] },
      { tasks: [task(TRANSFER, 'inProgress', { percent: 10 })] },
      { kind: 'taskAgain', task: TRANSFER },
    ],
    [
      'subtasks were added',
      { tasks: [task(TRANSFER, 'inProgress')] },
      { tasks: [task(TRANSFER, 'inProgress'), task(CREATE, 'notStarted')] },
      { kind: 'moreTasks' },
    ],
    ['there is more to move', bytes(6, 10), bytes(6, 15), { kind: 'moreBytes' }],
    ['Azure does not say', {}, {}, { kind: 'notTold' }],
  ])('says so: %s', (_, before, now, why) => {
    const { setback } = after([
      { ms: at - MINUTE, percent: 60, ...before },
      { ms: at, percent: 40, ...now },
    ]);
    expect(setback).toEqual({ figure: 'percent', from: 60, to: 40, at: START + at, why });
  });

  test('counts for bytes and for an estimate that rises, not for its rounding', () => {
    const estimate = (minutes: number, ms: number) => ({ ms, remainingMs: minutes * MINUTE });
    expect(after([estimate(10, 0), estimate(30, at)]).setback).toMatchObject({
      figure: 'remaining',
      from: 10 * MINUTE,
    });
    expect(after([estimate(60, 0), estimate(61, at)]).setback).toBeNull();
    expect(
      after([
        { ms: 0, ...bytes(6, 10) },
        { ms: at, ...bytes(5, 10) },
      ]).setback,
    ).toMatchObject({ figure: 'bytes', from: 6, to: 5 });
    expect(after(steady(50)).setback).toBeNull();
  });

  test('starts the count anew: what was fast before promises nothing', () => {
    const again = [0, 1, 2, 3].map((step) => ({ ms: at + step * 10 * MINUTE, percent: 20 + step }));
    const { eta } = after([...steady(60), ...again]);
    expect(eta.kind === 'range' && eta.lowMs > 300 * MINUTE).toBe(true);
  });
});

describe('phases', () => {
  test.each([
    [TRANSFER, 'transferFrom'],
    ['Transfer data to vault', 'transferTo'],
    ['TRANSFER DATA TO VAULT', 'transferTo'],
    ['Transfer data from snapshot', 'transferFrom'],
    [CREATE, 'createMachine'],
    ['Create VM', 'createMachine'],
    ['Create restored disks', 'createDisks'],
    ['Replace disks', 'replaceDisks'],
    ['Update the virtual machine', 'replaceDisks'],
    ['Replacing OS disk', 'replaceDisks'],
    ['Take Snapshot', 'snapshot'],
    ['Rehydrate recovery point', 'rehydrate'],
    ['Write template to storage account', 'writeTemplate'],
    ['Prepare restore', 'prepare'],
    ['Dance', 'other'],
    ['', 'other'],
  ])('%s is %s', (name, kind) => {
    expect(phaseKindOf(name)).toBe(kind);
  });

  test('say whether bytes are reported, not reported, or none', () => {
    const bytes = { transferred: 1, total: 2 };
    const tasks = [
      task(TRANSFER, 'inProgress', { bytes }),
      task(TRANSFER, 'inProgress'),
      task(CREATE, 'notStarted'),
      task('Dance', 'unknown', { statusWord: 'Dancing' }),
    ];
    const { phases } = after([{ ms: 0, tasks }]);
    expect(phases.map((phase) => phase.bytes)).toEqual([
      bytes,
      'notReported',
      'none',
      'notReported',
    ]);
    expect(phases[3]).toMatchObject({
      name: 'Dance',
      statusWord: 'Dancing',
      kind: 'other',
      takenMs: null,
    });
  });

  test('that do not tell their times are timed from here', () => {
    const [waits, runs, ends] = [
      [task(TRANSFER, 'notStarted')],
      [task(TRANSFER, 'inProgress')],
      [task(TRANSFER, 'completed')],
    ];
    const reads = [
      { ms: 0, tasks: waits },
      { ms: 5 * MINUTE, tasks: runs },
    ];
    expect(after(reads, { laterMs: MINUTE }).phase?.takenMs).toBe(MINUTE);
    const done = [...reads, { ms: 15 * MINUTE, tasks: ends, status: 'completed' } as const];
    expect(after(done).phases[0]?.takenMs).toBe(10 * MINUTE);
    const { last, observations } = seen(done);
    expect(pastJobOf(last, observations, 4)).toMatchObject({
      durationMs: 15 * MINUTE,
      sizeBytes: 4,
      phases: [{ kind: 'transferFrom', durationMs: 10 * MINUTE }],
    });
  });

  test('have the usual time of past jobs', () => {
    const phases = [{ kind: 'createMachine', durationMs: 10 * MINUTE }] as const;
    const known = fivePast(60, { phases });
    const [transfer, create] = after([{ ms: 0 }], { past: known, sizeBytes: 64 * GIB }).phases;
    expect(transfer?.usual).toBeNull();
    expect(create?.usual?.lowMs).toBeLessThan(10 * MINUTE);
    expect(create?.usual?.highMs).toBeGreaterThan(10 * MINUTE);
  });
});

test.each(['inProgress', 'failed', 'cancelled', 'completedWithWarnings'] as const)(
  'a job that is %s is none to learn from',
  (status) => {
    expect(pastJobOf(job({ status, durationMs: MINUTE }), null, null)).toBeNull();
  },
);

test('what was seen of a job is bounded, and the same after it was stored', () => {
  const reads = fc.array(
    fc.record({
      ms: fc.nat(100_000_000),
      percent: fc.option(fc.nat(100)),
      remainingMs: fc.option(fc.nat(10_000_000)),
    }),
    { minLength: 1, maxLength: 200 },
  );
  fc.assert(
    fc.property(reads, (all) => {
      const { observations } = seen(all);
      const text = JSON.stringify(observations);
      expect(JSON.parse(text)).toEqual(observations);
      expect(text.length).toBeLessThan(10_000);
      const ages = observations.changes.map(({ ageMs }) => ageMs);
      expect(ages).toEqual(ages.toSorted((a, b) => a - b));
    }),
  );
});

test('of a job that moves at every read for a day no more than forty moments are kept', () => {
  const reads = Array.from({ length: 1440 }, (_, minute) => ({
    ms: minute * MINUTE,
    remainingMs: (1440 - minute) * MINUTE,
  }));
  const { changes, latest } = seen(reads).observations;
  expect(changes.length).toBeLessThanOrEqual(40);
  expect(changes[0]?.ageMs).toBe(0);
  expect(changes.at(-1)).toEqual(latest);
});

test('a job without earlier reads has an estimate from its one read', () => {
  const { last } = seen([{ ms: 10 * MINUTE, percent: 50 }]);
  const facts = { observations: null, past: [], sizeBytes: null };
  const { eta, ageMs } = progressOf(last, facts, instant(START + 10 * MINUTE));
  expect(ageMs).toBe(10 * MINUTE);
  expect(eta).toMatchObject({ kind: 'range', bases: [{ kind: 'percent' }] });
});

const cancel = (more: Partial<JobDetails>) => {
  const reads = [{ ms: MINUTE, ...more }];
  const { phases, eta } = after(reads);
  return cancelOf(seen(reads).last, phases, eta);
};

describe('a job can’t be canceled', () => {
  const last = [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')];
  const replacing = [task('Take Snapshot', 'completed'), task('Replace disks', 'inProgress')];

  test.each([
    ['over', { status: 'completed' }],
    ['over', { status: 'failed', isCancellable: true }],
    ['cancelling', { status: 'cancelling', isCancellable: false }],
    ['secondary', { operation: 'CrossRegionRestore', isCancellable: true }],
    ['secondary', { operation: 'crossregionrestore', isCancellable: false }],
    ['operation', { operation: 'ConfigureBackup', isCancellable: false }],
    ['notOffered', { isCancellable: false }],
    ['notOffered', { operation: '', isCancellable: false }],
    ['lastPhase', { isCancellable: false, tasks: last }],
    ['replacing', { isCancellable: false, tasks: replacing, restoreKind: 'replaceDisks' }],
    ['unknownStatus', { status: 'unknown', isCancellable: false }],
  ] as const)('for the reason %s', (why, more) => {
    expect(cancel(more)).toEqual({ kind: 'no', why });
  });
});

describe('a job can be canceled', () => {
  test('until the restored resources are being created', () => {
    expect(cancel({})).toMatchObject({
      kind: 'possible',
      until: { name: CREATE },
      left: null,
      caution: null,
    });
  });

  test('for so long, where past jobs tell the time of what comes then', () => {
    const phases = [{ kind: 'createMachine', durationMs: 10 * MINUTE }] as const;
    const known = { past: fivePast(60, { phases }), sizeBytes: 64 * GIB };
    const reads = [{ ms: 20 * MINUTE }];
    const { phases: now, eta } = after(reads, known);
    const offer = cancelOf(seen(reads).last, now, eta);
    if (offer.kind === 'no' || offer.left === null || eta.kind === 'unknown')
      throw new Error('offer');
    expect(offer.left.lowMs).toBeLessThan(30 * MINUTE);
    expect(offer.left.highMs).toBeGreaterThan(30 * MINUTE);
    expect(offer.left.highMs).toBeLessThan(eta.highMs);
  });

  test('with care in the last phase, where Azure may refuse, or disks are half replaced', () => {
    const tasks = [task(TRANSFER, 'completed'), task(CREATE, 'inProgress')];
    expect(cancel({ tasks })).toMatchObject({ kind: 'possible', caution: 'lastPhase' });
    const replacing = [task('Replace disks', 'inProgress')];
    expect(cancel({ tasks: replacing, restoreKind: 'replaceDisks' })).toMatchObject({
      caution: 'replacing',
    });
  });

  test('with no known end if its subtasks are not reported', () => {
    expect(cancel({ tasks: [] })).toEqual({
      kind: 'possible',
      until: null,
      left: null,
      caution: null,
    });
  });
});
