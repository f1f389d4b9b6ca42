import { expect, test } from 'vitest';
import { instant } from '#src/lib/time.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';
import { CREATE, job, task, TRANSFER } from '#src/progress/testing.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { type SpokenProgress, spokenProgress } from '#src/pages/job/verdict.ts';

const AT = instant(new Date(2025, 5, 5, 2, 31).getTime());
const facts = { observations: null, past: [], sizeBytes: null };

const spoken = (asked: ReturnType<typeof job>, more: Partial<Progress> = {}): SpokenProgress =>
  spokenProgress(asked, {
    progress: { ...progressOf(asked, facts, AT), ...more },
    verdict: jobVerdictOf(asked, null),
    service: 'Azure',
  });
const at = (value: number): SpokenProgress =>
  spoken(job(), { percent: { value, at: AT, isCurrent: true } });

test('a percentage is announced at each quarter, not in between', () => {
  const heard = Array.from({ length: 100 }, (_, percent) => at(percent));
  expect([...new Set(heard.map(({ quarter }) => quarter))]).toEqual(['', '25%', '50%', '75%']);
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
  const stall = {
    since: AT,
    phase: null,
    patienceMs: 900_000,
    basis: 'ours',
    advice: [],
  } as const;
  expect(spoken(job(), { stall }).state).toBe(`${TRANSFER}. No progress since 02:31`);
});

test('a cancellation in progress replaces the subtask', () => {
  expect(spoken(job({ status: 'cancelling' })).state).toBe('Canceling');
});

test('the end is announced by what happened', () => {
  const tasks = [task(TRANSFER, 'completed'), task(CREATE, 'completed')];
  expect(spoken(job({ status: 'completed', tasks }))).toEqual({
    quarter: '',
    state: 'Completed.',
  });
  expect(spoken(job({ status: 'cancelled' })).state).toMatch(/^Canceled\.$/);
});
