import { expect, test } from 'vitest';
import type { SearchEnd } from '#src/api/queries/restores.ts';
import { instant } from '#src/lib/time.ts';
import type { FoundJob, Press } from '#src/model/lost-restore.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { submission } from '#src/strings/submission.ts';
import { claim, faultsOf, unlisted, claimsBy } from '#src/strings/testing-claims.ts';
import { adoptedText } from '#src/wizard/draft/AdoptedNote.tsx';
import {
  lateText,
  type Look,
  lookWords,
  mayBeTwice,
  unreadWords,
} from '#src/wizard/submit/Sent.tsx';

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
  lookWords({ jobs: jobs ?? [], looks: jobs === undefined ? 0 : 1 }, look),
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

const { noAnswer, accepted, sending, adopted } = submission;
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

interface Unread {
  readonly end: SearchEnd | null;
  readonly isAccepted: boolean;
}
const unreadSays = ({ end, isAccepted }: Unread) => unreadWords(end, isAccepted);
const unreadRow = claimsBy<Unread>(unreadSays);
const blind = { 'ten minutes without a look': { end: null }, 'no find': { end: 'found' } } as const;
const unreadRows = [
  unreadRow('noAnswer.notLooked', { end: 'notLooked', isAccepted: false }, noAnswer.notLooked, {
    ...blind,
    'no answer that accepts': { isAccepted: true },
  }),
  unreadRow('accepted.notLooked', { end: 'notLooked', isAccepted: true }, accepted.notLooked, {
    ...blind,
    'an answer that accepts': { isAccepted: false },
  }),
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
const adoptedRows = [...HOW.map((how) => adoptedRow(how, how)), adoptedRow('unknown', undefined)];

interface Late {
  readonly for: 'answer' | 'job';
  readonly isLate: boolean;
  readonly ageMs: number;
}
const lateSays = (wait: Late) => lateText(wait, 'Azure');
const lateRow = claimsBy<Late>(lateSays);
const lateRows = [
  lateRow('sending.late', { for: 'answer', isLate: true, ageMs: 0 }, sending.late, {
    'its time': { isLate: false },
    'no answer': { for: 'job' },
  }),
  lateRow('accepted.late', { for: 'job', isLate: false, ageMs: 600_000 }, accepted.late('Azure'), {
    'ten minutes': { ageMs: 599_999 },
    'an answer that accepts': { for: 'answer' },
  }),
];

const rows = [...searchRows, ...unreadRows, ...adoptedRows, ...lateRows];

test.each(rows)('$key needs its facts', (claimed) => expect(faultsOf(claimed)).toEqual([]));

/** Labels, counts, what can be done, and that a list couldn't be read, which its failure alone says. */
const CLAIMLESS = `
  noAnswer.title noAnswer.body noAnswer.what noAnswer.searched noAnswer.ruledOut noAnswer.showAgain
  noAnswer.byAnother noAnswer.unreadable noAnswer.lookAgain noAnswer.giveUp noAnswer.giveUpNote
  noAnswer.adopt noAnswer.noneIsMine noAnswer.startedAt noAnswer.startUnknown
  adopted.title adopted.undo
`;

test(`${String(rows.length)} sentences about jobs and their search are in the table`, () => {
  expect(rows).toHaveLength(20);
  expect(unlisted({ noAnswer, adopted }, rows, CLAIMLESS)).toEqual([]);
});
