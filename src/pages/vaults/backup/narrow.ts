import type { BackupVault } from '#src/model/data-protection.ts';
import type { VaultFilter, VaultOrder } from '#src/model/vault-list.ts';

type Asked = Pick<VaultFilter, 'search' | 'subscriptions' | 'regions'>;

/** The Backup vaults that a filter lets through, in order: they are few, and read whole. */
export function narrowedVaults(
  all: readonly BackupVault[],
  { search, subscriptions, regions }: Asked,
  { by, isDescending }: VaultOrder,
): readonly BackupVault[] {
  const text = search.toLowerCase();
  const valueOf = VALUES[by] ?? VALUES.name;
  const direction = isDescending ? -1 : 1;
  return all
    .filter(({ name }) => name.toLowerCase().includes(text))
    .filter(({ subscriptionId }) => holds(subscriptions, subscriptionId))
    .filter(({ region }) => holds(regions, region))
    .toSorted((a, b) => direction * compared(valueOf(a), valueOf(b)) || compared(a.id, b.id));
}

const holds = (list: readonly string[], value: string): boolean =>
  list.length === 0 || list.some((one) => one.toLowerCase() === value.toLowerCase());

const name = (vault: BackupVault): string => vault.name.toLowerCase();
/** Other columns are those of Recovery Services vaults. */
const VALUES: Partial<Record<VaultOrder['by'], (vault: BackupVault) => string>> & {
  readonly name: (vault: BackupVault) => string;
} = {
  name,
  subscription: ({ subscriptionId }) => subscriptionId,
  region: ({ region }) => region,
};

function compared(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
