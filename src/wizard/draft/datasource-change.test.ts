import { expect, test } from 'vitest';
import { newDraft, withChoices } from '#src/datasources/azure-vm/choices.ts';

const draft = newDraft('d', 0, {
  datasource: 'azure-vm',
  instance: '/subscriptions/one/…/item',
  point: '1',
  subscription: 'one',
  rg: 'new-group',
  rgIsNew: true,
  vmName: 'kept',
  dc: 'none',
});

test('changing from VM to disk clears the VM’s own settings and reports it', () => {
  const { choices, takenBack } = withChoices(draft, { datasource: 'azure-disk' }, 1);
  const none = { instance: null, point: null, rg: null, rgIsNew: false, dc: null };
  expect(choices).toMatchObject({ ...none, datasource: 'azure-disk', vmName: 'kept' });
  const cleared = takenBack.map(({ field }) => field);
  expect(cleared).toEqual(expect.arrayContaining(['instance', 'point', 'rg', 'dc']));
  expect(takenBack).toContainEqual(
    expect.objectContaining({ field: 'instance', because: 'datasource' }),
  );
});

test('the datasource that was there already takes nothing back', () => {
  const undecided = { ...draft, choices: { ...draft.choices, datasource: null } };
  expect(withChoices(undecided, { datasource: 'azure-vm' }, 1).takenBack).toEqual([]);
});

test('a disk that is chosen with its datasource stays chosen', () => {
  const disk = { datasource: 'azure-disk', instance: '/disk', point: '2' } as const;
  expect(withChoices(draft, disk, 1).choices).toMatchObject(disk);
});
