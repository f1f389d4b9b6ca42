import { expect, test } from 'vitest';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { draftRows, draftStatusOf } from '#src/pages/DraftsPage.tsx';
import { drafts } from '#src/strings/drafts.ts';
import { claim, faultsOf, unlisted } from '#src/strings/testing-claims.ts';
import { type Draft, newDraft } from '#src/wizard/draft/schema.ts';

const storage = freshStorage();

const store = (id: string, text: string) => storage.entries.set(ownName(`draft.${id}`), text);
const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v';
const item = `${vault}/backupFabrics/Azure/protectionContainers/c/protectedItems/VM;iaasvmcontainerv2;g;app-01`;
const chosen = { datasource: 'azure-vm', instance: item, point: '7', option: 'createVm' };

const put = (id: string, more: Partial<Draft> = {}, choices: Draft['choices'] = chosen) =>
  store(id, JSON.stringify({ ...newDraft(id, 1, choices), changedAt: 2, ...more }));

const pressed = { clientRequestId: 'c', sentAt: 3 } as const;
const refused = { state: 'refused', code: null, message: '', requestId: null } as const;
const only = () => {
  const [row, ...others] = draftRows();
  expect(others).toEqual([]);
  return row;
};

test('a draft that was not sent can be resumed at its step, and discarded without a question', () => {
  put('a', { visited: ['restore-point', 'configuration'] });
  expect(only()).toEqual({
    id: 'a',
    name: 'app-01',
    isRead: true,
    kind: 'Create new virtual machine',
    datasource: 'Azure Virtual machines',
    point: { instance: item, name: '7', shown: null },
    step: 'configuration',
    changedAt: 2,
    status: { tone: 'waiting', text: 'Not sent' },
    jobId: null,
    isOpen: true,
    mayRun: null,
  });
});

test('a step that was not noted is the first one with something to select', () => {
  put('a', {}, { datasource: 'azure-vm', instance: null });
  expect(only()).toMatchObject({ step: 'datasource', name: 'No backup instance selected' });
  put('a', {}, { datasource: 'azure-vm', instance: item, point: null });
  resetPageState();
  expect(only()).toMatchObject({ step: 'restore-point', point: null, kind: null });
});

test.each([
  ['left at its restore point, which was suggested', { at: 'restore-point' }, 'restore-point'],
  [
    'went back from Review',
    { at: 'restore-point', visited: ['configuration', 'review'] },
    'restore-point',
  ],
  ['is of before, and no step was left', {}, 'restore-point'],
  ['is of before, and was at Review', { visited: ['configuration', 'review'] }, 'review'],
  ['was rejected, and went back', { at: 'configuration', submission: refused }, 'configuration'],
  ['was sent', { at: 'configuration', submission: { state: 'lost', ...pressed } }, 'review'],
] satisfies [string, Partial<Draft>, string][])('of a draft that %s', (_, more, step) => {
  put('a', more);
  expect(only()?.step).toBe(step);
});

test('every kind of draft says what it is for', () => {
  const kind = (choices: Draft['choices'], more: Partial<Draft> = {}) => {
    put('a', more, choices);
    resetPageState();
    return only()?.kind;
  };
  expect(kind({ ...chosen, option: 'replaceDisks' })).toBe('Replace disk/s');
  expect(kind({ ...chosen, option: null })).toBeNull();
  expect(kind(chosen, { task: 'recoverFiles' })).toBe('File recovery');
  expect(kind({ datasource: 'azure-disk', instance: '/d', point: '1' })).toBe('New disk');
  expect(kind({ datasource: 'commvault-vm', instance: 'commvault:h/vm/1', cv: 'in-place' })).toBe(
    'In place',
  );
});

test('what may have started a restore is not discarded unseen, and what did links to its job', () => {
  put('a', { submission: { state: 'lost', ...pressed } });
  expect(only()).toMatchObject({
    status: { tone: 'unknown', text: 'Outcome unknown' },
    isOpen: false,
    mayRun: undefined,
  });
  resetPageState();
  put('a', { submission: { state: 'job', jobId: '/j', isAdopted: false } });
  expect(only()).toMatchObject({ status: { text: 'Sent' }, jobId: '/j', mayRun: undefined });
  resetPageState();
  put('a', { earlier: pressed });
  const row = only();
  expect(row?.status.text).toBe('Not sent. Outcome of an earlier request unknown.');
  expect(row?.mayRun).toContain('might have started a restore');
});

test('a restore point that was sent is shown as Review showed it', () => {
  const reviewed = { chosen: [['Restore point', '4 Jun 2025, 22:03']], warnings: [], checks: [] };
  store('a', JSON.stringify({ ...newDraft('a', 1, chosen), changedAt: 2, reviewed }));
  expect(only()?.point?.shown).toBe('4 Jun 2025, 22:03');
});

test('drafts that this version cannot read are listed, the last changed first', () => {
  put('new', { changedAt: 9 });
  store('other', JSON.stringify({ version: 99, changedAt: 5, name: 'app-02' }));
  store('broken', '{');
  put('tapes', { changedAt: 4 }, { datasource: 'no-such', instance: 'x:y' });
  const rows = draftRows();
  expect(rows.map(({ id }) => id)).toEqual(['new', 'other', 'tapes', 'broken']);
  expect(rows[1]).toMatchObject({
    name: 'app-02',
    isRead: false,
    status: { text: 'Saved by another version' },
    mayRun: null,
  });
  expect(rows[2]?.status.text).toBe('Datasource not available');
  expect(rows[3]).toMatchObject({ name: 'Draft can’t be opened', changedAt: null });
});

test('a draft of another version that was sent is not discarded unseen', () => {
  const sent = (submission: object) =>
    store('a', JSON.stringify({ version: 99, changedAt: 5, submission }));
  sent({ state: 'lost', ...pressed });
  expect(only()?.mayRun).toContain('might have started');
  resetPageState();
  sent({ state: 'job', jobId: '/j', isAdopted: false });
  expect(only()).toMatchObject({ jobId: '/j', mayRun: undefined });
});

test('a draft in which nothing was selected is not listed', () => {
  put('a', { changedAt: 1 }, { datasource: null, instance: null });
  expect(draftRows()).toEqual([]);
});

/** Which facts the sentences need that say what became of a draft's request. */

type Known = Pick<Draft, 'submission' | 'earlier' | 'choices'>;
const says = (known: Known) => draftStatusOf(known).text;
const choices = { datasource: 'azure-vm', instance: null };
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

const refusedKnown = of({ state: 'refused', ...reason });
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
  rowOf('refused', refusedKnown, {
    'an answer that refuses': of({ state: 'notSent', ...reason, isPrepared: true }),
    'the service that did': {
      ...refusedKnown,
      choices: { ...choices, datasource: 'commvault-vm' },
    },
    'no earlier request': { ...refusedKnown, earlier: pressed },
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
