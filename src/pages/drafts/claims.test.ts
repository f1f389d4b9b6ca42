import { expect, test } from 'vitest';
import { draftStatusOf } from '#src/pages/drafts/DraftsPage.tsx';
import { drafts } from '#src/strings/drafts.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

/** Which facts the sentences need that say what became of a draft's request. */

type Known = Pick<Draft, 'submission' | 'earlier' | 'choices'>;
const says = (known: Known) => draftStatusOf(known).text;
const choices = { datasource: 'azure-vm', instance: null };
const pressed = { clientRequestId: 'c', sentAt: 1 };
const reason = { code: null, message: '', requestId: null };
const of = (submission: Draft['submission']): Known => ({ submission, choices });
const none: Known = of({ state: 'none' });
const lost = of({ state: 'lost', ...pressed });
const job = of({ state: 'job', jobId: '/j', isAdopted: false });
const { status } = drafts;

const rowOf = (key: keyof typeof status, known: Known, others: Readonly<Record<string, Known>>) =>
  claim<Known>({
    key: `status.${key}`,
    sentence: key === 'refused' ? status.refused('Azure') : status[key],
    says,
    known,
    without: others,
  });

const refused = of({ state: 'refused', ...reason });
const rows = [
  rowOf('none', none, {
    'nothing sent': lost,
    'no earlier request': { ...none, earlier: pressed },
  }),
  rowOf(
    'earlier',
    { ...none, earlier: pressed },
    { 'an earlier request': { ...none, earlier: undefined } },
  ),
  rowOf('refused', refused, {
    'an answer that refuses': of({ state: 'notSent', ...reason, isPrepared: true }),
    'the service that did': { ...refused, choices: { ...choices, datasource: 'commvault-vm' } },
    'no earlier request': { ...refused, earlier: pressed },
  }),
  rowOf('preparing', of({ state: 'preparing', ...pressed, step: 'reads' }), {
    'not sent yet': lost,
  }),
  rowOf('sending', of({ state: 'sending', ...pressed }), { 'no answer': job }),
  rowOf('lost', lost, { 'no answer': job }),
  rowOf('accepted', of({ state: 'accepted', ...pressed, operation: null }), {
    'an answer that accepts': lost,
  }),
  rowOf('mounted', of({ state: 'mounted', ...pressed }), { 'an answer with a script': lost }),
  rowOf('job', job, { 'its job': lost }),
];

/** Labels, and what a stored text is like. */
const CLAIMLESS = `
  about none noneBody heads noInstance unreadable
  notSelected kinds timeNotRead backup steps resume
  open job actionOf status.broken status.otherVersion status.noDatasource
`;

test.each(rows)('$key needs its facts', (row) => {
  expect(faultsOf(row)).toEqual([]);
});

test(`${String(rows.length)} sentences about drafts are in the table`, () => {
  expect(rows).toHaveLength(9);
  expect(unlisted(drafts, rows, CLAIMLESS)).toEqual([]);
});
