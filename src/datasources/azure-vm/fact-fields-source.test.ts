import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { permissionPageWire } from '#src/api/authorization.ts';
import { diskWire } from '#src/api/compute/disks.ts';
import { machineWire } from '#src/api/compute/machines.ts';
import {
  loadBalancerWire,
  networkInterfaceWire,
  publicAddressWire,
} from '#src/api/network/interfaces.ts';
import { networkSubnetWire } from '#src/api/network/networks.ts';
import { protectedItemWire } from '#src/api/recovery-services/items.ts';
import { recoveryPointPageWire } from '#src/api/recovery-services/points.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults.ts';
import { subscriptionPageWire } from '#src/api/resources/places.ts';
import type { ReadName, TARGET_NOT_READ } from '#src/datasources/azure-vm/reads.ts';
import { factFieldsOf, hasField } from '#src/datasources/azure-vm/testing-fields.ts';

/** The shape of the answer of each read about the source. */
const WIRES: Readonly<Record<Exclude<ReadName, keyof typeof TARGET_NOT_READ>, z.ZodMiniType>> = {
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
};

test.each(factFieldsOf(WIRES))('%s comes from fields of an answer of %s', (_, read, paths) => {
  const schema = z.toJSONSchema(WIRES[read], { io: 'input' });
  expect(paths.filter((path) => !hasField(schema, path))).toEqual([]);
});

test('a field that no answer has is found out', () => {
  const schema = z.toJSONSchema(machineWire, { io: 'input' });
  expect(hasField(schema, 'properties.osType')).toBe(false);
  expect(hasField(schema, 'properties.storageProfile.osDisk.osType')).toBe(true);
});
