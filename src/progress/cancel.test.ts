import { describe, expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { cancelOf } from '#src/progress/progress.ts';
import { CREATE, fivePast, following, GIB, MINUTE, task, TRANSFER } from '#src/progress/testing.ts';

const { after, seen } = following(instant);
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
