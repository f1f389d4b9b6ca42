import * as z from 'zod/mini';
import { listReader } from '#src/api/arm/paging.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { maybe, pageOf } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { LISTED, unreadIn } from '#src/api/unread-settings.ts';
import { STORAGE_API_VERSION } from '#src/api/versions.ts';
import type { StorageAccount, StorageKind } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { Redundancy } from '#src/model/vaults.ts';

/** A storage account, `GET …/Microsoft.Storage/storageAccounts` of 2023-05-01. */
export const storageAccountWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  kind: maybe(z.string()),
  sku: maybe(z.looseObject({ name: maybe(z.string()) })),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      allowSharedKeyAccess: maybe(z.boolean()),
      networkAcls: maybe(
        z.looseObject({
          defaultAction: maybe(z.string()),
          ipRules: maybe(z.array(z.unknown())),
          virtualNetworkRules: maybe(z.array(z.unknown())),
        }),
      ),
    }),
  ),
});
export type StorageAccountWire = z.infer<typeof storageAccountWire>;

export const storageAccountPageWire = pageOf(storageAccountWire);

const KINDS: readonly StorageKind[] = [
  'StorageV2',
  'Storage',
  'BlobStorage',
  'BlockBlobStorage',
  'FileStorage',
];

const REDUNDANCY: Readonly<Record<string, Redundancy>> = {
  LRS: 'LRS',
  GRS: 'GRS',
  RAGRS: 'RA-GRS',
  ZRS: 'ZRS',
  GZRS: 'GZRS',
  RAGZRS: 'RA-GZRS',
};

/** A storage account as the product speaks of it (azure-contract §14). */
export function toStorageAccount(wire: StorageAccountWire): StorageAccount {
  const [tier, redundancy = ''] = (wire.sku?.name ?? '').split('_');
  const kind = KINDS.find((known) => known.toLowerCase() === wire.kind?.toLowerCase());
  return {
    id: resourceId(wire.id),
    name: wire.name,
    resourceGroup: parseResourceId(wire.id)?.resourceGroup ?? '',
    region: wire.location,
    kind: kind ?? null,
    redundancy: REDUNDANCY[redundancy.toUpperCase()] ?? null,
    tier: tier === 'Standard' || tier === 'Premium' ? tier : null,
    hasNetworkRules: rulesOf(wire),
    // Missing means allowed: the property is only ever written to forbid.
    allowsSharedKey: wire.properties?.allowSharedKeyAccess ?? true,
    ...unreadIn(wire, LISTED.account),
  };
}

function rulesOf(wire: StorageAccountWire): boolean | null {
  const acls = wire.properties?.networkAcls;
  if (acls === null || acls === undefined) return null;
  return acls.defaultAction?.toLowerCase() === 'deny';
}

/**
 * The storage accounts of a subscription, usable or not: `GET
 * /subscriptions/{sub}/providers/Microsoft.Storage/storageAccounts` (2023-05-01).
 */
export const listStorageAccounts = listReader(
  storageAccountPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Storage/storageAccounts?api-version=${STORAGE_API_VERSION}`,
  toStorageAccount,
);

/** `GET …/Microsoft.Storage/skus` of 2023-05-01 (S). */
const storageSkuWire = z.looseObject({
  resourceType: maybe(z.string()),
  name: z.string(),
  kind: maybe(z.string()),
  locations: maybe(z.array(z.string())),
  restrictions: maybe(
    z.array(z.looseObject({ type: maybe(z.string()), values: maybe(z.array(z.string())) })),
  ),
});
export type StorageSkuWire = z.infer<typeof storageSkuWire>;

export const storageSkuPageWire = pageOf(storageSkuWire);

/** The storage accounts of a subscription, usable or not. */
export const storageAccountsQuery = queryById('storage accounts', listStorageAccounts);
