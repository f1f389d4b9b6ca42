import { expect, test } from 'vitest';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { sessionNotification, sessions } from '#src/strings/files.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';
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

const rows = [
  claim({
    key: 'stillMounted',
    sentence: sessions.stillMounted(timeText(instant(SINCE))),
    says: mountedText,
    known: { ...read, data: true, readAt: instant(SINCE) },
    without: {
      'a read': { data: undefined },
      'a report': { data: null },
      'its time': { readAt: null },
      'the latest read': { error: FAILED },
    },
  }),
  claim({
    key: 'notChecked',
    sentence: sessions.notChecked,
    says: mountedText,
    known: read,
    without: { 'no read': { data: null }, 'no failure': { error: FAILED } },
  }),
  claim({
    key: 'notRead',
    sentence: sessions.notRead('No.'),
    says: mountedText,
    known: { ...read, error: FAILED },
    without: { 'a failure': { error: null }, 'its end': { isFetching: true } },
  }),
  claim({
    key: 'notSaid',
    sentence: sessions.notSaid,
    says: mountedText,
    known: { ...read, data: null },
    without: { 'a read': { data: undefined }, 'no failure': { error: FAILED } },
  }),
  claim({
    key: 'checking',
    sentence: sessions.checking,
    says: mountedText,
    known: { ...read, isFetching: true },
    without: { 'a read on its way': { isFetching: false } },
  }),
  claim({
    key: 'endsIn',
    sentence: sessions.endsIn(durationText(12 * HOUR)),
    says: times,
    known: { expiresAt: OVER, at: SINCE },
    without: { 'its own time': { expiresAt: null }, 'its time, to come': { at: OVER } },
  }),
  claim({
    key: 'notReported',
    sentence: sessions.notReported(dateTimeText(instant(SINCE))),
    says: times,
    known: { expiresAt: null, at: OVER },
    without: { 'no time reported': { expiresAt: OVER } },
  }),
  claim({
    key: 'notConfirmed',
    sentence: sessions.notConfirmed,
    says: times,
    known: { expiresAt: OVER, at: OVER },
    without: { 'its own time, past': { at: OVER - 1 }, 'its own time': { expiresAt: null } },
  }),
  claim({
    key: 'ended',
    sentence: sessions.ended(dateTimeText(instant(OVER))),
    says: times,
    known: { expiresAt: OVER, at: OVER },
    without: { 'its own time, past': { at: OVER - 1 }, 'its own time': { expiresAt: null } },
  }),
  claim({
    key: 'mounted',
    sentence: sessionNotification.mounted('vm', END),
    says: notified,
    known: { expiresAt: OVER, at: SINCE },
    without: {
      'its own time': { expiresAt: null },
      'its time, to come': { at: OVER },
      'no read that it isn’t mounted': { endedAt: SINCE },
    },
  }),
  claim({
    key: 'mounted',
    sentence: sessionNotification.mounted('vm', null),
    says: notified,
    known: { expiresAt: null, at: SINCE },
    without: { 'no time reported': { expiresAt: OVER } },
  }),
  claim({
    key: 'lastHour',
    sentence: sessionNotification.lastHour('vm', END),
    says: notified,
    known: { expiresAt: OVER, at: OVER - HOUR },
    without: {
      'its last hour': { at: OVER - HOUR - 1 },
      'no read that it isn’t mounted': { endedAt: SINCE },
    },
  }),
  claim({
    key: 'lastMinutes',
    sentence: sessionNotification.lastMinutes('vm', END),
    says: notified,
    known: { expiresAt: OVER, at: OVER - 60_000 },
    without: {
      'its last minutes': { at: OVER - HOUR },
      'no read that it isn’t mounted': { endedAt: SINCE },
    },
  }),
  claim({
    key: 'unmountOpen',
    sentence: sessionNotification.unmountOpen('vm'),
    says: notified,
    known: { expiresAt: OVER, at: OVER },
    without: {
      'its own time, past': { at: OVER - 1 },
      'its own time': { expiresAt: null },
      'no read that it isn’t mounted': { endedAt: OVER },
    },
  }),
];

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences about open sessions are in the table`, () => {
  expect(rows).toHaveLength(14);
  expect(unlisted(sessions, rows, 'title what checkAgain markDone ofMachine')).toEqual([]);
  expect(unlisted(sessionNotification, rows, 'open')).toEqual([]);
});
