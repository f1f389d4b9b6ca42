import { describe, expect, test } from 'vitest';
import { app01, refusalOf, writesAzure } from '#src/mocks/testing-writes.ts';
import type { Seed } from '#src/mocks/world/seed.ts';
import { hqVault, prodVault } from '#src/mocks/world/worlds/default-estate.ts';
import { defaultWorld } from '#src/mocks/world/worlds/default.ts';

/** Which machines a vault has seen, and the requests that let it look and protect. */

const version = 'api-version=2024-04-01';
const onlyMachines = "$filter=backupManagementType eq 'AzureIaasVM'";
const listOf = (vault: string) => `${vault}/backupProtectableItems?${version}&${onlyMachines}`;

const free = {
  instances: defaultWorld.instances.filter(({ machineId }) => machineId !== app01.id),
};
const inVault = (change: object): Partial<Seed> => ({
  ...free,
  vaults: defaultWorld.vaults.map((one) => (one.id === prodVault ? { ...one, ...change } : one)),
});

describe('a vault lists', () => {
  test('machines of its region and subscription that no vault protects', async () => {
    const { get } = writesAzure(free);
    const own = await (await get(listOf(prodVault))).text();
    expect(own).toContain('"friendlyName":"app01"');
    expect(own).not.toContain('sql-erp-02');
    expect(await (await get(listOf(hqVault))).text()).not.toContain('app01');
  });

  test.each([
    ['without a filter', ''],
    ['with one of another kind', "&$filter=backupManagementType eq 'MAB'"],
    ['with one that means nothing', "&$filter=colour eq 'red'"],
  ])('no machine %s', async (_, filter) => {
    const { get } = writesAzure(free);
    const answer = await get(`${prodVault}/backupProtectableItems?${version}${filter}`);
    expect(await refusalOf(answer)).toBe('400 BMSUserErrorInvalidInput');
  });

  test('policies of the requested kind, and none by a strange filter', async () => {
    const { get } = writesAzure();
    const listed = async (filter: string) =>
      (await get(`${prodVault}/backupPolicies?${version}${filter}`)).text();
    expect(await listed('')).toMatch(/DefaultPolicy.*HourlyLogBackup/);
    expect(await listed(`&${onlyMachines}`)).not.toContain('HourlyLogBackup');
    expect(await listed("&$filter=backupManagementType eq 'AzureWorkload'")).not.toContain(
      'Default',
    );
    expect(await listed("&$filter=colour eq 'red'")).toContain('BMSUserErrorInvalidInput');
  });
});

describe('a look for new machines', () => {
  const refresh = `${prodVault}/backupFabrics/Azure/refreshContainers?${version}`;

  test('is followed by its Location alone, and answers nothing at its end', async () => {
    const { send, get, clock } = writesAzure(free);
    const answer = await send('POST', refresh);
    expect([answer.status, answer.headers.get('azure-asyncoperation')]).toEqual([202, null]);
    const location = answer.headers.get('location') ?? '';
    const running = await get(location);
    expect([running.status, running.headers.get('location')]).toEqual([202, location]);
    clock.add(60);
    expect((await get(location)).status).toBe(204);
    const other = location.replace(/operationResults\/[^?]+/, 'operationResults/none');
    expect(await refusalOf(await get(other))).toBe('404 OperationNotFound');
  });

  test.each([{ isForbidden: true }, { isReadOnly: true }])(
    'is not allowed with %j',
    async (change) => {
      const { send } = writesAzure(inVault(change));
      expect(await refusalOf(await send('POST', refresh))).toBe('403 AuthorizationFailed');
    },
  );
});

describe('a request to protect', () => {
  const names = 'iaasvmcontainerv2;rg-app-prod;app01';
  const item = (name = names) =>
    `${prodVault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${name}/protectedItems/VM;${name}?${version}`;
  const properties = {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    sourceResourceId: app01.id,
    policyId: `${prodVault}/backupPolicies/DefaultPolicy`,
  };

  test('is taken once at a time, and followed before there is an item', async () => {
    const { send, get, clock } = writesAzure(free);
    const answer = await send('PUT', item(), { properties });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([202, '60']);
    expect(await refusalOf(await send('PUT', item(), { properties }))).toBe('409 Conflict');
    expect((await get(item())).status).toBe(404);
    const [status = '', location = ''] = ['azure-asyncoperation', 'location'].map(
      (name) => answer.headers.get(name) ?? '',
    );
    expect(await (await get(status)).text()).toContain('"status":"InProgress"');
    expect((await get(location)).status).toBe(202);
    clock.add(60);
    expect(await (await get(status)).text()).toContain('"status":"Succeeded"');
    expect(await (await get(location)).text()).toContain('"protectionState":"IRPending"');
    expect((await get(item())).status).toBe(200);
  });

  test.each<[string, string, unknown, string]>([
    ['no body', names, undefined, '400 BMSUserErrorInvalidInput'],
    [
      'another kind of item',
      names,
      { properties: { ...properties, protectedItemType: 'x' } },
      '400 BMSUserErrorInvalidInput',
    ],
    [
      'names of another machine',
      'iaasvmcontainerv2;rg-app-prod;other',
      { properties },
      '400 BMSUserErrorInvalidConfigureProtectionRequest',
    ],
    [
      'the end of what is no item',
      names,
      { properties: { ...properties, protectionState: 'ProtectionStopped' } },
      '404 BMSUserErrorDataSourceObjectNotFound',
    ],
  ])('with %s is refused', async (_, name, body, refusal) => {
    const { send } = writesAzure(free);
    expect(await refusalOf(await send('PUT', item(name), body))).toBe(refusal);
  });

  test('stops backups and keeps points, and a policy lets them go on', async () => {
    const { send, get, clock } = writesAzure();
    const stateAfter = async (change: object) => {
      await send('PUT', item(), { properties: { ...properties, ...change } });
      clock.add(60);
      const text = await (await get(item())).text();
      return [/"protectionState":"(\w+)"/.exec(text)?.[1], /"policyName":"(\w+)"/.exec(text)?.[1]];
    };
    const points = async () =>
      (await (await get(item().replace('?', '/recoveryPoints?'))).text()).length;
    const before = await points();
    const stopped = await stateAfter({ protectionState: 'ProtectionStopped', policyId: '' });
    expect(stopped).toEqual(['ProtectionStopped', 'EnhancedDaily']);
    const jobs = await (await get(`${prodVault}/backupJobs?${version}`)).text();
    expect(jobs).toContain('"operation":"DisableBackup"');
    expect(await stateAfter({})).toEqual(['Protected', 'DefaultPolicy']);
    expect(await points()).toBe(before);
  });
});
