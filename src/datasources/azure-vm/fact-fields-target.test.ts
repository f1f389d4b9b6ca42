import * as z from 'zod/mini';
import { expect, test } from 'vitest';
import { permissionPageWire, roleAssignmentPageWire } from '#src/api/authorization.ts';
import { diskAccessPageWire, diskEncryptionSetPageWire } from '#src/api/compute/disks.ts';
import { machinePageWire } from '#src/api/compute/machines.ts';
import { sizePageWire } from '#src/api/compute/sizes.ts';
import { virtualNetworkPageWire } from '#src/api/network/networks.ts';
import { locationPageWire, resourceGroupPageWire } from '#src/api/resources/places.ts';
import { storageAccountPageWire } from '#src/api/storage/accounts.ts';
import type { TARGET_NOT_READ } from '#src/datasources/azure-vm/reads.ts';
import { factFieldsOf, hasField } from '#src/datasources/azure-vm/testing-fields.ts';

/** The shape of the answer of each read about where the restore goes. */
const WIRES: Readonly<Record<keyof typeof TARGET_NOT_READ, z.ZodMiniType>> = {
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

test.each(factFieldsOf(WIRES))('%s comes from fields of an answer of %s', (_, read, paths) => {
  const schema = z.toJSONSchema(WIRES[read], { io: 'input' });
  expect(paths.filter((path) => !hasField(schema, path))).toEqual([]);
});
