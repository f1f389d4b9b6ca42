import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  app01,
  beside,
  COMPUTE,
  diskId,
  machineId,
  machineOfDisks,
  NETWORK,
  nicId,
  nicIn,
  publicAddressId,
  withNic,
  writesAzure,
} from '#src/mocks/testing-writes.ts';
import { prodVault } from '#src/mocks/world/worlds/default-estate.ts';

/** No body makes a write throw, or leaves a resource that cannot be read. */

type Path = readonly (string | number)[];

/** The paths to all values of a body. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]));
  return [path, ...inner];
}

/** A body with another value at the end of a path. */
function withValue(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body)) {
    return body.map((one: unknown, index) =>
      String(index) === String(key) ? withValue(one, rest, value) : one,
    );
  }
  const entries = Object.entries(body ?? {}).map(([name, one]: [string, unknown]) => [
    name,
    name === String(key) ? withValue(one, rest, value) : one,
  ]);
  return Object.fromEntries(entries);
}

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('', '/', '__proto__', 'x'.repeat(3000), -1, 1e308, [], {}, null),
  fc.constantFrom<unknown>(app01.id, diskId('app01_OsDisk'), nicId('app01-nic0')),
);
const spoiled = (whole: unknown): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...pathsIn(whole)), odd)
    .map(([path, value]) => withValue(whole, path, value));

const SQL = 'api-version=2023-10-01';
const names = 'iaasvmcontainerv2;rg-app-prod;app01';
const itemOfApp01 = `${prodVault}/backupFabrics/Azure/protectionContainers/IaasVMContainer;${names}/protectedItems/VM;${names}`;

const extension = {
  location: 'westeurope',
  properties: { publisher: 'a', type: 'b', typeHandlerVersion: '1.0', settings: { c: 1 } },
};
const disks = {
  dataDisksToAttach: [{ diskId: diskId('new-data'), lun: 5, caching: 'None' }],
  dataDisksToDetach: [{ diskId: diskId('app01_DataDisk_0') }],
};
const patch = { tags: { a: 'b' }, identity: { type: 'None' }, properties: { licenseType: 'x' } };
const sql = {
  location: 'westeurope',
  properties: { virtualMachineResourceId: app01.id, sqlServerLicenseType: 'AHUB' },
};
const protection = {
  properties: {
    protectedItemType: 'Microsoft.Compute/virtualMachines',
    sourceResourceId: app01.id,
    policyId: `${prodVault}/backupPolicies/DefaultPolicy`,
  },
};
const whole = machineOfDisks({ availabilitySet: null, osProfile: null }, { tags: {}, plan: null });

test.each([
  ['PUT', machineId('built01'), COMPUTE, whole],
  ['PUT', app01.id, COMPUTE, whole],
  ['PATCH', app01.id, COMPUTE, patch],
  ['PATCH', app01.id, COMPUTE, { properties: whole.properties }],
  ['POST', `${app01.id}/attachDetachDataDisks`, COMPUTE, disks],
  ['PUT', `${app01.id}/extensions/x`, COMPUTE, extension],
  ['PUT', nicId('other-nic'), NETWORK, nicIn('default', { privateIPAddress: '10.20.0.9' })],
  ['PUT', nicId('app01-nic0'), NETWORK, nicIn('default')],
  ['PUT', beside('Microsoft.SqlVirtualMachine/sqlVirtualMachines', 'app01'), SQL, sql],
  ['PUT', itemOfApp01, 'api-version=2024-04-01', protection],
  ['PUT', publicAddressId('ip'), NETWORK, { location: 'westeurope', sku: {}, properties: {} }],
])('%s %s', async (method, id, version, body) => {
  await fc.assert(
    fc.asyncProperty(spoiled(body), async (given) => {
      const it = await withNic(writesAzure());
      const answer = await it.send(method, `${id}?${version}`, given);
      expect(answer.status).toBeLessThan(500);
      it.clock.add(120);
      const read = await it.get(`${id.replace(/\/attachDetachDataDisks$/, '')}?${version}`);
      expect([200, 404]).toContain(read.status);
      const group = app01.id.replace(/\/virtualMachines\/.*/, '');
      expect((await it.get(`${group}/virtualMachines?${COMPUTE}`)).status).toBe(200);
      expect((await it.get(`${group}/disks?api-version=2023-10-02`)).status).toBe(200);
      const cards = `${group.replace('Compute', 'Network')}/networkInterfaces?${NETWORK}`;
      expect((await it.get(cards)).status).toBe(200);
    }),
    { numRuns: 60 },
  );
});
