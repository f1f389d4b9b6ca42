import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import {
  getProtectedItem,
  instanceQuery,
  listInstancePage,
} from '#src/api/recovery-services/items.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { machinesWanted, recoveryVaultsWanted } from '#src/datasources/azure-vm/lists.tsx';
import { vmMachines } from '#src/datasources/azure-vm/search.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

const vault =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v';

test('an address without filters asks for all, by name', () => {
  expect(machinesWanted({})).toEqual({
    filter: {
      search: '',
      vaults: [],
      subscriptions: [],
      regions: [],
      healths: [],
      sources: [],
      older: [],
      tags: [],
    },
    order: { by: 'name', isDescending: false },
    ignored: [],
  });
});

test('filters of several values, and an order the other way round', () => {
  const { filter, order } = machinesWanted({
    search: ' app ',
    vault,
    health: 'actionRequired,actionSuggested',
    source: 'deleted',
    older: '24h,none,2h',
    sort: '-lastPoint',
  });
  expect(filter).toMatchObject({
    search: 'app',
    vaults: [vault],
    healths: ['actionRequired', 'actionSuggested'],
    sources: ['deleted'],
    older: ['24h', 'none'],
  });
  expect(order).toEqual({ by: 'lastPoint', isDescending: true });
});

test('what means nothing is left out and named, and the rest applies', () => {
  const { filter, order, ignored } = machinesWanted({
    health: 'fine,passed',
    vault: '/subscriptions/x',
    subscription: 'production',
    region: "west'europe",
    source: 'maybe',
    sort: 'colour',
  });
  expect(filter).toMatchObject({ healths: ['passed'], vaults: [], sources: [], search: '' });
  expect(order.by).toBe('name');
  expect(ignored.toSorted()).toEqual([
    'health=fine',
    "region=west'europe",
    'sort=colour',
    'source=maybe',
    'subscription=production',
    'vault=/subscriptions/x',
  ]);
});

test('an address without filters asks for everything by name', () => {
  expect(recoveryVaultsWanted({})).toEqual({
    filter: {
      search: '',
      subscriptions: [],
      regions: [],
      redundancies: [],
      crossRegion: [],
      crossSubscription: [],
    },
    order: VAULTS_BY_NAME,
    ignored: [],
  });
});

test('filters stand in the address with commas between their values', () => {
  const subscription = '8f2c1b7e-5a40-4c1d-9e63-2b7d10c4a951';
  const { filter, order, ignored } = recoveryVaultsWanted({
    search: ' weu ',
    subscription,
    region: 'westeurope,northeurope',
    redundancy: 'grs,silent',
    crossRegion: 'enabled',
    crossSubscription: 'disabled,permanentlyDisabled',
    sort: '-region',
  });
  expect(filter).toEqual({
    search: 'weu',
    subscriptions: [subscription],
    regions: ['westeurope', 'northeurope'],
    redundancies: ['grs', 'silent'],
    crossRegion: ['enabled'],
    crossSubscription: ['disabled', 'permanentlyDisabled'],
  });
  expect(order).toEqual({ by: 'region', isDescending: true });
  expect(ignored).toEqual([]);
});

test('what means nothing is left out and named', () => {
  const { filter, order, ignored } = recoveryVaultsWanted({
    subscription: 'production',
    region: "west'europe",
    redundancy: 'gold,lrs',
    crossRegion: 'permanentlyDisabled',
    crossSubscription: 'maybe',
    sort: 'movedFrom',
  });
  expect(filter).toMatchObject({ search: '', subscriptions: [], redundancies: ['lrs'] });
  expect(order).toEqual(VAULTS_BY_NAME);
  expect(ignored.toSorted()).toEqual([
    'crossRegion=permanentlyDisabled',
    'crossSubscription=maybe',
    'redundancy=gold',
    "region=west'europe",
    'sort=movedFrom',
    'subscription=production',
  ]);
});

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
