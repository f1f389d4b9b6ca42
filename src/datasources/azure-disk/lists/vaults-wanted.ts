import { placesIn } from '#src/api/arm/address.ts';
import { type Address, addressReader, sortBy, type Wanted } from '#src/lib/address-values.ts';
import { sortedBy } from '#src/lib/list.ts';
import type { BackupVault } from '#src/model/backup-vaults.ts';
import {
  VAULT_SORTS,
  type VaultFilter,
  type VaultOrder,
  VAULTS_BY_NAME,
} from '#src/model/vaults.ts';

type BackupVaultFilter = Pick<VaultFilter, 'search' | 'subscriptions' | 'regions'>;

/** What an address asks for; its settings are those of Recovery Services vaults, and wait for them. */
export function vaultsWanted(address: Address): Wanted<BackupVaultFilter, VaultOrder> {
  const reader = addressReader(address);
  const { search, subscriptions, regions } = placesIn(reader);
  const order = reader.one('sort', sortBy(VAULT_SORTS)) ?? VAULTS_BY_NAME;
  return { filter: { search, subscriptions, regions }, order, ignored: reader.ignored() };
}

/** The Backup vaults that a filter lets through, in order: they are few, and read whole. */
export function narrowedVaults(
  all: readonly BackupVault[],
  { search, subscriptions, regions }: BackupVaultFilter,
  { by, isDescending }: VaultOrder,
): readonly BackupVault[] {
  const text = search.toLowerCase();
  const rows = all
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter(({ subscriptionId }) => holds(subscriptions, subscriptionId))
    .filter(({ region }) => holds(regions, region));
  return sortedBy(rows, (vault) => valueOf(vault, by), isDescending);
}

const holds = (list: readonly string[], value: string): boolean =>
  list.length === 0 || list.some((one) => one.toLowerCase() === value.toLowerCase());

/** Other columns are those of Recovery Services vaults. */
function valueOf({ name, subscriptionId, region }: BackupVault, by: VaultOrder['by']): string {
  if (by === 'subscription') return subscriptionId;
  return by === 'region' ? region : name.toLowerCase();
}
