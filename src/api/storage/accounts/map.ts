import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { StorageAccountWire } from '#src/api/storage/accounts/wire.ts';
import type { Redundancy } from '#src/model/vaults.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { StorageAccount, StorageKind } from '#src/model/places.ts';

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
  };
}

function rulesOf(wire: StorageAccountWire): boolean | null {
  const acls = wire.properties?.networkAcls;
  if (acls === null || acls === undefined) return null;
  return acls.defaultAction?.toLowerCase() === 'deny';
}
