import { expect, test } from 'vitest';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { UnreadSource } from '#src/model/lost-restore.ts';
import { WAY_ON_KINDS } from '#src/model/problem.ts';
import { checks } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { submission } from '#src/strings/submission.ts';
import { faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import {
  type BegunRestore,
  type Draft,
  type MadeGroup,
  newDraft,
} from '#src/wizard/draft/schema.ts';
import {
  earlierWords,
  type NothingStarted,
  refusalWords,
  sameTargetWords,
} from '#src/wizard/review/ReviewNotes.tsx';
import { openReason } from '#src/wizard/review/ReviewStep.tsx';

/** Which facts the sentences of Review need: restores to the same target and earlier requests. */

const AT = 1_749_000_000_000;
const time = dateTimeText(instant(AT));
const pressed = { clientRequestId: 'c', sentAt: AT };
const draft = newDraft('d', AT, { datasource: 'azure-vm', instance: null, point: null });
const other: Draft = { ...draft, id: 'other', submission: { state: 'lost', ...pressed } };
const begun: BegunRestore = { id: '/jobs/1', machine: 'app01', since: AT };

type Asking = Pick<Draft, 'task' | 'earlier' | 'submission'>;
const restore: Asking = { submission: { state: 'none' }, earlier: pressed };
const script: Asking = { ...restore, task: 'recoverFiles' };
const ruledOut = { ...pressed, notOurs: ['/jobs/2'] };

const { earlier, sameTarget, begunSince } = submission;
const earlierSays = (known: Asking): readonly string[] => {
  const words = earlierWords(known);
  return words === null ? [] : [words.title, words.body];
};
const noRequest = { 'a request without an outcome': { earlier: undefined } };
const noneSince: Partial<Asking> = { submission: { state: 'lost', ...pressed } };
const unlooked = { ...pressed, isUnlooked: true };
const earlierRow = claimsBy<Asking>(earlierSays);
const earlierRows = [
  earlierRow('earlier.title', restore, earlier.title(time), {
    ...noRequest,
    'a restore': { task: 'recoverFiles' },
    'no later press': noneSince,
  }),
  earlierRow('earlier.body', restore, earlier.body(0), {
    ...noRequest,
    'no job that was ruled out': { earlier: ruledOut },
  }),
  earlierRow('earlier.body.ruledOut', { ...restore, earlier: ruledOut }, earlier.body(1), {
    'a job that was ruled out': { earlier: pressed },
  }),
  earlierRow('earlier.unlooked', { ...restore, earlier: unlooked }, earlier.unlooked, {
    'a look that couldn’t be made': { earlier: pressed },
    'a restore': { task: 'recoverFiles' },
  }),
  earlierRow(
    'script.earlier.unlooked',
    { ...script, earlier: unlooked },
    submission.script.earlier.unlooked,
    {
      'a look that couldn’t be made': { earlier: pressed },
      'a file recovery': { task: undefined },
    },
  ),
  earlierRow('script.earlier.title', script, submission.script.earlier.title(time), {
    ...noRequest,
    'a file recovery': { task: undefined },
  }),
  earlierRow('script.earlier.body', script, submission.script.earlier.body(), {
    ...noRequest,
    'a file recovery': { task: undefined },
  }),
];

interface Met extends Pick<Draft, 'task'> {
  readonly others: readonly Draft[];
  readonly begun: readonly BegunRestore[];
}
function metSays({ others, begun: since, ...asking }: Met): readonly (string | null)[] {
  if (others.length + since.length === 0) return [];
  const { title, body } = sameTargetWords(asking, others);
  return [title, body, openReason(asking, others, since)];
}
const ofOther: Met = { others: [other], begun: [] };
const ofBegun: Met = { others: [], begun: [begun] };
const metRow = claimsBy<Met>(metSays);
const metRows = (['title', 'body', 'waits'] as const).flatMap((key) => [
  metRow(`sameTarget.${key}`, ofOther, sameTarget[key], {
    'another draft’s request': { others: [] },
    'not only a restore in progress': ofBegun,
    'a restore': { task: 'recoverFiles' },
  }),
  metRow(
    `script.sameTarget.${key}`,
    { ...ofOther, task: 'recoverFiles' },
    submission.script.sameTarget[key],
    { 'another draft’s request': { others: [] }, 'a file recovery': { task: undefined } },
  ),
  metRow(`begunSince.${key}`, ofBegun, begunSince[key], {
    'a restore that began since': { begun: [] },
    'no other draft’s request': { others: [other] },
  }),
]);

const { target } = checks;

const rows = [...earlierRows, ...metRows];

/** Buttons, labels. */
const CLAIMLESS = `
  earlier.search earlier.stillOpen sameTarget.open sameTarget.onceMore begunSince.job
  script.earlier.search script.earlier.stillOpen script.sameTarget.open script.sameTarget.onceMore
`;

test(`${String(rows.length)} sentences about other requests are in the table`, () => {
  expect(rows).toHaveLength(16);
  const { earlier: ofScript, sameTarget: same } = submission.script;
  const texts = {
    earlier,
    sameTarget,
    begunSince,
    script: { earlier: ofScript, sameTarget: same },
  };
  expect(unlisted(texts, rows, CLAIMLESS)).toEqual([]);
});

interface Refused {
  readonly sent: NothingStarted;
  readonly draft?: Partial<Draft>;
  readonly isSignedIn?: boolean;
}
function refusedSays({ sent, draft: more, isSignedIn = false }: Refused): readonly string[] {
  const { title, lines } = refusalWords(sent, { ...draft, submission: sent, ...more }, isSignedIn);
  return [title, ...lines];
}
const reason = { code: null, message: 'No.', requestId: null };
const byService: NothingStarted = { state: 'refused', ...reason };
const byPage = { state: 'notSent', ...reason, isPrepared: true } satisfies NothingStarted;
const unprepared: NothingStarted = { ...byPage, isPrepared: false };
const signedOut: NothingStarted = { ...byService, isSignedOut: true };
const unsigned: NothingStarted = { ...byPage, isSignedOut: true };
/** What was looked at since, and found nothing. */
const looked: NothingStarted = { ...byService, attempt: pressed, lookedAt: AT };
const notLooked: NothingStarted = { ...byService, attempt: pressed };
const files = { draft: { task: 'recoverFiles' } } satisfies Partial<Refused>;
const open = { draft: { earlier: pressed } } satisfies Partial<Refused>;
const commvault = { draft: { choices: { ...draft.choices, datasource: 'commvault-vm' } } };

const refused = claimsBy<Refused>(refusedSays);

const { refusedByAzure, notSent, heldBack, wayOn, groupMade } = submission;
const { refusal: ofScript } = submission.script;
const clock = timeText(instant(AT));
const made: MadeGroup = { subscriptionId: 's', name: 'rg', at: AT, isSure: true };
const withGroup = (group: Partial<MadeGroup>): Refused => ({
  sent: byService,
  draft: { madeGroups: [{ ...made, ...group }] },
});
const noGroup = { draft: { madeGroups: [] } };

const titleRows = [
  refused('refusedByAzure.title', { sent: byService }, refusedByAzure.title('Azure'), {
    'an answer that refuses': { sent: byPage },
    'the service that did': commvault,
    'a restore': files,
    'a sign-in': { sent: signedOut },
  }),
  refused('refusal.lookedAt', { sent: looked }, submission.refusal.lookedAt(clock), {
    'an answer that refuses': { sent: byPage },
    'a look': { sent: notLooked },
    'its time': { sent: { ...looked, lookedAt: AT + 60_000 } },
    'a restore': files,
  }),
  refused('refusal.notLooked', { sent: notLooked }, submission.refusal.notLooked, {
    'an answer that refuses': { sent: byPage },
    'no look': { sent: looked },
    'a press that is known': { sent: byService },
    'a restore': files,
  }),
  refused('refusedByAzure.kept', { sent: byService }, refusedByAzure.kept, {
    'an answer that refuses': { sent: byPage },
  }),
  refused('notSent.title', { sent: byPage }, notSent.title, {
    'a request that never left': { sent: byService },
    'a restore': files,
  }),
  refused('notSent.body', { sent: byPage }, notSent.body, { 'no earlier request': open }),
  refused('notSent.kept', { sent: byPage, ...open }, notSent.kept, {
    'an earlier request': { draft: {} },
  }),
  refused('notSent.notPrepared', { sent: unprepared }, notSent.notPrepared, {
    'what could not be prepared': { sent: byPage },
    'a request that never left': { sent: byService },
  }),
  refused('signedOut.title', { sent: signedOut }, submission.signedOut.title, {
    'a sign-in that is missing': { sent: byService },
    'no sign-in since': { isSignedIn: true },
  }),
  refused('signedOut.body', { sent: unsigned, isSignedIn: true }, submission.signedOut.body, {
    'no earlier request': open,
    'a request that never left': { sent: signedOut },
  }),
  refused('signedOut.kept', { sent: unsigned, ...open }, submission.signedOut.kept, {
    'an earlier request': { draft: {} },
  }),
  refused('signedInAgain', { sent: signedOut, isSignedIn: true }, common.signedInAgain, {
    'a sign-in since': { isSignedIn: false },
  }),
  ...(
    [
      ['refusedByAzure', byService, submission.script.refusedByAzure.title('Azure')],
      ['notSent', byPage, submission.script.notSent.title],
    ] as const
  ).flatMap(([key, sent, title]) => [
    refused(`script.${key}.title`, { sent, ...files }, title, {
      'a file recovery': { draft: {} },
      'how it ended': { sent: sent === byPage ? byService : byPage },
    }),
  ]),
  refused('script.notSent.body', { sent: byPage, ...files }, submission.script.notSent.body, {
    'a file recovery': { draft: {} },
    'no earlier request': { draft: { ...files.draft, earlier: pressed } },
  }),
  refused(
    'script.notSent.kept',
    { sent: byPage, draft: { ...files.draft, earlier: pressed } },
    submission.script.notSent.kept,
    { 'an earlier request': files },
  ),
  refused(
    'script.refusedByAzure.kept',
    { sent: byService, ...files },
    submission.script.refusedByAzure.kept,
    { 'an answer that refuses': { sent: byPage } },
  ),
  refused('script.refusal.lookedAt', { sent: looked, ...files }, ofScript.lookedAt(clock), {
    'a file recovery': { draft: {} },
    'a look': { sent: notLooked },
    'its time': { sent: { ...looked, lookedAt: AT + 60_000 } },
  }),
  refused('script.refusal.notLooked', { sent: notLooked, ...files }, ofScript.notLooked, {
    'a file recovery': { draft: {} },
    'no look': { sent: looked },
  }),
];

const HELD = [
  'jobsUnread',
  'jobsLate',
  'changesLate',
  'changed',
  'closed',
  'sameTarget',
  'calledOff',
  'begunSince',
  'othersUnread',
] as const satisfies readonly (keyof typeof heldBack)[];
const heldRows = HELD.map((one) =>
  refused(`heldBack.${one}`, { sent: { ...byPage, heldBack: one } }, heldBack[one], {
    'what held it back': { sent: byPage },
    'another reason': { sent: { ...byPage, heldBack: one === 'closed' ? 'changed' : 'closed' } },
    'a request that never left': { sent: byService },
  }),
);
const heldUnread = (
  sent: Pick<UnreadSource, 'kind' | 'why'>,
  by: 'jobsUnread' | 'othersUnread',
) => ({
  sent: { ...byPage, heldBack: by, unread: [{ name: null, ...sent }] },
});
const unreadRows = (['failed', 'late'] as const).map((why) =>
  refused(
    `heldBack.othersUnread.${why}`,
    heldUnread({ kind: 'vault', why }, 'othersUnread'),
    `${heldBack.othersUnread} ${target.unread[why].vault}`,
    {
      'what wasn’t read': { sent: { ...byPage, heldBack: 'othersUnread' } },
      'why it wasn’t': heldUnread(
        { kind: 'vault', why: why === 'late' ? 'failed' : 'late' },
        'othersUnread',
      ),
    },
  ),
);
const HELD_SCRIPT = [
  'jobsUnread',
  'jobsLate',
  'changesLate',
  'changed',
  'sameTarget',
] as const satisfies readonly (keyof typeof submission.script.heldBack)[];
const heldScriptRows = HELD_SCRIPT.map((one) =>
  refused(
    `script.heldBack.${one}`,
    { sent: { ...byPage, heldBack: one }, ...files },
    submission.script.heldBack[one],
    {
      'a file recovery': { draft: {} },
      'what held it back': { sent: { ...byPage, heldBack: 'closed' } },
    },
  ),
);

const CODES = ['AuthorizationFailed', 'Conflict'] as const;
const wayRows = [
  ...WAY_ON_KINDS.map((way) =>
    refused(`wayOn.${way}`, { sent: { ...byService, way } }, wayOn[way], {
      'what can be done': { sent: byService },
      'another way': { sent: { ...byService, way: way === 'again' ? 'after' : 'again' } },
      'no code that tells more': { sent: { ...byService, way, code: 'Conflict' } },
    }),
  ),
  // What is the same for a restore needs nothing more.
  ...WAY_ON_KINDS.filter((way) => submission.script.wayOn[way] !== wayOn[way]).map((way) =>
    refused(
      `script.wayOn.${way}`,
      { sent: { ...byService, way }, ...files },
      submission.script.wayOn[way],
      { 'what can be done': { sent: byService }, 'a file recovery': { draft: {} } },
    ),
  ),
  ...CODES.map((code) =>
    refused(
      `refusedByAzure.advice.${code}`,
      { sent: { ...byService, code } },
      refusedByAzure.advice[code]('Restore'),
      { 'its code': { sent: byService }, 'this code': { sent: { ...byService, code: 'Other' } } },
    ),
  ),
];

const groupRows = [
  refused('groupMade.stays', withGroup({}), groupMade.stays('rg', time), {
    'a group that was requested': noGroup,
    'an answer that it is created': withGroup({ isSure: false }),
    'its time': withGroup({ at: null }),
  }),
  refused('groupMade.stays.noTime', withGroup({ at: null }), groupMade.stays('rg', null), {
    'a group that was requested': noGroup,
    'no time': withGroup({}),
  }),
  refused('groupMade.mayStay', withGroup({ isSure: false }), groupMade.mayStay('rg', time), {
    'a group that was requested': noGroup,
    'no answer': withGroup({}),
  }),
];

const refusalRows = [
  ...titleRows,
  ...heldRows,
  ...unreadRows,
  ...heldScriptRows,
  ...wayRows,
  ...groupRows,
];

/** What Review says of the group: the datasource that offers new ones has a table of it. */
const OWN_GROUP = 'groupMade.line groupMade.exists';

test.each([...rows, ...refusalRows])('$key needs its facts', (row) =>
  expect(faultsOf(row)).toEqual([]),
);

test(`${String(refusalRows.length)} sentences about refusals are in the table`, () => {
  expect(refusalRows).toHaveLength(55);
  const { signedOut: out, script: scriptWords } = submission;
  const listed = refusalRows.map(({ key }) => ({ key: key.replace(/\.noTime$/, '') }));
  expect(
    unlisted(
      { refusedByAzure, notSent, heldBack, wayOn, groupMade, signedOut: out },
      listed,
      OWN_GROUP,
    ),
  ).toEqual([]);
  const { earlier: _, sameTarget: __, ...others } = scriptWords;
  expect(
    unlisted({ script: others }, listed, 'script.anyway script.press script.wayOn.setUp'),
  ).toEqual([]);
});

test('the code of a rejected restore, or of what is prepared for it, stands beside the service’s text', () => {
  const coded = { code: 'UserErrorVMConflict', message: 'Busy.' };
  for (const sent of [byService, unprepared])
    expect(refusedSays({ sent: { ...sent, ...coded } })).toContain('Busy. (UserErrorVMConflict)');
  expect(refusedSays({ sent: byService })).toContain('No.');
});
