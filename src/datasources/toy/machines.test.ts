import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { listInstancePage } from '#src/api/recovery-services/protected-items/list.ts';
import { listBoxes } from '#src/api/toy/boxes/ops.ts';
import { TOY_HOME } from '#src/api/toy/home.ts';
import { toyId } from '#src/api/toy/id.ts';
import { toyTokens } from '#src/api/toy/queries/session.ts';
import { boxesQuery } from '#src/api/toy/queries/shelf.ts';
import { machines } from '#src/datasources/toy/machines.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { toyService } from '#src/mocks/toy/service.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instance-list.ts';

test('a box and a protected item of the same VM have the same key', async () => {
  const { azure } = testAzure('default', { others: [toyService] });
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const shelf = testArm(azure.fetch, toyTokens, TOY_HOME).arm;
  queries.setQueryData(boxesQuery().queryKey, await listBoxes(shelf));
  const filter = { ...EVERYTHING, search: 'app01' };
  const wanted = { filter, order: BY_NAME, start: { skip: 0 }, top: 1 };
  const { rows } = await listInstancePage(testArm(azure.fetch).arm, wanted);
  const key = await machines.machineKey(queries, toyId('shelf-1'));
  expect(key).toBe(rows[0]?.sourceResourceId.toLowerCase());
  expect(await machines.backupsOf(queries, key ?? '')).toEqual([
    { instance: 'toy:shelf-1', name: 'app01 in a box' },
  ]);
  expect(await machines.machineKey(queries, toyId('shelf-2'))).toBeNull();
  expect(await machines.backupsOf(queries, '')).toEqual([]);
});
