import { expect, test } from 'vitest';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';
import { recoveryVaultsWanted as wanted } from '#src/datasources/azure-vm/lists.tsx';

test('an address without filters asks for everything by name', () => {
  expect(wanted({})).toEqual({
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
  const { filter, order, ignored } = wanted({
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
  const { filter, order, ignored } = wanted({
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
