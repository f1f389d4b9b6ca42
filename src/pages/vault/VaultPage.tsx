import { getRouteApi } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { vaultFromAddress } from '#src/api/arm/address.ts';
import { type Datasource, datasourceOf } from '#src/model/instance-list.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { KnownBackupVault } from '#src/pages/vault/backup/KnownBackupVault.tsx';
import { KnownVault } from '#src/pages/vault/KnownVault.tsx';
import { vaults } from '#src/strings/vaults.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';
import { RouterButton } from '#src/ui/RouterLink.tsx';
import { EmptyState } from '#src/ui/states/EmptyState.tsx';

/** What draws the page of a vault, by what the vault protects. */
const KNOWN: Readonly<Record<Datasource, ComponentType<{ readonly id: ResourceId }>>> = {
  vm: KnownVault,
  disk: KnownBackupVault,
};

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
  const Known = KNOWN[datasourceOf(id)];
  return <Known id={id} />;
}
