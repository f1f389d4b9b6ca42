import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { permissionPageWire } from '#src/api/authorization/permissions/wire.ts';
import { diskAccessPageWire } from '#src/api/compute/disk-accesses/wire.ts';
import { diskWire } from '#src/api/compute/disks/wire.ts';
import { diskEncryptionSetPageWire } from '#src/api/compute/encryption-sets/wire.ts';
import { machinePageWire, machineWire } from '#src/api/compute/machines/wire.ts';
import { virtualNetworkPageWire } from '#src/api/network/virtual-networks/wire.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { recoveryPointPageWire } from '#src/api/recovery-services/recovery-points/wire.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { resourceGroupPageWire } from '#src/api/resources/groups/wire.ts';
import { locationPageWire } from '#src/api/resources/locations/wire.ts';
import { subscriptionPageWire } from '#src/api/resources/subscriptions/wire.ts';
import { storageAccountPageWire } from '#src/api/storage/accounts/wire.ts';
import { FACT_SOURCES } from '#src/wizard/draft/fact-sources.ts';
import type { WireField } from '#src/wizard/draft/sources/fact-source.ts';
import type { ReadName } from '#src/wizard/draft/sources/read-sources.ts';

/** The shape of each read's answer. */
const WIRES: Readonly<Record<ReadName, z.ZodMiniType>> = {
  instance: protectedItemWire,
  points: recoveryPointPageWire,
  vault: vaultWire,
  vaultEncryption: vaultEncryptionWire,
  machine: machineWire,
  disks: diskWire,
  subscriptions: subscriptionPageWire,
  groups: resourceGroupPageWire,
  accounts: storageAccountPageWire,
  networks: virtualNetworkPageWire,
  machineNames: machinePageWire,
  encryptionSets: diskEncryptionSetPageWire,
  diskAccesses: diskAccessPageWire,
  regions: locationPageWire,
  permissions: permissionPageWire,
};

/** Something of a JSON schema, by its key. */
function at(schema: unknown, key: string): unknown {
  if (typeof schema !== 'object' || schema === null) return undefined;
  return new Map<string, unknown>(Object.entries(schema)).get(key);
}

/** Whether a shape has a field at a path such as `value[].properties.subnets[].name`. */
function has(schema: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (schema === undefined) return false;
  const choices = at(schema, 'anyOf');
  if (Array.isArray(choices)) return choices.some((one) => has(one, path));
  if (first === undefined) return true;
  return has(first === '[]' ? at(schema, 'items') : at(at(schema, 'properties'), first), rest);
}

const told: (readonly [string, WireField])[] = Object.entries(FACT_SOURCES).flatMap(
  ([fact, source]): (readonly [string, WireField])[] => {
    if (source.from === 'azure') return source.ways.flat().map((field) => [fact, field]);
    return source.from === 'operator' && source.unless !== undefined ? [[fact, source.unless]] : [];
  },
);

test.each(told)('%s is a field of its answer', (_, [read, fields]) => {
  const schema = z.toJSONSchema(WIRES[read], { io: 'input' });
  const isLacking = (field: string) => !has(schema, field.replaceAll('[]', '.[]').split('.'));
  expect(fields.split(', ').filter(isLacking)).toEqual([]);
});

test('a field that no answer has is found out', () => {
  const schema = z.toJSONSchema(machineWire, { io: 'input' });
  expect(has(schema, ['properties', 'osType'])).toBe(false);
  expect(has(schema, ['properties', 'storageProfile', 'osDisk', 'osType'])).toBe(true);
});
