import { expect, test } from 'vitest';
import { vmFields } from '#src/datasources/azure-vm/choices.ts';
import { networkOf, sentPlaceOf } from '#src/datasources/azure-vm/disks/DisksPage.tsx';
import { instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { job } from '#src/progress/testing.ts';

const group = resourceId('/subscriptions/sub-1/resourceGroups/rg-restore');
const network =
  '/subscriptions/sub-1/resourceGroups/rg-net/providers/Microsoft.Network/virtualNetworks/vnet-a';
const named = (value: string) => job({ properties: [{ name: 'Target VNet Name', value }] });

test.each([
  ['that the restore was sent with', named('Group other other'), `${network}/subnets/default`],
  ['that the job names', named(' Group rg-net vnet-a '), null],
])('a new VM starts in the network %s', (_, ofJob, subnetId) => {
  expect(networkOf(group, ofJob, subnetId)).toBe(network);
});

test.each([job(), named(''), named('vnet-a'), named('Group rg vnet-a default')])(
  'a job that names no network leaves the choice open: %#',
  (ofJob) => {
    expect(networkOf(group, ofJob, null)).toBeNull();
  },
);

const draft = vmFields.newDraft('d', instant(0), {
  subscription: 'sub-b',
  vnet: '/vnet',
  subnet: 'default',
  instance: '/item',
  point: '123',
  regionView: 'secondary',
});

test('the place is read by the names that the fields have', () => {
  expect(sentPlaceOf(draft)).toEqual({
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
  expect(sentPlaceOf(changed).subscriptionId).toBe('sub-b');
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
  expect(sentPlaceOf(made)).toEqual({ subscriptionId: null, subnetId: null, point });
});
