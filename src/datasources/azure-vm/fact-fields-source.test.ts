import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { permissionPageWire } from '#src/api/authorization/permissions/wire.ts';
import { networkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import { loadBalancerWire } from '#src/api/network/load-balancers/wire.ts';
import { publicAddressWire } from '#src/api/network/public-addresses/wire.ts';
import { networkSubnetWire } from '#src/api/network/subnets/wire.ts';
import { diskWire } from '#src/api/compute/disks/wire.ts';
import { machineWire } from '#src/api/compute/machines/wire.ts';
import { protectedItemWire } from '#src/api/recovery-services/protected-items/wire.ts';
import { recoveryPointPageWire } from '#src/api/recovery-services/recovery-points/wire.ts';
import { vaultEncryptionWire, vaultWire } from '#src/api/recovery-services/vaults/wire.ts';
import { subscriptionPageWire } from '#src/api/resources/subscriptions/wire.ts';
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
