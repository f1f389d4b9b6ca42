import { vaultAddress } from '#src/api/arm/address.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';
import { RouterLink } from '#src/ui/RouterLink.tsx';

/** The way to the vault that keeps the points. */
export function VaultLink({
  item,
}: {
  readonly item: Pick<ProtectedItem, 'vaultId' | 'vaultName'>;
}) {
  return (
    <RouterLink to="/vaults/$vaultId" params={{ vaultId: vaultAddress(item.vaultId) }}>
      {item.vaultName}
    </RouterLink>
  );
}
