import { beforeEach, expect, test, vi } from 'vitest';
import { createDraft } from '#src/datasources/azure-vm/testing.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { ownRestoreNames } from '#src/progress/live/restore-names.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import {
  keepResult,
  marksOf,
  markStep,
  onMarks,
  openRestores,
  storedSteps,
} from '#src/wizard/next-steps/marks.ts';
import { type News, noteStatus, watchJob } from '#src/wizard/submit/watched.ts';

const storage = freshStorage();
beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
});

const JOB = '/vaults/V/backupJobs/1';
const found = (outcome: 'done' | 'open' | 'unknown', at = 7) => ({
  outcome,
  seen: [],
  at: instant(at),
});

test('a mark survives a reload, whatever the letter case of its job, and can be cleared', () => {
  markStep(JOB, 'after.extensions', true);
  resetPageState();
  expect(marksOf(JOB.toUpperCase())['after.extensions']?.byHand).toEqual(expect.any(Number));
  markStep(JOB, 'after.extensions', false);
  resetPageState();
  expect(marksOf(JOB)['after.extensions']?.byHand).toBeUndefined();
  expect(marksOf('/other')).toEqual({});
});

test('a read that decides nothing leaves what was verified; one that finds it open does not', () => {
  keepResult(JOB, 'special.sql', found('done'));
  keepResult(JOB, 'special.sql', found('unknown'));
  expect(marksOf(JOB)['special.sql']?.verified).toBe(7);
  keepResult(JOB, 'special.sql', found('open'));
  expect(marksOf(JOB)['special.sql']?.verified).toBeUndefined();
});

test('what was read and what was marked are kept side by side', () => {
  markStep(JOB, 'special.sql', true);
  keepResult(JOB, 'special.sql', found('done'));
  expect(marksOf(JOB)['special.sql']).toMatchObject({ verified: 7 });
  expect(marksOf(JOB)['special.sql']?.byHand).toEqual(expect.any(Number));
});

test('a change is reported, and one that changes nothing is not', () => {
  let heard = 0;
  onMarks(() => (heard += 1));
  keepResult(JOB, 'special.sql', found('done'));
  keepResult(JOB, 'special.sql', found('done'));
  keepResult(JOB, 'after.nsg', found('open'));
  keepResult(JOB, 'after.nsg', found('open'));
  expect(heard).toBe(2);
});

test.each(['{', '[]', '{"special.sql":{"byHand":"yesterday"}}'])(
  'a damaged store, %s, is none',
  (text) => {
    markStep(JOB, 'special.sql', true);
    const name = [...storage.entries.keys()].find((one) => one.includes('next-steps.')) ?? '';
    storage.entries.set(name, text);
    resetPageState();
    expect(marksOf(JOB)).toEqual({});
  },
);

/** A restore of this browser that ended, with the steps that were left to do at its press. */
function ended(
  jobId: string,
  news: Exclude<News, 'accepted'>,
  nextSteps?: readonly string[],
): void {
  const id = createDraft({});
  changeDraft(id, (draft) => ({
    ...draft,
    nextSteps: nextSteps && [...nextSteps],
    submission: { state: 'job', jobId, isAdopted: false },
  }));
  watchJob(jobId, `vm of ${jobId}`);
  noteStatus(jobId, news, instant(1));
}

const STEPS = ['backup-again.setup', 'after.extensions', 'after.nsg'];

test('restores that ended well are counted with their open steps, reminders aside', () => {
  ended('/one', 'done', STEPS);
  ended('/two', 'doneWithWork', ['special.sql']);
  expect(openRestores()).toEqual([
    { jobId: '/two', machine: 'vm of /two', open: 1 },
    { jobId: '/one', machine: 'vm of /one', open: 2 },
  ]);
});

test.each(['failed', 'disksOnly', 'gone', 'cancelled', 'unknown', 'stalled'] as const)(
  'a restore that is %s is not counted',
  (news) => {
    ended('/one', news, STEPS);
    expect(openRestores()).toEqual([]);
  },
);

test('a restore goes from the list with its last open step, and comes back when one is undone', () => {
  ended('/one', 'done', STEPS);
  markStep('/one', 'backup-again.setup', true);
  keepResult('/one', 'after.extensions', { outcome: 'done', seen: [], at: instant(9) });
  expect(openRestores()).toEqual([]);
  const [marked, ...others] = storedSteps('/one');
  expect(marked).toMatchObject({ id: 'backup-again.setup', status: 'byHand' });
  expect(marked?.at).toEqual(expect.any(Number));
  expect(others).toEqual([{ id: 'after.extensions', status: 'verified', at: 9 }]);
  markStep('/one', 'backup-again.setup', false);
  expect(openRestores()).toMatchObject([{ open: 1 }]);
});

test('a draft of before, and another browser’s restore, have nothing open', () => {
  ended('/one', 'done');
  watchJob('/two', 'vm');
  noteStatus('/two', 'done', instant(1));
  expect(openRestores()).toEqual([]);
  expect(storedSteps('/two')).toEqual([]);
});

test('a step that was verified and is undone since is open again, also where a person had marked it', () => {
  ended('/one', 'done', ['backup-again.setup', 'after.extensions', 'special.sql']);
  markStep('/one', 'backup-again.setup', true);
  for (const step of ['backup-again.setup', 'after.extensions', 'special.sql']) {
    keepResult('/one', step, { outcome: 'done', seen: [], at: instant(9e12) });
  }
  expect(openRestores()).toEqual([]);
  keepResult('/one', 'backup-again.setup', { outcome: 'open', seen: [], at: instant(9.1e12) });
  keepResult('/one', 'after.extensions', {
    outcome: 'unknown',
    seen: [],
    isGone: true,
    at: instant(9.2e12),
  });
  keepResult('/one', 'special.sql', {
    outcome: 'unknown',
    seen: [],
    isMissing: true,
    at: instant(9.3e12),
  });
  expect(openRestores()).toMatchObject([{ open: 3 }]);
  expect(storedSteps('/one')).toEqual([
    { id: 'backup-again.setup', status: 'again', at: 9.1e12 },
    { id: 'after.extensions', status: 'again', at: 9.2e12 },
    { id: 'special.sql', status: 'again', at: 9.3e12 },
  ]);
});

/** A restore of this browser that has become a job. */
function sent(jobId: string, vmName: string, hour: number): void {
  const id = createDraft({ option: 'createVm', vmName });
  changeDraft(id, (draft) => ({
    ...draft,
    asked: draft.choices,
    submission: {
      state: 'job',
      jobId,
      isAdopted: false,
      attempt: {
        clientRequestId: 'c',
        sentAt: instant(Date.UTC(2025, 5, 5, hour)),
      },
    },
  }));
}

test('restores of this browser differ by target, and by when they were sent', () => {
  sent('/a', 'one', 1);
  sent('/b', 'two', 2);
  sent('/c', 'two', 3);
  const jobs = ['/a', '/b', '/c', '/d'].map((jobId) => ({ jobId, machine: 'vm' }));
  const names = [...ownRestoreNames(jobs).values()];
  expect(names[0]).toBe('vm to one');
  expect(names[1]).toMatch(/^vm to two, sent .*02:00$/);
  expect(names[2]).toMatch(/^vm to two, sent .*03:00$/);
  expect(names[3]).toBe('vm');
});
