import { expect, test } from 'vitest';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { sessionNotification, sessions } from '#src/strings/files.ts';
import { faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import { type MountedRead, mountedText, openSessionText } from '#src/wizard/mounted-read.ts';
import { sessionStatuses } from '#src/wizard/sessions.ts';

/** Which facts the sentences about open sessions need, on the start page and in notifications. */

const HOUR = 3_600_000;
const SINCE = 1_749_000_000_000;
const OVER = SINCE + 12 * HOUR;

const read: MountedRead = { data: undefined, error: null, isFetching: false, readAt: null };
const FAILED = new Error('No.');

interface Known {
  readonly expiresAt: number | null;
  readonly endedAt?: number;
  readonly at: number;
}
function times({ expiresAt, at }: Known) {
  const { text, ended } = openSessionText({ since: SINCE, expiresAt }, instant(at));
  return [text, ended];
}
const notified = ({ at, ...session }: Known) =>
  sessionStatuses(
    [{ draftId: 'd', machine: 'vm', session: { pointId: 'p', since: SINCE, ...session } }],
    instant(at),
  ).map(({ news, machine, endsAt }) =>
    sessionNotification[news](machine, endsAt === null ? null : timeText(instant(endsAt))),
  );
const END = timeText(instant(OVER));
const notifiedRow = claimsBy(notified);
const timesRow = claimsBy(times);
const mountedRow = claimsBy(mountedText);

const rows = [
  mountedRow(
    'stillMounted',
    { ...read, data: true, readAt: instant(SINCE) },
    sessions.stillMounted(timeText(instant(SINCE))),
    {
      'a read': { data: undefined },
      'a report': { data: null },
      'its time': { readAt: null },
      'the latest read': { error: FAILED },
    },
  ),
  mountedRow('notChecked', read, sessions.notChecked, {
    'no read': { data: null },
    'no failure': { error: FAILED },
  }),
  mountedRow('notRead', { ...read, error: FAILED }, sessions.notRead('No.'), {
    'a failure': { error: null },
    'its end': { isFetching: true },
  }),
  mountedRow('notSaid', { ...read, data: null }, sessions.notSaid, {
    'a read': { data: undefined },
    'no failure': { error: FAILED },
  }),
  mountedRow('checking', { ...read, isFetching: true }, sessions.checking, {
    'a read on its way': { isFetching: false },
  }),
  timesRow('endsIn', { expiresAt: OVER, at: SINCE }, sessions.endsIn(durationText(12 * HOUR)), {
    'its own time': { expiresAt: null },
    'its time, to come': { at: OVER },
  }),
  timesRow(
    'notReported',
    { expiresAt: null, at: OVER },
    sessions.notReported(dateTimeText(instant(SINCE))),
    { 'no time reported': { expiresAt: OVER } },
  ),
  timesRow('notConfirmed', { expiresAt: OVER, at: OVER }, sessions.notConfirmed, {
    'its own time, past': { at: OVER - 1 },
    'its own time': { expiresAt: null },
  }),
  timesRow('ended', { expiresAt: OVER, at: OVER }, sessions.ended(dateTimeText(instant(OVER))), {
    'its own time, past': { at: OVER - 1 },
    'its own time': { expiresAt: null },
  }),
  notifiedRow('mounted', { expiresAt: OVER, at: SINCE }, sessionNotification.mounted('vm', END), {
    'its own time': { expiresAt: null },
    'its time, to come': { at: OVER },
    'no read that it isn’t mounted': { endedAt: SINCE },
  }),
  notifiedRow('mounted', { expiresAt: null, at: SINCE }, sessionNotification.mounted('vm', null), {
    'no time reported': { expiresAt: OVER },
  }),
  notifiedRow(
    'lastHour',
    { expiresAt: OVER, at: OVER - HOUR },
    sessionNotification.lastHour('vm', END),
    {
      'its last hour': { at: OVER - HOUR - 1 },
      'no read that it isn’t mounted': { endedAt: SINCE },
    },
  ),
  notifiedRow(
    'lastMinutes',
    { expiresAt: OVER, at: OVER - 60_000 },
    sessionNotification.lastMinutes('vm', END),
    {
      'its last minutes': { at: OVER - HOUR },
      'no read that it isn’t mounted': { endedAt: SINCE },
    },
  ),
  notifiedRow('unmountOpen', { expiresAt: OVER, at: OVER }, sessionNotification.unmountOpen('vm'), {
    'its own time, past': { at: OVER - 1 },
    'its own time': { expiresAt: null },
    'no read that it isn’t mounted': { endedAt: OVER },
  }),
];

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences about open sessions are in the table`, () => {
  expect(rows).toHaveLength(14);
  expect(unlisted(sessions, rows, 'title what checkAgain markDone ofMachine')).toEqual([]);
  expect(unlisted(sessionNotification, rows, 'open')).toEqual([]);
});
