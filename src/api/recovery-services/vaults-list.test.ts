import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { listVaultPage, vaultsQuestion } from '#src/api/recovery-services/vaults.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { corporate, production } from '#src/mocks/world/worlds/default-estate.ts';
import {
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';

/** The question for vaults, as the simulated Resource Graph answers it. */

const everything: VaultFilter = {
  search: '',
  subscriptions: [],
  regions: [],
  redundancies: [],
  crossRegion: [],
  crossSubscription: [],
};

async function page(
  filter: Partial<VaultFilter>,
  order: VaultOrder = VAULTS_BY_NAME,
  start: { skip: number } = { skip: 0 },
) {
  const { azure } = testAzure('default');
  const wanted = { filter: { ...everything, ...filter }, order, start, top: 3 };
  return listVaultPage(testArm(azure.fetch).arm, wanted);
}

const namesOf = async (...asked: Parameters<typeof page>) =>
  (await page(...asked)).rows.map(({ name }) => name);

test('all vaults of all subscriptions, a page at a time, each with what it says', async () => {
  const first = await page({});
  expect(first.total).toBe(6);
  expect(first.rows).toMatchObject([
    { name: 'rsv-apps-eus2', redundancy: 'GRS', crossSubscriptionRestore: null, movedFrom: null },
    { name: 'rsv-hq-neu', redundancy: 'ZRS', crossSubscriptionRestore: 'permanentlyDisabled' },
    {
      name: 'rsv-hr-weu',
      resourceGroup: 'rg-hr',
      region: 'westeurope',
      crossRegionRestore: false,
      movedFrom: corporate,
    },
  ]);
  expect(await namesOf({}, VAULTS_BY_NAME, { skip: 3 })).toEqual([
    'rsv-prod-weu',
    'rsv-shop-weu',
    'testVault',
  ]);
});

const inProduction = ['rsv-hr-weu', 'rsv-prod-weu', 'rsv-shop-weu'];

describe('a filter lets through', () => {
  test.each([
    ['a part of the name in any letter case', { search: 'WEU' }, inProduction],
    ['names with odd letters, of which there are none', { search: String.raw`a'\b` }, []],
    ['subscriptions', { subscriptions: [production] }, inProduction],
    ['regions', { regions: ['EastUS2', 'westus'] }, ['rsv-apps-eus2', 'testVault']],
    [
      'redundancies',
      { redundancies: ['lrs', 'zrs'] },
      ['rsv-hq-neu', 'rsv-hr-weu', 'rsv-shop-weu'],
    ],
    ['redundancies that are not reported', { redundancies: ['silent'] }, []],
    ['Cross Region Restore', { crossRegion: ['enabled'] }, ['rsv-prod-weu']],
    ['Cross Subscription Restore', { crossSubscription: ['disabled'] }, ['rsv-hr-weu']],
    [
      'what is not reported, which is not Disabled',
      { crossSubscription: ['silent'] },
      ['rsv-apps-eus2'],
    ],
    [
      'several states together, also one that is not reported',
      { crossSubscription: ['permanentlyDisabled', 'silent'] },
      ['rsv-apps-eus2', 'rsv-hq-neu'],
    ],
    [
      'what all filters let through',
      { search: 'rsv', subscriptions: [corporate], redundancies: ['grs'] },
      ['rsv-apps-eus2'],
    ],
  ] as const)('%s', async (_, filter, names) => {
    expect(await namesOf(filter)).toEqual(names);
  });
});

test.each(VAULT_SORTS)('sorted by %s up and down, no vault is on two pages', async (by) => {
  for (const isDescending of [false, true]) {
    const order = { by, isDescending };
    const names = [...(await namesOf({}, order)), ...(await namesOf({}, order, { skip: 3 }))];
    expect(names).toHaveLength(6);
    expect(new Set(names).size).toBe(6);
  }
});

test('what was typed never leaves its place in the question', () => {
  const text = vaultsQuestion(
    { ...everything, search: "x' or 1 == 1\n| take 1 //" },
    VAULTS_BY_NAME,
  );
  expect(text.split('\n')).toHaveLength(5);
  expect(text).toContain(String.raw`name contains 'x\' or 1 == 1 | take 1 //'`);
});
