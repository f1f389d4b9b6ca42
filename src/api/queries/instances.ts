import { queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import {
  getProtectedItem,
  listProtectedItems,
} from '#src/api/recovery-services/protected-items/ops.ts';
import { listRecoveryPoints } from '#src/api/recovery-services/recovery-points/ops.ts';
import { getVault, getVaultEncryption } from '#src/api/recovery-services/vaults/ops.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** All protected VMs, for lists. */
export const instancesQuery = () =>
  queryOptions({
    queryKey: ['instances'],
    queryFn: ({ signal }) => listProtectedItems(session(), signal),
  });

/** One protected item. */
export const instanceQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['instance', id.toLowerCase()],
    queryFn: ({ signal }) => getProtectedItem(session(), id, signal),
  });

/** The recovery points of one protected item. */
export const recoveryPointsQuery = (itemId: ResourceId) =>
  queryOptions({
    queryKey: ['recovery points', itemId.toLowerCase()],
    queryFn: ({ signal }) => listRecoveryPoints(session(), itemId, signal),
  });

/** One vault. */
export const vaultQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['vault', id.toLowerCase()],
    queryFn: ({ signal }) => getVault(session(), id, signal),
  });

/** Whose key a vault is encrypted with. */
export const vaultEncryptionQuery = (vaultId: ResourceId) =>
  queryOptions({
    queryKey: ['vault encryption', vaultId.toLowerCase()],
    queryFn: ({ signal }) => getVaultEncryption(session(), vaultId, signal),
  });
