import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskJob } from '#src/datasources/azure-disk/job/index.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { vmJob } from '#src/datasources/azure-vm/job/index.ts';
import { ruleText } from '#src/datasources/azure-vm/rule-texts.ts';
import { toyJob } from '#src/datasources/toy/job.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { recordSteps } from '#src/pages/job/record/steps.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import { nextSteps } from '#src/strings/next-steps.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { keepResult, markStep } from '#src/wizard/next-steps/marks.ts';

beforeEach(() => {
  resetPageState();
  vi.stubGlobal('localStorage', fakeStorage().area);
});
afterEach(() => void vi.unstubAllGlobals());

const JOB = '/vaults/V/backupJobs/1';
const done = { outcome: 'done', seen: [], at: instant(9) } as const;

/** A restore of this browser with the steps that were left to do at its press. */
function restored(ids?: readonly string[]): void {
  changeDraft(createDraft({}), (draft) => ({
    ...draft,
    nextSteps: ids && [...ids],
    submission: { state: 'job', jobId: JOB, isAdopted: false },
  }));
}

test('of a VM each step has what is kept of it, and reminders are none', () => {
  restored(['after.extensions', 'special.sql', 'own.roles', 'after.nsg']);
  keepResult(JOB, 'after.extensions', done);
  markStep(JOB, 'special.sql', true);
  const steps = recordSteps(JOB, vmJob);
  expect(steps).toMatchObject([
    { title: ruleText('after.extensions').say, status: 'verified', at: 9 },
    { title: ruleText('special.sql').say, status: 'byHand' },
    { title: nextSteps.roles, status: 'notChecked', at: null },
  ]);
  expect(steps?.[1]?.at).not.toBeNull();
});

test('of a disk too, and what was read as not done is open', () => {
  restored(['disk.after.swap-os', 'disk.after.revoke']);
  keepResult(JOB, 'disk.after.swap-os', { ...done, outcome: 'open' });
  keepResult(JOB, 'disk.after.revoke', done);
  expect(recordSteps(JOB, diskJob)).toEqual([
    { title: diskChecks.afterwards.use.os, status: 'open', at: 9 },
    { title: diskChecks.afterwards.revoke.title, status: 'verified', at: 9 },
  ]);
});

test('of a restore that was started elsewhere those that were dealt with here', () => {
  expect(recordSteps(JOB, vmJob)).toBeNull();
  markStep(JOB, 'after.extensions', true);
  markStep(JOB, 'special.sql', true);
  markStep(JOB, 'special.sql', false);
  expect(recordSteps(JOB.toUpperCase(), vmJob)).toMatchObject([
    { status: 'byHand' },
    { status: 'notChecked' },
  ]);
});

test.each([
  ['a draft of before knows of none', undefined, null],
  ['a draft with none has none', [], []],
])('%s', (_, ids, known) => {
  restored(ids);
  expect(recordSteps(JOB, vmJob)).toEqual(known);
});

test('a step that this version has no words for is left out', () => {
  restored(['constructor', 'of.tomorrow', 'after.extensions']);
  expect(recordSteps(JOB, vmJob)).toHaveLength(1);
  expect(recordSteps(JOB, diskJob)).toEqual([]);
  expect(recordSteps(JOB, toyJob)).toEqual([]);
});
