import { useQuery } from '@tanstack/react-query';
import { vaultAddress } from '#src/api/arm/address.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import { instances } from '#src/strings/instances.ts';

/** What tells a disk from others of its name. */
export function useAbout(item: DiskBackupInstance | undefined) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  if (item === undefined) return undefined;
  const { resourceGroup, vaultId, vaultName, subscriptionId } = item;
  return {
    before: [instances.datasources.disk, resourceGroup],
    vault: { address: vaultAddress(vaultId), name: vaultName },
    after: [names?.[subscriptionId.toLowerCase()] ?? subscriptionId],
  };
}
