import { describe, expect, test } from 'vitest';
import { testArm } from '#src/api/arm/testing.ts';
import { type ReadPage, readWholeList } from '#src/api/queries/paged.ts';
import {
  instancesQuestion,
  listInstancePage,
  protectedItemWire,
  type ProtectedItemWire,
  toProtectedItem,
} from '#src/api/recovery-services/items.ts';
import { listUnreadVaults } from '#src/api/recovery-services/vaults.ts';
import { listTags } from '#src/api/resource-graph/query.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { originOf, type ScenarioId } from '#src/mocks/scenarios.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';
import {
  BY_NAME,
  EVERYTHING,
  type InstanceFilter,
  type ProtectedItem,
} from '#src/model/instances.ts';
import { tagValue } from '#src/model/machines.ts';
import { resourceId } from '#src/model/resource-id.ts';

const vault =
  '/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-vault/providers/Microsoft.RecoveryServices/vaults/vault-a';
const machine =
  '/subscriptions/22222222-2222-2222-2222-222222222222/resourceGroups/rg-app/providers/Microsoft.Compute/virtualMachines/vm-web';
const exampleId = `${vault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-app;vm-web/protectedItems/VM;iaasvmcontainerv2;rg-app;vm-web`;

const itemOf = (properties: Partial<ProtectedItemWire['properties']>, itemId = exampleId) =>
  toProtectedItem(
    protectedItemWire.parse({
      id: itemId,
      name: 'VM;iaasvmcontainerv2;rg-app;vm-web',
      properties: { protectedItemType: 'Microsoft.Compute/virtualMachines', ...properties },
    }),
  );

test('a protected item knows its vault from its id and its machine from its properties', () => {
  const item = itemOf({
    friendlyName: 'vm-web',
    sourceResourceId: machine,
    virtualMachineId: '/other',
    protectionState: 'Protected',
    healthStatus: 'Passed',
    policyName: 'daily',
    lastBackupStatus: 'Completed',
    lastBackupTime: '2025-05-08T08:38:46.1002122Z',
    lastRecoveryPoint: '2025-05-08T08:39:00Z',
    vaultId: `https://management.azure.com${vault}`,
  });
  expect(item).toEqual({
    id: exampleId,
    vaultId: vault,
    vaultName: 'vault-a',
    subscriptionId: '11111111-1111-1111-1111-111111111111',
    region: null,
    friendlyName: 'vm-web',
    resourceGroup: 'rg-app',
    sourceResourceId: machine,
    deployment: 'arm',
    health: 'passed',
    deletion: null,
    protectionState: 'Protected',
    policyName: 'daily',
    lastBackupStatus: 'completed',
    lastBackupAt: Date.parse('2025-05-08T08:38:46.100Z'),
    lastRecoveryPointAt: Date.parse('2025-05-08T08:39:00Z'),
  });
});

describe('what is missing is not made up', () => {
  test('an item that was never backed up has no times', () => {
    expect(
      itemOf({ lastBackupTime: '0001-01-01T00:00:00Z', lastRecoveryPoint: null }),
    ).toMatchObject({
      lastBackupAt: null,
      lastRecoveryPointAt: null,
    });
  });

  test('an item without its source has the names that are in its ID, and no more', () => {
    expect(itemOf({}, `${vault}/protectedItems/x`)).toMatchObject({
      friendlyName: '',
      resourceGroup: '',
    });
    expect(itemOf({})).toMatchObject({
      friendlyName: 'vm-web',
      resourceGroup: 'rg-app',
      sourceResourceId: '',
      health: 'unknown',
      protectionState: '',
    });
  });

  test('the machine’s own id stands in for a missing source and a missing name', () => {
    expect(itemOf({ virtualMachineId: machine })).toMatchObject({
      sourceResourceId: machine,
      friendlyName: 'vm-web',
      resourceGroup: 'rg-app',
    });
  });
});

test.each([
  ['Passed', 'passed'],
  ['ActionSuggested', 'actionSuggested'],
  ['actionrequired', 'actionRequired'],
  ['Invalid', 'unknown'],
  ['Splendid', 'unknown'],
])('health %s is %s', (healthStatus, expected) => {
  expect(itemOf({ healthStatus }).health).toBe(expected);
});

test.each([
  ['Microsoft.Compute/virtualMachines', 'arm'],
  ['Microsoft.ClassicCompute/virtualMachines', 'classic'],
  ['microsoft.classiccompute/virtualmachines', 'classic'],
  ['AzureIaaSVMProtectedItem', 'arm'],
])('an item of type %s is of deployment %s', (protectedItemType, expected) => {
  expect(itemOf({ protectedItemType }).deployment).toBe(expected);
});

test('the id of an official example, without a fabric and in other letter case, still has its vault', () => {
  const odd = `${vault.toLowerCase()}/protectedItems/VM;a;b`;
  expect(itemOf({}, odd)).toMatchObject({
    id: odd,
    vaultId: vault.toLowerCase(),
    vaultName: 'vault-a',
  });
});

const questionFor = (filter: object) => instancesQuestion({ ...EVERYTHING, ...filter }, BY_NAME);

describe('the question for a list of protected items', () => {
  test('of all is the published one', () => {
    expect(questionFor({}).split('\n')).toEqual([
      'recoveryservicesresources',
      "| where type in~ ('microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems')",
      "| where properties.backupManagementType =~ 'AzureIaasVM'",
      '| order by tolower(tostring(properties.friendlyName)) asc, id asc',
      '| project id, name, type, location, subscriptionId, properties',
    ]);
  });

  test('takes what was typed as text, whatever it is', () => {
    expect(questionFor({ search: "o'\\ne\n| count" })).toContain(
      String.raw`| where properties.friendlyName contains 'o\'\\ne | count'`,
    );
  });

  test('keeps to a vault by its id', () => {
    expect(questionFor({ vaults: [resourceId('/a/v'), resourceId('/a/w')] })).toContain(
      "| where id startswith '/a/v/' or id startswith '/a/w/'",
    );
  });

  test('counts every word that is not known as unknown health, and what is deleted softly as no other', () => {
    const known = "properties.healthStatus in~ ('Passed', 'ActionSuggested', 'ActionRequired')";
    const deleted = "tostring(properties.isScheduledForDeferredDelete) =~ 'true'";
    expect(questionFor({ healths: ['passed'] })).toContain(
      `where not(${deleted}) and (properties.healthStatus in~ ('Passed'))`,
    );
    expect(questionFor({ healths: ['unknown'] })).toContain(
      `| where not(${deleted}) and (not(${known}))`,
    );
    expect(questionFor({ healths: ['passed', 'unknown'] })).toContain(
      `| where not(${deleted}) and (properties.healthStatus in~ ('Passed') or not(${known}))`,
    );
    expect(questionFor({ healths: ['softDeleted'] })).toContain(`| where ${deleted}\n`);
    expect(questionFor({ healths: ['passed', 'softDeleted'] })).toContain(
      `| where ${deleted} or properties.healthStatus in~ ('Passed')`,
    );
  });

  test('keeps to old restore points by the shortest age, those without any included', () => {
    const at = 'todatetime(properties.lastRecoveryPoint)';
    expect(questionFor({ older: ['7d', '24h'] })).toContain(
      `| where isnull(${at}) or ${at} < ago(24h)`,
    );
    expect(questionFor({ older: ['none', '48h'] })).toContain('ago(48h)');
    expect(questionFor({ older: ['none'] })).toContain(`| where isnull(${at})\n`);
    expect(questionFor({})).not.toContain('lastRecoveryPoint');
  });

  test('joins the machines only to tell those that are there from those that are gone', () => {
    expect(questionFor({})).not.toContain('join');
    expect(questionFor({ sources: ['exists', 'deleted'] })).not.toContain('join');
    expect(questionFor({ sources: ['deleted'] })).toContain('| where isnull(isThere)');
    expect(questionFor({ sources: ['exists'] })).toContain('| where isnotnull(isThere)');
  });

  test('breaks ties by id, or pages would overlap', () => {
    const question = instancesQuestion(EVERYTHING, { by: 'lastPoint', isDescending: true });
    expect(question).toContain('order by todatetime(properties.lastRecoveryPoint) desc, id asc');
  });
});

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
