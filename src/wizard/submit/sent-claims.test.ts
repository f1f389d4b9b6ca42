import { expect, test } from 'vitest';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { recoverFiles } from '#src/strings/files.ts';
import { submission, submission as words } from '#src/strings/submission.ts';
import { claim, faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import { wizard } from '#src/strings/wizard.ts';
import { startedText } from '#src/wizard/draft/DraftTroublePage.tsx';
import { earlierText, mayRunText } from '#src/wizard/draft/draft-text.ts';
import type { Draft, LostAnswer, Submission } from '#src/wizard/draft/schema.ts';
import { preparingText, stageOf } from '#src/wizard/submit/Stage.tsx';

/** Which facts the sentences need that say what became of a request for a restore. */

const pressed = { clientRequestId: 'c', sentAt: 1_749_000_000_000 };
interface Known {
  readonly sent: Submission;
  readonly isSenderGone: boolean;
}
function says({ sent, isSenderGone }: Known): readonly string[] {
  const stage = stageOf(sent, isSenderGone, 'Azure');
  return stage === null ? [] : [stage.title, ...stage.lines];
}
const of = (sent: Submission): Known => ({ sent, isSenderGone: false });
const preparing = of({ state: 'preparing', ...pressed, step: 'reads' });
const group = of({ state: 'preparing', ...pressed, step: 'group' });
const right = of({ state: 'preparing', ...pressed, step: 'right' });
const sending = of({ state: 'sending', ...pressed });
const senderGone: Known = { ...sending, isSenderGone: true };
const accepted = of({ state: 'accepted', ...pressed, operation: {} });
const unseen = of({ state: 'accepted', ...pressed, operation: null });
const lost = of({ state: 'lost', ...pressed });
const answer = { code: null, message: '', requestId: null };
const by = (kind: LostAnswer['kind'], status: number | null = 502) =>
  of({ state: 'lost', ...pressed, answer: { kind, status, ...answer } });
const job = of({ state: 'job', jobId: '/j', isAdopted: false });
const refused = of({ state: 'refused', code: null, message: '', requestId: null });

const rowOf = claimsBy<Known>(says);

const stage = { ...submission };
const stages = [
  rowOf('preparing.step.reads', preparing, stage.preparing.step.reads, {
    'nothing sent': sending,
    'its step': group,
  }),
  rowOf('preparing.step.group', group, stage.preparing.step.group, { 'its step': right }),
  rowOf('preparing.step.right', right, stage.preparing.step.right, { 'nothing sent': sending }),
  rowOf('sending.body', sending, stage.sending.body('Azure'), {
    'a tab that sends': senderGone,
    'no answer': lost,
  }),
  rowOf('accepted.title', accepted, stage.accepted.title, {
    'an answer that accepts': sending,
    'no refusal': refused,
  }),
  rowOf('accepted.body', accepted, stage.accepted.body, {
    'where to follow it': unseen,
    'an answer that accepts': lost,
  }),
  rowOf('accepted.unseen', unseen, stage.accepted.unseen('Azure'), {
    'an answer that accepts': lost,
    'no place to follow it': accepted,
  }),
  rowOf('noAnswer.title', lost, stage.noAnswer.title, { 'no answer': accepted }),
  rowOf('noAnswer.body', lost, stage.noAnswer.body('Azure'), {
    'no answer': accepted,
    'no tab that waits for it': sending,
    'none of something else': by('foreign'),
  }),
  rowOf('noAnswer.instead.error', by('error', 500), stage.noAnswer.instead.error('Azure', '500'), {
    'an answer of the service': by('foreign', 500),
    'its status': by('error', 503),
    'no refusal': by('refusal', 500),
    'an answer': lost,
  }),
  rowOf('noAnswer.instead.foreign', by('foreign'), stage.noAnswer.instead.foreign('Azure', '502'), {
    'none of the service': by('error'),
    'its status': by('foreign', 409),
    'an answer': lost,
  }),
  rowOf('noAnswer.instead.unreadable', by('unreadable', 200), stage.noAnswer.instead.unreadable, {
    'an answer that says nothing': by('error', 200),
    'an answer': lost,
  }),
  rowOf('refusal.title', by('conflict', 409), stage.refusal.title('Azure'), {
    'a refusal of the service': by('foreign', 409),
    'an answer': lost,
    'none of its operation': by('failure', null),
  }),
  rowOf('refusal.failed', by('failure', null), stage.refusal.failed('Azure'), {
    'the failure of what was accepted': by('refusal'),
  }),
  rowOf('refusal.body', by('refusal', 400), stage.refusal.body, {
    'a refusal of the service': by('error'),
    'an answer': lost,
  }),
  rowOf('done.body', job, stage.done.body, { 'its job': unseen }),
];

const bare = { earlier: undefined };
const earlier = { earlier: pressed };
type Sent = Pick<Draft, 'task' | 'earlier'>;
const task = { task: 'recoverFiles' } as const;
const time = dateTimeText(instant(pressed.sentAt));
const storedSays = ({ text }: { readonly text: string }) => startedText(text);
const stored = (sent: unknown, more = {}) => JSON.stringify({ submission: sent, ...more });
const NONE = stored({ state: 'none' });
const LOST = stored({ state: 'lost', ...pressed });
const JOB = stored({ state: 'job', jobId: '/j', isAdopted: false });
const storedRow = claimsBy(storedSays);
const mayRunRow = claimsBy<Sent>(mayRunText);
const earlierRow = claimsBy<Sent>(earlierText);

const others = [
  earlierRow('earlier.stillOpen', earlier, submission.earlier.stillOpen, {
    'a request without an outcome': bare,
    'a restore': task,
  }),
  earlierRow(
    'script.earlier.stillOpen',
    { ...task, ...earlier },
    submission.script.earlier.stillOpen(time),
    { 'a request without an outcome': bare, 'a file recovery': { task: undefined } },
  ),
  mayRunRow('drafts.mayRun', {}, wizard.drafts.mayRun, { 'a restore': task }),
  mayRunRow('recoverFiles.mayBeMounted', task, recoverFiles.mayBeMounted, {
    'a file recovery': { task: undefined },
  }),
  storedRow('trouble.nothingStarted', { text: NONE }, wizard.trouble.nothingStarted, {
    'a text that can be read': { text: '{"submission":' },
    'a known submission': { text: stored({ state: 'other' }) },
    'no request': { text: LOST },
    'no job': { text: JOB },
    'no earlier request': { text: stored({ state: 'none' }, earlier) },
  }),
  storedRow('trouble.mayRun', { text: LOST }, wizard.trouble.mayRun, {
    'a request': { text: NONE },
    'a text that can be read': { text: '' },
  }),
  storedRow('trouble.notKnown', { text: '{' }, wizard.trouble.notKnown, {
    'a text that can’t be read': { text: NONE },
  }),
];
const lateRow = claim<{ readonly isLate: boolean }>({
  key: 'preparing.late',
  sentence: submission.preparing.late,
  says: ({ isLate }) => preparingText(isLate),
  known: { isLate: true },
  without: { 'its time': { isLate: false } },
});
const rows = [...stages, lateRow, ...others];

/** Titles beside them; what shows while jobs are searched for has a table of its own, as have Review and refusals. */
const CLAIMLESS = `
  preparing.callOff accepted.unreadable noAnswer adopted press refusal
  earlier sameTarget begunSince script refusedByAzure notSent signedOut heldBack wayOn groupMade
  created changed untouched lost edit disksIn managedDisks blobsIn stagedVhds newMachine nicIn disksReplaced
  snapshotFirst oldDisksStay availabilitySet newGroup template nothingChanged machineStays backupStays
  stoppedBackupStays writesAfter writesSincePoint rebuild
  chosen findings refused toChoose notChosen network warned notChecked notAnswered note afterwards goTo
  request rightNote groupNote tokenHere requestNote requestReading requestMissing warningsRead secondaryRegion noWay
  consequence restore issues waits sentFacts inTheWay warnsNow withoutJobs safeToClose
  preparing.title sending.title done.title done.open accepted.what accepted.jobs
  sending.late accepted.late accepted.notFound
`;

test.each(rows)('$key needs its facts', (row) => expect(faultsOf(row)).toEqual([]));

test(`${String(rows.length)} sentences about requests are in the table`, () => {
  expect(rows).toHaveLength(24);
  expect(unlisted(submission, rows, CLAIMLESS)).toEqual([]);
});

const attempt = { clientRequestId: 'b7', sentAt: 0 };
const onItsWay: Submission = { state: 'sending', ...attempt };

test('a request on its way says so while its tab sends, and that its outcome is unknown afterwards', () => {
  expect(stageOf(onItsWay, false, 'Azure')).toMatchObject({
    tone: 'running',
    title: words.sending.title,
  });
  expect(stageOf(onItsWay, true, 'Azure')).toMatchObject({
    tone: 'warning',
    title: words.noAnswer.title,
  });
});

test('an accepted restore says whether its job is awaited or searched for', () => {
  const acceptedNow: Submission = { state: 'accepted', ...attempt, operation: null };
  expect(stageOf(acceptedNow, false, 'Azure')?.lines[0]).toBe(words.accepted.unseen('Azure'));
  expect(stageOf(acceptedNow, false, 'Commvault')?.title).toBe('Restore request accepted');
});

test('where nothing was sent there is no stage', () => {
  expect(stageOf({ state: 'none' }, false, 'Azure')).toBeNull();
});
