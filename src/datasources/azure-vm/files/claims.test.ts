import { expect, test } from 'vitest';
import {
  lostText,
  mountedWords,
  scriptStageOf,
  type SessionState,
  sessionText,
} from '#src/datasources/azure-vm/files/SessionClock.tsx';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import {
  mountedNoteOf,
  mountedState,
  mounterText,
  type MountKnown,
  openPressOn,
} from '#src/datasources/azure-vm/files/mounted-by.ts';
import { dateTimeText, durationText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { SESSION_MS, sessionPhase, type SessionTimes } from '#src/model/file-recovery.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { mountedPoints } from '#src/strings/files.ts';
import { faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import type { Draft, LostAnswer, Submission } from '#src/wizard/draft/schema.ts';

/** Which facts the sentences about a request for a script and its session need. */

const MINUTE = 60_000;
/** When the script was requested. */
const PRESSED = 1_749_000_000_000;
const READ = PRESSED + 2 * MINUTE;
const OVER = PRESSED + SESSION_MS;
const HOUR = 60 * MINUTE;
const timeOf = (ms: number) => timeText(instant(ms));
const POINT = '/vault/item/recoveryPoints/1';

interface LostKnown {
  readonly isMounted: boolean | null;
  readonly readAt: number;
  readonly before: readonly string[];
}
const { lost } = fileSession.stage;
const lostSays = ({ before, ...read }: LostKnown) =>
  lostText(read, POINT, { sentAt: PRESSED, before: [...before] });
const lostKnown: LostKnown = { isMounted: true, readAt: READ, before: [] };
const olderRead = { 'a read after the request': { readAt: PRESSED - 1 } };
const unreported = { 'a report of the point': { isMounted: null } };
const lostRow = claimsBy(lostSays);

const lostRows = [
  lostRow('stage.lost.mounted', lostKnown, lost.mounted(timeOf(READ), timeOf(PRESSED)), {
    ...olderRead,
    ...unreported,
    'a mounted point': { isMounted: false },
    'a point that was not mounted before': { before: [POINT.toUpperCase()] },
  }),
  lostRow(
    'stage.lost.mountedBefore',
    { ...lostKnown, before: [POINT] },
    lost.mountedBefore(timeOf(READ), timeOf(PRESSED)),
    { ...olderRead, ...unreported, 'a read before the request': { before: [] } },
  ),
  lostRow(
    'stage.lost.notMounted',
    { ...lostKnown, isMounted: false },
    lost.notMounted(timeOf(READ)),
    { ...olderRead, ...unreported, 'a point that isn’t mounted': { isMounted: true } },
  ),
  lostRow('stage.lost.notReported', { ...lostKnown, isMounted: null }, lost.notReported, {
    ...olderRead,
    'no report of the point': { isMounted: true },
  }),
  lostRow('stage.lost.notRead', { ...lostKnown, readAt: PRESSED - 1 }, lost.notRead, {
    'no read after the request': { readAt: READ },
  }),
];

interface SentKnown {
  readonly sent: Submission;
  readonly isSenderGone: boolean;
}
const pressed = { clientRequestId: 'c', sentAt: PRESSED };
const stageSays = ({ sent, isSenderGone }: SentKnown) => {
  const stage = scriptStageOf(sent, isSenderGone);
  return 'words' in stage ? [stage.words.title, ...stage.words.lines] : [];
};
const stageClaim = claimsBy<SentKnown>(stageSays);
const stageRow = (key: string, sentence: string, sent: Submission, others: readonly Submission[]) =>
  stageClaim(
    key,
    { sent, isSenderGone: false },
    sentence,
    Object.fromEntries(others.map((other) => [`not ${other.state}`, { sent: other }])),
  );
const sending: Submission = { state: 'sending', ...pressed };
const accepted: Submission = { state: 'accepted', ...pressed, operation: {} };
const unfollowed: Submission = { state: 'accepted', ...pressed, operation: null };
const isLost: Submission = { state: 'lost', ...pressed };
const preparing: Submission = { state: 'preparing', ...pressed, step: 'reads' };
const { stage } = fileSession;
const by = (kind: LostAnswer['kind'], status: number | null = 502): Submission => ({
  state: 'lost',
  ...pressed,
  answer: { kind, status, code: null, message: '', requestId: null },
});
const answerRow = (
  key: string,
  sent: Submission,
  sentence: string,
  others: Readonly<Record<string, Submission>>,
) =>
  stageClaim(
    key,
    { sent, isSenderGone: false },
    sentence,
    Object.fromEntries(Object.entries(others).map(([fact, other]) => [fact, { sent: other }])),
  );

const stageRows = [
  stageRow('stage.preparing.body', stage.preparing.body, preparing, [sending, accepted, isLost]),
  stageRow('stage.sending.body', stage.sending.body, sending, [preparing, accepted, isLost]),
  stageRow('stage.accepted.title', stage.accepted.title, accepted, [sending, isLost]),
  stageRow('stage.accepted.body', stage.accepted.body, accepted, [sending, unfollowed]),
  stageRow('stage.lost.title', lost.title, isLost, [sending, accepted]),
  stageRow('stage.lost.body', lost.body, isLost, [sending, unfollowed]),
  stageRow('stage.lost.unfollowed', lost.unfollowed, unfollowed, [isLost, accepted]),
  answerRow('stage.lost.instead.error', by('error'), lost.instead.error('502'), {
    'an answer of Azure': by('foreign'),
    'its status': by('error', 500),
    'an answer': isLost,
  }),
  answerRow('stage.lost.instead.foreign', by('foreign'), lost.instead.foreign('502'), {
    'none of Azure': by('error'),
    'its status': by('foreign', 500),
    'an answer': isLost,
  }),
  answerRow('stage.lost.instead.unreadable', by('unreadable'), lost.instead.unreadable, {
    'an answer that says nothing': by('error'),
    'an answer': isLost,
  }),
  answerRow('stage.refusal.title', by('refusal', 400), stage.refusal.title, {
    'a refusal of Azure': by('foreign', 400),
    'none of its operation': by('failure', null),
    'an answer': isLost,
  }),
  answerRow('stage.refusal.failed', by('failure', null), stage.refusal.failed, {
    'the failure of what was accepted': by('refusal', 400),
  }),
  answerRow('stage.refusal.body', by('conflict', 400), stage.refusal.body, {
    'a refusal of Azure': by('error', 400),
    'an answer': isLost,
  }),
];

const { ready } = fileSession;
interface SessionKnown extends SessionTimes {
  readonly at: number;
  readonly outcome?: SessionState['outcome'];
}
const sessionSays = ({ at, outcome = null, ...session }: SessionKnown) => [
  mountedWords({ phase: sessionPhase(session, instant(at)), outcome }).title,
  sessionText(session, instant(at)),
];
const running: SessionKnown = { expiresAt: OVER, at: READ };
const ended: SessionKnown = { expiresAt: OVER, endedAt: READ, at: READ };
const expired: SessionKnown = { expiresAt: OVER, at: OVER };
const program = { os: null, fileName: '', content: { kind: 'text', text: '' } } as const;
const mount = { program, password: '', expiresAt: null, geo: null };
const sessionRow = claimsBy(sessionSays);

const sessionRows = [
  sessionRow('ready.unmountedTitle', ended, ready.unmountedTitle, {
    'a read that says so': { endedAt: undefined },
    'a read, after its own time': { endedAt: undefined, at: OVER + HOUR },
  }),
  sessionRow('ready.unmounted', ended, ready.unmounted(timeOf(READ)), {
    'a read that says so': { endedAt: undefined, at: OVER },
  }),
  sessionRow('ready.overTitle', expired, ready.overTitle, {
    'its own time, reported': { expiresAt: null },
    'its own time, past': { at: OVER - 1 },
    'no read that it isn’t mounted': { endedAt: READ },
  }),
  sessionRow('ready.over', expired, ready.over(timeOf(OVER)), {
    'its own time, past': { at: OVER - 1 },
    'no later read': { endedAt: READ },
  }),
  sessionRow('ready.left', running, ready.left(timeOf(OVER), durationText(OVER - READ)), {
    'its own time': { expiresAt: null },
    'its time, to come': { at: OVER },
  }),
  sessionRow('ready.leftUnknown', { expiresAt: null, at: READ }, ready.leftUnknown, {
    'no time reported': { expiresAt: OVER },
    'no later read': { endedAt: READ },
  }),
  sessionRow('ready.title', { ...running, outcome: { kind: 'mount', mount } }, ready.title, {
    'the script, in this tab': { outcome: null },
    'a session': { at: OVER },
  }),
  sessionRow('ready.mountedTitle', running, ready.mountedTitle, {
    'its time, to come': { at: OVER },
    'no later read': { endedAt: READ },
  }),
];

const rows = [...lostRows, ...stageRows, ...sessionRows];

/** Labels, instructions, and what holds whatever is known. */
const CLAIMLESS = `
  stage.preparing.title stage.sending.title stage.accepted.what stage.accepted.safe stage.accepted.elapsed stage.lost.what
  stage.lost.look stage.lost.again
  stage.refusal.checking stage.refusal.again stage.refusal.unread
`;
const CLAIMLESS_READY = `
  ready.body ready.soon ready.unconfirmed ready.steps ready.script ready.password
  ready.run ready.copy ready.unmount ready.lostPassword ready.unusable ready.again
`;

test(`${String(rows.length)} sentences about a script and its session are in the table`, () => {
  expect(rows).toHaveLength(26);
  const { stage: ofRequest, ready: ofSession } = fileSession;
  const texts = { stage: ofRequest, ready: ofSession };
  expect(unlisted(texts, rows, `${CLAIMLESS} ${CLAIMLESS_READY}`)).toEqual([]);
});

const press = { clientRequestId: 'c', sentAt: 1 };

test.each([
  ['preparing', { state: 'preparing', ...press, step: 'reads' }, 'underWay'],
  ['sending', { state: 'sending', ...press }, 'underWay'],
  ['accepted', { state: 'accepted', ...press, operation: {} }, 'underWay'],
  ['accepted, nobody knows where', { state: 'accepted', ...press, operation: null }, 'unknown'],
  ['lost', { state: 'lost', ...press }, 'unknown'],
  ['mounted', { state: 'mounted', ...press }, 'mounted'],
] as const)('%s', (_, sent, kind) => {
  expect(scriptStageOf(sent, false).kind).toBe(kind);
});

test('a request whose tab is gone may have arrived', () => {
  expect(scriptStageOf({ state: 'sending', ...press }, true).kind).toBe('unknown');
});

const script = { kind: 'none', why: 'noProgram' } as const;

test.each([
  ['after a reload', 'running', null, 'The restore point was mounted'],
  ['with an answer that has no script', 'notReported', script, 'The restore point was mounted'],
  ['after its end', 'expired', null, 'The session has ended by its time'],
  ['after its disks were unmounted', 'unmounted', script, 'The disks are unmounted'],
] as const)('%s a session doesn’t promise a script', (_, phase, outcome, title) => {
  expect(mountedWords({ phase, outcome }).title).toBe(title);
});

const dayOf = (ms: number) => dateTimeText(instant(ms));
const openTimes = { expiresAt: OVER };
const endedTimes = { expiresAt: OVER, endedAt: READ };
const { review } = fileSession;

interface NoteKnown extends MountKnown {
  readonly at: number;
}
const noteSays = ({ at, ...known }: NoteKnown) => {
  const note = mountedNoteOf(known, at);
  return note === null ? [] : [note.title, note.body];
};
const bare = {
  session: undefined,
  isOfPoint: true,
  isOfOtherDraft: false,
  press: null,
  isMounted: true,
  readAt: READ,
  at: READ,
};
const noteKnown: NoteKnown = bare;
const mountedFacts = {
  'a read of the point': { isMounted: undefined },
  'a report of the point': { isMounted: null },
  'a mounted point': { isMounted: false },
};
const laterRead = {
  'no later read': { session: { expiresAt: OVER, endedAt: READ + 1 } },
};
const noteRow = claimsBy(noteSays);

const noteRows = [
  noteRow('review.mounted.title', noteKnown, review.mounted.title, {
    ...mountedFacts,
    ...laterRead,
  }),
  noteRow(
    'review.mounted.byPress',
    { ...noteKnown, press: PRESSED },
    review.mounted.byPress(dayOf(READ), dayOf(PRESSED)),
    {
      ...mountedFacts,
      ...laterRead,
      'a request without an outcome': { press: null },
      'when it was read': { readAt: undefined },
    },
  ),
  noteRow('review.mounted.noRecord', noteKnown, review.mounted.noRecord(dayOf(READ)), {
    ...mountedFacts,
    ...laterRead,
    'no request without an outcome': { press: PRESSED },
    'no open session of another draft': { isOfOtherDraft: true },
    'no open session': { session: openTimes },
  }),
  noteRow(
    'review.mounted.bySession',
    { ...noteKnown, isOfOtherDraft: true },
    review.mounted.bySession(dayOf(READ)),
    {
      ...mountedFacts,
      ...laterRead,
      'an open session of another draft': { isOfOtherDraft: false },
    },
  ),
  ...(['title', 'body'] as const).map((part) =>
    noteRow(
      `review.otherPoint.${part}`,
      { ...noteKnown, session: openTimes, isOfPoint: false },
      review.otherPoint[part],
      {
        'another restore point': { isOfPoint: true },
        'a session': { session: undefined },
        'no read that it isn’t mounted': { session: endedTimes },
      },
    ),
  ),
  noteRow('review.running.title', { ...noteKnown, session: openTimes }, review.running.title, {
    'a session': { session: undefined },
    'the chosen restore point': { isOfPoint: false },
    'its time, to come': { at: OVER },
    'no read that it isn’t mounted': { session: endedTimes },
  }),
  noteRow('review.running.body', { ...noteKnown, session: openTimes }, review.running.body, {
    'a session': { session: undefined },
    'its time, to come': { at: OVER },
  }),
  noteRow('review.over.title', { ...noteKnown, session: openTimes, at: OVER }, review.over.title, {
    'its own time, past': { at: READ },
    'its own time, reported': { session: { expiresAt: null } },
    'no read that it isn’t mounted': { session: endedTimes },
  }),
  noteRow(
    'review.over.body',
    { ...noteKnown, session: openTimes, at: OVER },
    review.over.body(dayOf(OVER)),
    { 'its own time, past': { at: READ } },
  ),
];

const drafts = ({ draft, at }: { readonly draft: Partial<Draft>; readonly at: number }) => {
  const choices = { instance: '/vault/item', point: '1' };
  const one = { ...fileFields.newDraft('d', 0, choices), task: 'recoverFiles', ...draft } as const;
  return mounterText(openPressOn(POINT, [one], at));
};
const stateSays = ({ isMounted }: { readonly isMounted: boolean | null }) =>
  mountedState(isMounted).text;
const stateRow = claimsBy(stateSays);
const draftsRow = claimsBy(drafts);
const pointRows = [
  draftsRow(
    'byPress',
    { draft: { submission: { state: 'lost', ...pressed } }, at: READ },
    mountedPoints.byPress(dayOf(PRESSED)),
    {
      'a request': { draft: {} },
      'an unknown outcome': { draft: { submission: { state: 'mounted', ...pressed } } },
      'a time that a session lasts': { at: OVER },
      'the same point': {
        draft: {
          submission: { state: 'lost', ...pressed },
          choices: fileFields.newDraft('', 0, {}).choices,
        },
      },
    },
  ),
  draftsRow(
    'byPress',
    { draft: { earlier: pressed }, at: READ },
    mountedPoints.byPress(dayOf(PRESSED)),
    { 'an earlier request': { draft: {} } },
  ),
  draftsRow('noRecord', { draft: {}, at: READ }, mountedPoints.noRecord, {
    'no request without an outcome': { draft: { earlier: pressed } },
  }),
  stateRow('mounted', { isMounted: true }, mountedPoints.mounted, {
    'a report': { isMounted: null },
    'a mounted point': { isMounted: false },
  }),
  stateRow('notMounted', { isMounted: false }, mountedPoints.notMounted, {
    'a report': { isMounted: null },
    'no mounted point': { isMounted: true },
  }),
  stateRow('notReported', { isMounted: null }, mountedPoints.notReported, {
    'no report': { isMounted: false },
  }),
];

const mounterRows = [...noteRows, ...pointRows];

test.each([...rows, ...mounterRows])('$key needs its facts', (row) =>
  expect(faultsOf(row)).toEqual([]),
);

test(`${String(mounterRows.length)} sentences about who has mounted a restore point are in the table`, () => {
  expect(mounterRows).toHaveLength(16);
  const { running: own, over, otherPoint, mounted } = review;
  const texts = { review: { running: own, over, otherPoint, mounted } };
  expect(unlisted(texts, mounterRows, '')).toEqual([]);
  expect(
    unlisted(mountedPoints, mounterRows, 'title what inTier own unmount keep ofPoint'),
  ).toEqual([]);
});
