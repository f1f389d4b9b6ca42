import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import {
  getProtectedItem,
  instanceQuery,
  listInstancePage,
} from '#src/api/recovery-services/items.ts';
import { vmMachines } from '#src/datasources/azure-vm/search.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { resourceId } from '#src/model/resource-id.ts';

test('a VM that is protected leads to its backup by its key, and back', async () => {
  const { arm } = testArm(testAzure('default').azure.fetch);
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const wanted = { filter: EVERYTHING, order: BY_NAME, start: { skip: 0 }, top: 1 };
  const item = (await listInstancePage(arm, wanted)).rows[0];
  const id = item?.id ?? resourceId('');
  queries.setQueryData(instanceQuery(id).queryKey, await getProtectedItem(arm, id));
  const key = await vmMachines.machineKey(queries, id);
  expect(key).toBe(item?.sourceResourceId.toLowerCase());
  queries.setQueryData(protectedMachineQuery(resourceId(key ?? '')).queryKey, item ?? null);
  expect(await vmMachines.backupsOf(queries, key ?? '')).toEqual([
    { instance: id, name: item?.friendlyName },
  ]);
  queries.setQueryData(protectedMachineQuery(resourceId('/other')).queryKey, null);
  expect(await vmMachines.backupsOf(queries, '/other')).toEqual([]);
});
