import { expect, test } from 'vitest';
import { networkOf } from '#src/datasources/azure-vm/disks/network-of.ts';
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
