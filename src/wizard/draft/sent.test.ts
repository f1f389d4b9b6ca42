import { beforeEach, expect, test, vi } from 'vitest';
import { exampleDraft } from '#src/datasources/azure-vm/testing.ts';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import { sentOutline } from '#src/wizard/draft/sent.ts';

const storage = fakeStorage();
beforeEach(() => {
  resetPageState();
  storage.entries.clear();
  vi.stubGlobal('localStorage', storage.area);
  return () => vi.unstubAllGlobals();
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
  ['a search of before, which doesn’t say how', { isAdopted: true }, false],
])('a job that was found by %s has the outline of the draft: %o', (_, how, has) => {
  send({ option: 'createVm', vmName: 'app01-r' }, how);
  expect(sentOutline('/vault/backupjobs/j') !== null).toBe(has);
});

test('a job that another browser started has none', () => {
  send({});
  expect(sentOutline('/vault/backupJobs/other')).toBeNull();
});
