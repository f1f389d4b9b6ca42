import { expect, test } from 'vitest';
import { vmFields } from '#src/datasources/azure-vm/choices/schema.ts';
import { placeOf } from '#src/datasources/azure-vm/disks/sent-place.ts';
import { instant } from '#src/lib/time.ts';

const draft = vmFields.newDraft('d', instant(0), {
  subscription: 'sub-b',
  vnet: '/vnet',
  subnet: 'default',
  instance: '/item',
  point: '123',
  regionView: 'secondary',
});

test('the place is read by the names that the fields have', () => {
  expect(placeOf(draft)).toEqual({
    subscriptionId: 'sub-b',
    subnetId: '/vnet/subnets/default',
    point: { itemId: '/item', recoveryPointId: '123', isSecondary: true },
  });
});

test('what was sent counts, not what was chosen since', () => {
  const changed = {
    ...draft,
    asked: draft.choices,
    choices: { ...draft.choices, subscription: 'other' },
  };
  expect(placeOf(changed).subscriptionId).toBe('sub-b');
});

test.each([
  [{ instance: null }, null],
  [{ instance: '/item', point: 1 }, null],
  [
    { instance: '/item', point: '1' },
    { itemId: '/item', recoveryPointId: '1', isSecondary: false },
  ],
])('what a draft doesn’t have isn’t made up: %j', (choices, point) => {
  const made = { ...draft, choices: { datasource: null, ...choices } };
  expect(placeOf(made)).toEqual({ subscriptionId: null, subnetId: null, point });
});
