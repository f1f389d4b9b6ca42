import { expect, test } from 'vitest';
import { newDraft, transitions as ofMachines } from '#src/datasources/azure-vm/choices.ts';
import { diskTransitions as ofDisks } from '#src/datasources/azure-disk/fields.ts';
import { nameOfDraft } from '#src/wizard/draft/drafts.ts';

/** The name of what is restored: as stored, or for drafts of before by the id. */

const id = '0bb4691b-8d5e-4a2c-9d3f-3a6f2a4a7c11';
const instances = '/subscriptions/s/…/backupVaults/bv/backupInstances';

test.each([
  [`${instances}/data-0-data-0-${id}`, 'data-0'],
  [`${instances}/rg-app-data-0-${id}`, 'rg-app-data-0'],
  [`${instances}/data-0`, 'data-0'],
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
