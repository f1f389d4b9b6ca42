import { expect, test } from 'vitest';
import { timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { FoundJob, Press } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { submission } from '#src/strings/submission.ts';
import { claim, faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import { adoptedText } from '#src/wizard/draft/AdoptedNote.tsx';
import { type RefusalEnd, refusalText } from '#src/wizard/submit/Refusal.tsx';
import { lateText, type Look, lookWords, mayBeTwice } from '#src/wizard/submit/Sent.tsx';

/** Which facts the sentences need that say whose a job is, and what a search for one has come to. */

const found = (more: Partial<FoundJob> = {}, name = '1'): FoundJob => ({
  id: resourceId(`/jobs/${name}`),
  name,
  startedAt: instant(0),
  isNamed: false,
  requestId: null,
  ...more,
});
const press: Press = { sentAt: instant(0), requestIds: ['ours'], before: [], notOurs: [] };
const ruledOut: Press = { ...press, notOurs: ['/jobs/2'] };

interface Known extends Look {
  readonly jobs: readonly FoundJob[] | undefined;
}
const says = ({ jobs, ...look }: Known) => [
  lookWords(jobs && { jobs }, look),
  jobs !== undefined && mayBeTwice(look.press, jobs) ? submission.noAnswer.twice : null,
];
const over: Known = {
  isAccepted: false,
  isFetching: false,
  isOver: true,
  press,
  service: 'Azure',
  jobs: [],
};
const row = claimsBy<Known>(says);
const rowOf = (
  key: string,
  known: Partial<Known>,
  sentence: string,
  without: Readonly<Record<string, Partial<Known>>>,
) => row(key, { ...over, ...known }, sentence, without);

const { noAnswer, accepted, sending, adopted, refusal } = submission;
const one = [found()];
const another = [found({ requestId: 'other' })];
const two = [found(), found({}, '2')];
const named = two.map((job) => ({ ...job, isNamed: true }));
const looks = {
  'a look that worked': { jobs: undefined },
  'a look that has ended': { isFetching: true },
  'no job': { jobs: one },
};
const ended = { ...looks, 'the end of the search': { isOver: false } };

const searchRows = [
  rowOf('noAnswer.looking', { isFetching: true }, noAnswer.looking, {
    'a look': { isFetching: false },
  }),
  rowOf('noAnswer.again', { isOver: false }, noAnswer.again, {
    ...looks,
    'a search that goes on': { isOver: true },
  }),
  rowOf('noAnswer.none', {}, noAnswer.none('Azure'), {
    ...ended,
    'no answer that accepts': { isAccepted: true },
    'no job that was ruled out': { press: ruledOut },
    'the jobs of before': { press: { ...press, before: null } },
  }),
  rowOf('noAnswer.noneUnsure', { press: { ...press, before: null } }, noAnswer.noneUnsure, {
    ...ended,
    'no jobs of before': { press },
    'no answer that accepts': { isAccepted: true },
  }),
  rowOf('noAnswer.noOther', { press: ruledOut }, noAnswer.noOther, {
    ...ended,
    'a job that was ruled out': { press },
    'no answer that accepts': { isAccepted: true },
  }),
  rowOf('accepted.notFound', { isAccepted: true }, accepted.notFound('Azure'), {
    ...ended,
    'an answer that accepts': { isAccepted: false },
  }),
  rowOf('noAnswer.one', { jobs: one }, noAnswer.one, {
    'a job': { jobs: [] },
    'only one': { jobs: two },
    'no ID of another request': { jobs: another },
  }),
  rowOf('noAnswer.several', { jobs: two }, noAnswer.several('Azure'), {
    'several jobs': { jobs: one },
    'one without the ID of another request': { jobs: [...another, found({ requestId: 'x' }, '2')] },
  }),
  rowOf('noAnswer.twice', { jobs: named }, noAnswer.twice, {
    'several jobs': { jobs: named.slice(1) },
    'the target of each': { jobs: two },
    'no ID of another request': { jobs: named.map((job) => ({ ...job, requestId: 'other' })) },
  }),
  rowOf('noAnswer.ofAnother', { jobs: another }, noAnswer.ofAnother(1), {
    'an ID': { jobs: one },
    'an ID that isn’t ours': { jobs: [found({ requestId: 'ours' })] },
  }),
  rowOf(
    'noAnswer.goesOn',
    { jobs: another, isOver: false },
    `${noAnswer.ofAnother(1)} ${noAnswer.goesOn}`,
    { 'a search that goes on': { isOver: true }, 'a job': { jobs: [] } },
  ),
];

type Job = Parameters<typeof adoptedText>[0];
const HOW = ['id', 'earlierId', 'target', 'hand'] as const;
const adoptedRow = (key: keyof typeof adopted.body, foundBy: Job['foundBy']) =>
  claim<Job>({
    key: `adopted.body.${key}`,
    sentence: adopted.body[key]('Azure'),
    says: (job) => adoptedText(job, 'Azure'),
    known: { isAdopted: true, foundBy },
    without: {
      'an answer that named no job': { isAdopted: false },
      'how it was found': { foundBy: foundBy === 'hand' ? 'id' : 'hand' },
      ...(foundBy !== undefined && { 'what is stored of it': { foundBy: undefined } }),
    },
  });
const refusedRow = claim<Job>({
  key: 'adopted.refused',
  sentence: adopted.refused('Azure'),
  says: (job) => adoptedText(job, 'Azure'),
  known: { isAdopted: true, isRefused: true, foundBy: 'id' },
  without: {
    'an answer that named no job': { isAdopted: false },
    'a refusal': { isRefused: false },
    'the ID of the request': { foundBy: 'hand' },
  },
});
const adoptedRows = [
  ...HOW.map((how) => adoptedRow(how, how)),
  adoptedRow('unknown', undefined),
  refusedRow,
];

/** What the looks after a refusal have come to. */
interface RefusalKnown {
  readonly end: RefusalEnd;
  readonly found: Parameters<typeof refusalText>[1]['found'];
  readonly error: Error | null;
  readonly isFetching: boolean;
}
const seen = { jobs: [], looks: 1, latestAt: instant(60_000) };
const refusalRow = claimsBy<RefusalKnown>(({ end, ...known }) => refusalText(end, known));
const waits: RefusalKnown = { end: null, found: seen, error: null, isFetching: false };
const refusalRows = [
  refusalRow('refusal.looking', { ...waits, found: undefined }, refusal.looking, {
    'no look': { found: seen },
    'no failure': { error: new Error('No.') },
  }),
  refusalRow('refusal.again', waits, refusal.again(timeText(seen.latestAt)), {
    'a look': { found: undefined },
    'none on its way': { isFetching: true },
    'one that came back': { error: new Error('No.') },
    'its time': { found: { ...seen, latestAt: instant(0) } },
  }),
  refusalRow('refusal.undecided', { ...waits, end: 'undecided' }, refusal.undecided, {
    'a job without an ID': { end: seen.latestAt },
  }),
  refusalRow('refusal.unread', { ...waits, error: new Error('No.') }, refusal.unread, {
    'a look that failed': { error: null },
  }),
];

interface Late {
  readonly state: 'sending' | 'accepted';
  readonly ageMs: number;
}
const lateSays = ({ state, ageMs }: Late) => lateText(state, ageMs, 'Azure');
const lateRow = claimsBy<Late>(lateSays);
const lateRows = [
  lateRow('sending.late', { state: 'sending', ageMs: 30_000 }, sending.late, {
    'its time': { ageMs: 29_999 },
    'no answer': { state: 'accepted' },
  }),
  lateRow('accepted.late', { state: 'accepted', ageMs: 600_000 }, accepted.late('Azure'), {
    'ten minutes': { ageMs: 599_999 },
    'an answer that accepts': { state: 'sending' },
  }),
];

const rows = [...searchRows, ...adoptedRows, ...lateRows, ...refusalRows];

test.each(rows)('$key needs its facts', (claimed) => expect(faultsOf(claimed)).toEqual([]));

/** Labels, counts, what can be done, and that a list couldn't be read, which its failure alone says. */
const CLAIMLESS = `
  noAnswer.title noAnswer.body noAnswer.what noAnswer.searched noAnswer.ruledOut noAnswer.showAgain
  noAnswer.byAnother noAnswer.unreadable noAnswer.lookAgain noAnswer.giveUp noAnswer.giveUpNote
  noAnswer.adopt noAnswer.noneIsMine noAnswer.startedAt noAnswer.startUnknown
  adopted.title adopted.undo noAnswer.instead
  refusal.title refusal.failed refusal.body refusal.lookedAt refusal.notLooked
`;

test(`${String(rows.length)} sentences about jobs and their search are in the table`, () => {
  expect(rows).toHaveLength(23);
  expect(unlisted({ noAnswer, adopted, refusal }, rows, CLAIMLESS)).toEqual([]);
});
