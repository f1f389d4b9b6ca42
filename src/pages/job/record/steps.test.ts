import { expect, test } from 'vitest';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { recordSteps } from '#src/pages/job/record/record.ts';
import { newDraft } from '#src/wizard/draft/schema.ts';
import { createDraft } from '#src/wizard/draft/store.ts';
import { keepResult, markStep } from '#src/wizard/next-steps/marks.ts';

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

test('a step that this version has no words for is left out', () => {
  restored(['of.tomorrow', 'after.extensions']);
  expect(recordSteps(JOB, spec)).toHaveLength(1);
  expect(recordSteps(JOB, {})).toEqual([]);
});

test('a step that was verified and is undone since is open again', () => {
  restored(['after.extensions']);
  keepResult(JOB, 'after.extensions', { outcome: 'done', seen: [], at: instant(7) });
  keepResult(JOB, 'after.extensions', { outcome: 'open', seen: [], at: instant(9) });
  expect(recordSteps(JOB, spec)).toMatchObject([{ status: 'again', at: 9 }]);
});
