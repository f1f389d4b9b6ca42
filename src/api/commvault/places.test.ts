import { expect, test } from 'vitest';
import { answer } from '#src/api/arm/testing.ts';
import { listAccessNodes, listHypervisors } from '#src/api/commvault/places.ts';
import { testServe } from '#src/api/commvault/testing.ts';

test('hypervisors are those of Azure, each with the instance that a restore names', async () => {
  const { arm } = testServe(() =>
    answer(200, {
      HypervisorCount: 4,
      Hypervisors: [
        {
          id: 120,
          name: 'hv-azure-a',
          displayName: 'Azure A',
          HypervisorType: 'AZURE_V2',
          instance: { id: 7, name: 'Azure Resource Manager' },
        },
        { id: '121', name: 'hv-classic', displayName: '', HypervisorType: 'AZURE' },
        { id: 122, name: 'hv-stack', HypervisorType: 'AZURE_STACK', instance: { id: 9 } },
        { id: 123, name: 'vcenter', HypervisorType: 'VMW', instance: { id: 8 } },
      ],
    }),
  );
  expect(await listHypervisors(arm)).toEqual([
    {
      id: '120',
      name: 'hv-azure-a',
      displayName: 'Azure A',
      instanceId: '7',
      deployment: 'arm',
    },
    {
      id: '121',
      name: 'hv-classic',
      displayName: 'hv-classic',
      instanceId: null,
      deployment: 'classic',
    },
  ]);
});

test('access nodes are read field by field', async () => {
  const { arm } = testServe(() =>
    answer(200, {
      clients: [
        { clientId: 98, clientName: 'an-weu-1', displayName: 'West 1', hostName: 'an-weu-1.local' },
        { clientId: 99, clientName: 'an-weu-2', displayName: '' },
      ],
    }),
  );
  expect(await listAccessNodes(arm)).toEqual([
    { id: '98', name: 'an-weu-1', displayName: 'West 1' },
    { id: '99', name: 'an-weu-2', displayName: 'an-weu-2' },
  ]);
});
