import { expect, test } from 'vitest';
import { fileFields } from '#src/datasources/azure-vm/files/fields.ts';
import {
  mountedNoteOf,
  mountedState,
  mounterText,
  type MountKnown,
  openPressOn,
} from '#src/datasources/azure-vm/files/mounted-by.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { SESSION_MS } from '#src/model/file-recovery.ts';
import { fileSession } from '#src/strings/file-session.ts';
import { mountedPoints } from '#src/strings/files.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** Which facts the sentences need that say who has mounted a restore point. */

const MINUTE = 60_000;
/** When the script was requested. */
const PRESSED = 1_749_000_000_000;
const READ = PRESSED + 2 * MINUTE;
const OVER = PRESSED + SESSION_MS;
const dayOf = (ms: number) => dateTimeText(instant(ms));
const POINT = '/vault/item/recoveryPoints/1';
const pressed = { clientRequestId: 'c', sentAt: PRESSED };
const running = { expiresAt: OVER };
const ended = { expiresAt: OVER, endedAt: READ };
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

const noteRows = [
  claim({
    key: 'review.mounted.title',
    sentence: review.mounted.title,
    says: noteSays,
    known: noteKnown,
    without: { ...mountedFacts, ...laterRead },
  }),
  claim({
    key: 'review.mounted.byPress',
    sentence: review.mounted.byPress(dayOf(READ), dayOf(PRESSED)),
    says: noteSays,
    known: { ...noteKnown, press: PRESSED },
    without: {
      ...mountedFacts,
      ...laterRead,
      'a request without an outcome': { press: null },
      'when it was read': { readAt: undefined },
    },
  }),
  claim({
    key: 'review.mounted.noRecord',
    sentence: review.mounted.noRecord(dayOf(READ)),
    says: noteSays,
    known: noteKnown,
    without: {
      ...mountedFacts,
      ...laterRead,
      'no request without an outcome': { press: PRESSED },
      'no open session of another draft': { isOfOtherDraft: true },
      'no open session': { session: running },
    },
  }),
  claim({
    key: 'review.mounted.bySession',
    sentence: review.mounted.bySession(dayOf(READ)),
    says: noteSays,
    known: { ...noteKnown, isOfOtherDraft: true },
    without: {
      ...mountedFacts,
      ...laterRead,
      'an open session of another draft': { isOfOtherDraft: false },
    },
  }),
  ...(['title', 'body'] as const).map((part) =>
    claim({
      key: `review.otherPoint.${part}`,
      sentence: review.otherPoint[part],
      says: noteSays,
      known: { ...noteKnown, session: running, isOfPoint: false },
      without: {
        'another restore point': { isOfPoint: true },
        'a session': { session: undefined },
        'no read that it isn’t mounted': { session: ended },
      },
    }),
  ),
  claim({
    key: 'review.running.title',
    sentence: review.running.title,
    says: noteSays,
    known: { ...noteKnown, session: running },
    without: {
      'a session': { session: undefined },
      'the chosen restore point': { isOfPoint: false },
      'its time, to come': { at: OVER },
      'no read that it isn’t mounted': { session: ended },
    },
  }),
  claim({
    key: 'review.running.body',
    sentence: review.running.body,
    says: noteSays,
    known: { ...noteKnown, session: running },
    without: { 'a session': { session: undefined }, 'its time, to come': { at: OVER } },
  }),
  claim({
    key: 'review.over.title',
    sentence: review.over.title,
    says: noteSays,
    known: { ...noteKnown, session: running, at: OVER },
    without: {
      'its own time, past': { at: READ },
      'its own time, reported': { session: { expiresAt: null } },
      'no read that it isn’t mounted': { session: ended },
    },
  }),
  claim({
    key: 'review.over.body',
    sentence: review.over.body(dayOf(OVER)),
    says: noteSays,
    known: { ...noteKnown, session: running, at: OVER },
    without: { 'its own time, past': { at: READ } },
  }),
];

const drafts = ({ draft, at }: { readonly draft: Partial<Draft>; readonly at: number }) => {
  const choices = { instance: '/vault/item', point: '1' };
  const one = { ...fileFields.newDraft('d', 0, choices), task: 'recoverFiles', ...draft } as const;
  return mounterText(openPressOn(POINT, [one], at));
};
const stateSays = ({ isMounted }: { readonly isMounted: boolean | null }) =>
  mountedState(isMounted).text;
const pointRows = [
  claim({
    key: 'byPress',
    sentence: mountedPoints.byPress(dayOf(PRESSED)),
    says: drafts,
    known: { draft: { submission: { state: 'lost', ...pressed } }, at: READ },
    without: {
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
  }),
  claim({
    key: 'byPress',
    sentence: mountedPoints.byPress(dayOf(PRESSED)),
    says: drafts,
    known: { draft: { earlier: pressed }, at: READ },
    without: { 'an earlier request': { draft: {} } },
  }),
  claim({
    key: 'noRecord',
    sentence: mountedPoints.noRecord,
    says: drafts,
    known: { draft: {}, at: READ },
    without: { 'no request without an outcome': { draft: { earlier: pressed } } },
  }),
  claim({
    key: 'mounted',
    sentence: mountedPoints.mounted,
    says: stateSays,
    known: { isMounted: true },
    without: { 'a report': { isMounted: null }, 'a mounted point': { isMounted: false } },
  }),
  claim({
    key: 'notMounted',
    sentence: mountedPoints.notMounted,
    says: stateSays,
    known: { isMounted: false },
    without: { 'a report': { isMounted: null }, 'no mounted point': { isMounted: true } },
  }),
  claim({
    key: 'notReported',
    sentence: mountedPoints.notReported,
    says: stateSays,
    known: { isMounted: null },
    without: { 'no report': { isMounted: false } },
  }),
];

const rows = [...noteRows, ...pointRows];

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about who has mounted a restore point are in the table`, () => {
  expect(rows).toHaveLength(16);
  const { running: own, over, otherPoint, mounted } = review;
  const texts = { review: { running: own, over, otherPoint, mounted } };
  expect(unlisted(texts, rows, '')).toEqual([]);
  expect(unlisted(mountedPoints, rows, 'title what inTier own unmount keep ofPoint')).toEqual([]);
});
