import { getRouteApi } from '@tanstack/react-router';
import { vaultFromAddress } from '#src/api/arm/address.ts';
import { KnownVault } from '#src/pages/vault/KnownVault.tsx';
import { vaults } from '#src/strings/vaults.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

const route = getRouteApi('/vaults/$vaultId');

/** One vault: what it is, and where its points may be restored to. */
export function VaultPage() {
  const { vaultId } = route.useParams();
  const id = vaultFromAddress(vaultId);
  if (id === null) {
    return (
      <>
        <PageHeader title={vaults.one.unknown} />
        <EmptyState title={vaults.one.unknownBody}>
          <RouterButton to="/vaults">{vaults.title}</RouterButton>
        </EmptyState>
      </>
    );
  }
  return <KnownVault id={id} />;
}
