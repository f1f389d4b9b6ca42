import { expect, test } from 'vitest';
import { runningStatusText, statusTitle, whenText } from '#src/app/notifications/status-text.ts';
import { instant } from '#src/lib/time.ts';
import { leftText, readyInText } from '#src/progress/live/progress-text.ts';
import { type Progress, progressOf } from '#src/progress/progress.ts';
import { job } from '#src/progress/testing.ts';
import type { Watched } from '#src/wizard/submit/watched.ts';

const AT = instant(new Date(2025, 5, 5, 2, 31).getTime());
const MINUTE = 60_000;

const facts = { observations: null, past: [], sizeBytes: null };
const progress = (more: Partial<Progress>): Progress => ({
  ...progressOf(job(), facts, AT),
  ...more,
});
const percent = (value: number, isCurrent = true) => ({
  value,
  of: 'bytes' as const,
  at: AT,
  isCurrent,
});
const eta = { kind: 'range', lowMs: 17 * MINUTE, highMs: 24 * MINUTE, bases: [] } as const;
const stall = {
  since: AT,
  phase: null,
  patienceMs: 15 * MINUTE,
  basis: 'ours',
  advice: [],
} as const;

test.each([
  ['figures', { percent: percent(63.9), eta }, '63%, ready in 17 min to 24 min', '63%'],
  ['no figures', {}, 'percentage not reported, time left: No typical duration yet', 'In progress'],
  [
    'a figure of an earlier read',
    { percent: percent(63, false), eta },
    '63% at 02:31, ready in 17 min to 24 min',
    '63%',
  ],
  ['a standstill', { percent: percent(63), eta, stall }, 'No progress since 02:31', 'No progress'],
] satisfies [string, Partial<Progress>, string, string][])(
  '%s are shown in a line and in a title',
  (_, more, line, title) => {
    expect(runningStatusText(job(), progress(more))).toBe(line);
    expect(statusTitle(progress(more))).toBe(title);
  },
);

test('a line, a row and the page of a job show one time left', () => {
  const shown = progress({ percent: percent(63), eta });
  const body = readyInText('Azure', shown.eta);
  expect(leftText(shown.eta)).toBe(body);
  expect(runningStatusText(job(), shown)).toBe(`63%, ready in ${body}`);
});

test('a job being canceled has no time when it is ready', () => {
  expect(
    runningStatusText(job({ status: 'cancelling' }), progress({ percent: percent(63), eta })),
  ).toBe('Canceling');
});

const RECEIVED = instant(new Date(2025, 5, 5, 5, 52).getTime());
const noted = { jobId: '/j', machine: 'app01', at: RECEIVED, isTold: true, isRead: false } as const;
const session = { draftId: 'd', since: 1, endsAt: null, machine: 'app01', isRead: true } as const;

test.each([
  [
    'the end that the job reports',
    { ...noted, news: 'done', endedAt: AT },
    'Ended 5 Jun 2025, 02:31',
  ],
  ['an end of unknown time', { ...noted, news: 'done' }, 'Received 5 Jun 2025, 05:52'],
  ['a job that is gone', { ...noted, news: 'gone' }, 'Received 5 Jun 2025, 05:52'],
  ['a standstill', { ...noted, news: 'stalled' }, 'Since 5 Jun 2025, 05:52'],
  ['an accepted restore', { ...noted, news: 'accepted' }, 'Received 5 Jun 2025, 05:52'],
  [
    'a session',
    { ...session, at: RECEIVED, isTold: true, news: 'mounted' },
    'Received 5 Jun 2025, 05:52',
  ],
] satisfies [string, Watched, string][])('the time of %s says what it is', (_, entry, text) => {
  expect(whenText(entry)).toBe(text);
});
