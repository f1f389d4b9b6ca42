import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { permissionPageWire, roleAssignmentPageWire } from '#src/api/authorization.ts';
import { diskAccessPageWire, diskEncryptionSetPageWire, diskWire } from '#src/api/compute/disks.ts';
import { machinePageWire, machineWire } from '#src/api/compute/machines.ts';
import { sizePageWire } from '#src/api/compute/sizes.ts';
import {
  loadBalancerWire,
  networkInterfaceWire,
  networkSubnetWire,
  publicAddressWire,
  virtualNetworkPageWire,
} from '#src/api/network.ts';
import { protectedItemWire } from '#src/api/recovery-services/items.ts';
import { recoveryPointPageWire } from '#src/api/recovery-services/points.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults.ts';
import {
  locationPageWire,
  resourceGroupPageWire,
  subscriptionPageWire,
} from '#src/api/resources/places.ts';
import { storageAccountPageWire } from '#src/api/storage-accounts.ts';
import { VM_FACTS } from '#src/datasources/azure-vm/facts.ts';
import type { ReadName } from '#src/datasources/azure-vm/reads.ts';

/** The fields of each fact in the table of sources, each with its read and their paths. */
const FACT_FIELDS = Object.entries(VM_FACTS).flatMap(([fact, source]) => {
  const fields = source.from === 'azure' ? source.fieldGroups.flat() : [];
  const unless = source.from === 'operator' ? (source.unless ?? []) : [];
  return [...fields, ...unless].map(([read, paths]) => [fact, read, paths.split(', ')] as const);
});

/** Whether an answer's JSON schema has a field at a path such as `value[].properties.subnets[].name`. */
function hasField(schema: unknown, path: string): boolean {
  return has(schema, path.replaceAll('[]', '.[]').split('.'));
}

function has(schema: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (schema === undefined) return false;
  const choices = at(schema, 'anyOf');
  if (Array.isArray(choices)) return choices.some((one) => has(one, path));
  if (first === undefined) return true;
  return has(first === '[]' ? at(schema, 'items') : at(at(schema, 'properties'), first), rest);
}

/** Something of a JSON schema, by its key. */
function at(schema: unknown, key: string): unknown {
  if (typeof schema !== 'object' || schema === null) return undefined;
  return new Map<string, unknown>(Object.entries(schema)).get(key);
}

/** The shape of the answer of each read. */
const WIRES: Readonly<Record<ReadName, z.ZodMiniType>> = {
  instance: protectedItemWire,
  points: recoveryPointPageWire,
  secondaryPoints: recoveryPointPageWire,
  vault: vaultWire,
  vaultEncryption: vaultEncryptionWire,
  machine: machineWire,
  disks: diskWire,
  subscriptions: subscriptionPageWire,
  vaultPermissions: permissionPageWire,
  interfaces: networkInterfaceWire,
  subnets: networkSubnetWire,
  publicAddresses: publicAddressWire,
  balancers: loadBalancerWire,
  groups: resourceGroupPageWire,
  accounts: storageAccountPageWire,
  networks: virtualNetworkPageWire,
  machineNames: machinePageWire,
  encryptionSets: diskEncryptionSetPageWire,
  diskAccesses: diskAccessPageWire,
  regions: locationPageWire,
  ownRegions: locationPageWire,
  permissions: permissionPageWire,
  sizes: sizePageWire,
  stagingGrants: roleAssignmentPageWire,
  groupGrants: roleAssignmentPageWire,
};

test.each(FACT_FIELDS)('%s comes from fields of an answer of %s', (_, read, paths) => {
  const schema = z.toJSONSchema(WIRES[read], { io: 'input' });
  expect(paths.filter((path) => !hasField(schema, path))).toEqual([]);
});

test('a field that no answer has is found out', () => {
  const schema = z.toJSONSchema(machineWire, { io: 'input' });
  expect(hasField(schema, 'properties.osType')).toBe(false);
  expect(hasField(schema, 'properties.storageProfile.osDisk.osType')).toBe(true);
});
