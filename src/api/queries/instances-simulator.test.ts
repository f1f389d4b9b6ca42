import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { readWholeList, type ReadPage } from '#src/api/queries/whole-list.ts';
import { listInstancePage } from '#src/api/recovery-services/items.ts';
import { listTags } from '#src/api/resource-graph/query.ts';
import { listUnreadVaults } from '#src/api/recovery-services/vaults.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { testAzure } from '#src/mocks/testing.ts';
import {
  BY_NAME,
  EVERYTHING,
  type InstanceFilter,
  type ProtectedItem,
} from '#src/model/instances.ts';
import { tagValue } from '#src/model/machines.ts';

/** Lists of instances, against the simulated Azure. */

function azureOf(scenario: ScenarioId, faults: readonly Fault[] = []) {
  const { azure } = testAzure({ ...originOf(scenario), faults });
  return testArm((request) => azure.fetch(request)).arm;
}

const filtered = (filter: Partial<InstanceFilter>) => ({ ...EVERYTHING, ...filter });

const first = async (scenario: ScenarioId, filter: Partial<InstanceFilter>) =>
  listInstancePage(azureOf(scenario), {
    filter: filtered(filter),
    order: BY_NAME,
    start: { skip: 0 },
    top: 200,
  });

describe('what a filter asks is what Azure answers', () => {
  test('machines that are gone, and those that are there', async () => {
    const gone = await first('default', { sources: ['deleted'] });
    expect(gone.rows.map(({ friendlyName }) => friendlyName)).toEqual(['old-crm-01']);
    expect((await first('default', { sources: ['exists'] })).total).toBe(
      defaultWorld.instances.length - 1,
    );
  });

  test('health, subscription, region and vault together with a name', async () => {
    const all = (await first('default', {})).rows;
    const wanted = all.find(({ friendlyName }) => friendlyName === 'app01');
    const found = await first('default', {
      search: 'PP0',
      healths: ['passed'],
      subscriptions: [wanted?.subscriptionId ?? ''],
      regions: [wanted?.region ?? ''],
      vaults: wanted === undefined ? [] : [wanted.vaultId],
    });
    expect(found.rows).toEqual([wanted]);
  });

  test('a tag of the source machine, in its own letter case', async () => {
    const names = async (filter: Partial<InstanceFilter>) =>
      (await first('default', filter)).rows.map(({ friendlyName }) => friendlyName);
    const prod = { name: 'env', value: 'prod' };
    expect(await names({ tags: [prod] })).toEqual(['app01', 'sql-erp-02']);
    expect(await names({ tags: [prod, { name: 'env', value: 'stage' }] })).toContain('web-fe-07');
    expect(await names({ tags: [{ name: 'env', value: 'PROD' }] })).toEqual([]);
    expect(await names({ tags: [{ name: "o'", value: "' or 1" }] })).toEqual([]);
    // Nothing reports the tags of a VM that is gone.
    expect(await names({ tags: [prod], sources: ['deleted'] })).toEqual([]);
    expect(await names({ tags: [prod], sources: ['exists'] })).toHaveLength(2);
  });

  test('the tags that can be filtered by are those of VMs, each once', async () => {
    const found = await listTags(azureOf('default'), ['microsoft.compute/virtualmachines']);
    expect(found.map(tagValue)).toEqual([
      'application:orders',
      'cost-center:4711',
      'env:prod',
      'env:stage',
      'owner:team-orders',
    ]);
  });

  test('a name with a quote finds nothing and breaks nothing', async () => {
    expect((await first('default', { search: "o'\\' | count" })).total).toBe(0);
  });

  test('unknown health is whatever is none of the known words', async () => {
    expect((await first('default', { healths: ['unknown'] })).total).toBe(0);
    expect((await first('default', { healths: ['unknown', 'actionRequired'] })).total).toBe(1);
  });
});

test('a file of many pages is whole, also when a page token expires on the way', async () => {
  const expired: Fault = {
    id: 'expired',
    match: { operation: 'resourceGraph.query' },
    times: 1,
    effect: { kind: 'expire-page-token' },
  };
  const arm = azureOf('scale', [expired]);
  const read: ReadPage<ProtectedItem> = (wanted, signal) =>
    listInstancePage(
      arm,
      { filter: filtered({ search: 'adfs' }), order: BY_NAME, ...wanted },
      signal,
    );
  const counts: number[] = [];
  const rows = await readWholeList({
    read,
    from: { rows: [], total: null },
    onProgress: (soFar) => void counts.push(soFar.rows.length),
    signal: new AbortController().signal,
  });
  expect(counts.length).toBeGreaterThan(2);
  expect(new Set(rows.map(({ id }) => id.toLowerCase())).size).toBe(rows.length);
  expect(rows.every(({ friendlyName }) => friendlyName.includes('adfs'))).toBe(true);
});

test('names the vaults that cannot be looked into', async () => {
  expect(await listUnreadVaults(azureOf('default'))).toEqual({ vaults: [], isChecked: true });
  const { vaults } = await listUnreadVaults(azureOf('vault-without-rights'));
  expect(vaults.map(({ name }) => name)).toEqual(['rsv-hr-weu']);
});
