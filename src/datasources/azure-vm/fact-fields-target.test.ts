import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { permissionPageWire } from '#src/api/authorization/permissions/wire.ts';
import { roleAssignmentPageWire } from '#src/api/authorization/role-assignments/wire.ts';
import { sizePageWire } from '#src/api/compute/sizes/wire.ts';
import { diskAccessPageWire } from '#src/api/compute/disk-accesses/wire.ts';
import { diskEncryptionSetPageWire } from '#src/api/compute/encryption-sets/wire.ts';
import { machinePageWire } from '#src/api/compute/machines/wire.ts';
import { virtualNetworkPageWire } from '#src/api/network/virtual-networks/wire.ts';
import { resourceGroupPageWire } from '#src/api/resources/groups/wire.ts';
import { locationPageWire } from '#src/api/resources/locations/wire.ts';
import { storageAccountPageWire } from '#src/api/storage/accounts/wire.ts';
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
