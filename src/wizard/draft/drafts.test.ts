import { describe, expect, test } from 'vitest';
import { diskTransitions as ofDisks } from '#src/datasources/azure-disk/fields.ts';
import { newDraft, transitions as ofMachines } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { vmModel } from '#src/datasources/azure-vm/model.ts';
import {
  AS_NEW_VM,
  AS_REPLACEMENT,
  createDraft,
  exampleDraft,
} from '#src/datasources/azure-vm/testing.ts';
import { ownName } from '#src/lib/owner.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { draftOfJob, mayHaveStarted, nameOfDraft, openDrafts } from '#src/wizard/draft/drafts.ts';
import type { Draft, Submission } from '#src/wizard/draft/schema.ts';
import { openAttemptsOn, sentChoicesOf, sentOutline } from '#src/wizard/draft/sent.ts';
import { discardDraft } from '#src/wizard/draft/store.ts';

const storage = freshStorage();

const key = (id: string) => ownName(`draft.${id}`);
const store = (id: string, text: string) => storage.entries.set(key(id), text);
const put = (id: string, more: Partial<Draft> = {}, choices: Partial<VmChoices> = {}) =>
  store(id, JSON.stringify({ ...exampleDraft(choices), id, ...more }));
const lost: Submission = { state: 'lost', clientRequestId: 'c', sentAt: 1 };
const job: Submission = { state: 'job', jobId: '/vault/backupJobs/J', isAdopted: false };
const ids = (drafts: readonly { readonly id: string }[]) => drafts.map(({ id }) => id).toSorted();

describe('drafts without any change', () => {
  const HOURS = 3_600_000;
  const at = (hours: number) => ({ createdAt: Date.now() - hours * HOURS });
  const begun = (id: string, hours: number, given: object, more = {}) => {
    const { createdAt } = at(hours);
    store(
      id,
      JSON.stringify({
        ...newDraft(id, createdAt),
        choices: { ...newDraft(id, 0).choices, ...given },
        ...more,
      }),
    );
  };

  test('are listed once they are about something, whether a link or an earlier restore made them', () => {
    begun('link', 1, { instance: '/a', datasource: 'azure-vm' });
    begun('again', 1, { instance: '/a', rg: 'one' });
    begun('empty', 1, {});
    expect(ids(openDrafts())).toEqual(['again', 'link']);
  });

  test('are swept up after a day by the next one, if a link made them and nothing came of them', () => {
    begun('empty', 25, {});
    begun('link', 25, { instance: '/a', point: '1', option: 'restoreDisks' });
    begun('young', 23, { instance: '/a' });
    begun('again, disks', 25, { instance: '/a', rg: 'one' });
    begun('again, replaced', 25, { instance: '/a', staging: '/account' });
    begun('again, a disk', 25, { instance: '/a', diskName: 'disk' });
    begun('sent', 25, { instance: '/a' }, { submission: lost });
    begun(
      'open beside it',
      25,
      { instance: '/a' },
      { earlier: { clientRequestId: '', sentAt: 1 } },
    );
    begun('changed', 25, { instance: '/a' }, { changedAt: 1 });
    const id = createDraft({});
    const left = [...storage.entries.keys()].filter((one) => one !== key(id));
    expect(left.map((one) => one.slice(key('').length)).toSorted()).toEqual([
      'again, a disk',
      'again, disks',
      'again, replaced',
      'changed',
      'open beside it',
      'sent',
      'young',
    ]);
  });
});

describe('the list of open drafts', () => {
  test('has what only this tab has, too', () => {
    storage.become('full');
    const id = createDraft({ instance: '/a' });
    expect(ids(openDrafts())).toEqual([id]);
    discardDraft(id);
    expect(openDrafts()).toEqual([]);
  });

  test('has drafts that led to no job, the last changed first', () => {
    put('early', { changedAt: 1 });
    put('late', { changedAt: 5 });
    put('sent', { changedAt: 3, submission: lost });
    put('done', { changedAt: 4, submission: job });
    store('broken', '{');
    expect(openDrafts().map(({ id }) => id)).toEqual(['late', 'sent', 'early']);
  });
});

describe('the draft of a job', () => {
  test('is found in any letter case of the address, as it was sent', () => {
    const { choices: asked } = exampleDraft({ rg: 'asked' });
    put('done', { submission: job, asked }, { rg: 'chosen since' });
    const draft = draftOfJob('/VAULT/backupJobs/j');
    expect(draft === null ? null : sentChoicesOf(draft)['rg']).toBe('asked');
    expect(draftOfJob('/vault/backupJobs/other')).toBeNull();
  });

  test('of an older version is identified by its choices', () => {
    expect(sentChoicesOf(exampleDraft({ rg: 'one' }))['rg']).toBe('one');
  });
});

describe('a draft may have started a restore', () => {
  const earlier = { clientRequestId: 'c', sentAt: 1 };
  test.each<[string, Partial<Draft>, boolean]>([
    ['once its request has left', { submission: lost }, true],
    ['once it has a job', { submission: job }, true],
    ['by a request of before', { earlier }, true],
    ['not before Restore', {}, false],
    ['not by what was refused', { submission: refusedFor() }, false],
    ['in another version, too', { submission: lost, version: 99 } as object, true],
    ['not in another version that sent nothing', { version: 99 } as object, false],
  ])('%s', (_, more, expected) => {
    put('one', more);
    expect(mayHaveStarted('one')).toBe(expected);
  });
});

describe('open requests for the same target', () => {
  const { choices: disks } = exampleDraft();
  const opened = { clientRequestId: 'c', sentAt: 1 };
  const on = (asked: VmChoices) => ids(openAttemptsOn('mine', asked, vmModel.targetOf));

  test.each<[string, Partial<Draft>, boolean]>([
    ['sending', { submission: { ...lost, state: 'sending' } }, true],
    ['accepted', { submission: { ...lost, state: 'accepted', operation: null } }, true],
    ['lost', { submission: lost }, true],
    ['opened again', { earlier: opened }, true],
    ['opened again, and refused since', { submission: refusedFor(), earlier: opened }, true],
    ['not sent', {}, false],
    ['refused', { submission: refusedFor() }, false],
    ['a job, which is known', { submission: job }, false],
  ])('of a draft that is %s', (_, more, counts) => {
    put('other', more);
    expect(on(disks)).toEqual(counts ? ['other'] : []);
  });

  test('are never those of the draft itself', () => {
    put('mine', { submission: lost });
    expect(on(disks)).toEqual([]);
  });

  const elsewhere = '11111111-1111-1111-1111-111111111111';
  const machine = { ...AS_NEW_VM };
  test.each<[string, Partial<VmChoices>, Partial<VmChoices>, boolean]>([
    ['the same group', {}, {}, true],
    ['the same group in other letters', {}, { rg: 'TARGETrg' }, true],
    ['another group', {}, { rg: 'other' }, false],
    ['another subscription', {}, { subscription: elsewhere }, false],
    ['no group yet', {}, { rg: null }, false],
    ['a new machine', machine, machine, true],
    ['its name in other letters', machine, { ...machine, vmName: 'NEWvm' }, true],
    ['another new machine', machine, { ...machine, vmName: 'other' }, false],
    ['a machine, and disks', machine, {}, false],
    ['the same machine replaced', AS_REPLACEMENT, { ...AS_REPLACEMENT, rg: 'other' }, true],
    ['replaced, and disks', AS_REPLACEMENT, {}, false],
    ['nothing chosen', { option: null }, { option: null }, false],
  ])('are compared by what they create: %s', (_, one, other, isSame) => {
    put('other', { submission: lost }, one);
    expect(on(exampleDraft(other).choices)).toEqual(isSame ? ['other'] : []);
  });

  test('are compared by what was sent, not by later choices', () => {
    put('other', { submission: lost, asked: disks }, { rg: 'since' });
    expect(on(disks)).toEqual(['other']);
    expect(on(exampleDraft({ rg: 'since' }).choices)).toEqual([]);
  });
});

function refusedFor(): Submission {
  return { state: 'refused', code: null, message: '', requestId: null };
}

/** The name of what is restored: as stored, or for drafts of before by the id. */

const GUID = '0bb4691b-8d5e-4a2c-9d3f-3a6f2a4a7c11';
const INSTANCES = '/subscriptions/s/…/backupVaults/bv/backupInstances';

test.each([
  [`${INSTANCES}/data-0-data-0-${GUID}`, 'data-0'],
  [`${INSTANCES}/rg-app-data-0-${GUID}`, 'rg-app-data-0'],
  [`${INSTANCES}/data-0`, 'data-0'],
])('a disk is named by its backup instance %s', (instance, name) => {
  const draft = newDraft('d', 0, { datasource: 'azure-disk', instance });
  expect(nameOfDraft(draft)).toBe(name);
  expect(ofDisks.nameOf(draft.choices)).toBe(name);
});

test('a machine is named by the last part of its item, and nothing by nothing', () => {
  const instance = '/…/protectedItems/VM;iaasvmcontainerv2;testRG;testVM';
  const draft = newDraft('d', 0, { instance });
  expect(nameOfDraft(draft)).toBe('testVM');
  expect(ofMachines.nameOf(draft.choices)).toBe('testVM');
  expect(nameOfDraft(newDraft('d', 0))).toBeUndefined();
});

test('the name that is stored counts', () => {
  const draft = newDraft('d', 0, { instance: '/a;b' });
  expect(nameOfDraft({ ...draft, name: 'Shelf 3' })).toBe('Shelf 3');
  expect(nameOfDraft({ ...draft, name: null })).toBeUndefined();
});

function send(choices: object, how: object = { isAdopted: false }): void {
  const draft = exampleDraft();
  const submission = { state: 'job', jobId: '/vault/backupJobs/J', ...how };
  const stored = { ...draft, id: 'one', submission, choices: { ...draft.choices, ...choices } };
  storage.entries.set(ownName('draft.one'), JSON.stringify(stored));
}

test.each([
  [
    'a new VM',
    { option: 'createVm', vmName: 'app01-r', rg: 'rg-dr' },
    { kind: 'createVm', name: 'app01-r', group: null },
  ],
  [
    'managed disks',
    { option: 'restoreDisks', vmName: 'left', rg: 'rg-dr', restoreAsManaged: true },
    { kind: 'restoreDisks', name: null, group: 'rg-dr' },
  ],
  [
    'disks as files',
    { option: 'restoreDisks', rg: 'rg-dr', restoreAsManaged: false },
    { kind: 'restoreDisks', name: null, group: null },
  ],
  ['a replacement', { option: 'replaceDisks' }, { kind: 'replaceDisks', name: null, group: null }],
  [
    'a disk',
    { datasource: 'azure-disk', option: null, diskName: 'data-r' },
    { kind: 'createDisk', name: 'data-r', group: null },
  ],
  [
    'a VM by Commvault',
    { datasource: 'commvault-vm', option: null, vmName: 'cv-r' },
    { kind: null, name: 'cv-r', group: null },
  ],
  ['nothing that has a name', { option: null, vmName: null }, null],
])('the outline of %s as it was sent', (_, choices, outline) => {
  send(choices);
  expect(sentOutline('/vault/backupjobs/j')).toEqual(outline);
});

test.each([
  ['its ID', { isAdopted: true, foundBy: 'id' }, true],
  ['its target', { isAdopted: true, foundBy: 'target' }, true],
  [
    'the ID of an earlier press, whose choices aren’t kept',
    { isAdopted: true, foundBy: 'earlierId' },
    false,
  ],
  ['a person’s choice', { isAdopted: true, foundBy: 'hand' }, false],
  ['an answer, though it has another ID', { isAdopted: true, foundBy: 'answer' }, false],
  ['a search of before, which doesn’t say how', { isAdopted: true }, false],
])('a job that was found by %s has the outline of the draft: %o', (_, how, has) => {
  send({ option: 'createVm', vmName: 'app01-r' }, how);
  expect(sentOutline('/vault/backupjobs/j') !== null).toBe(has);
});

test('a job that another browser started has none', () => {
  send({});
  expect(sentOutline('/vault/backupJobs/other')).toBeNull();
});
