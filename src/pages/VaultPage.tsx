import { getRouteApi } from '@tanstack/react-router';
import { vaults } from '#src/strings/vaults.ts';
import { PageHeader } from '#src/ui/page.tsx';
import { RouterButton } from '#src/ui/links.tsx';
import { EmptyState } from '#src/ui/states.tsx';

const route = getRouteApi('/vaults/$vaultId');

/** One vault: what it is, and where its points may be restored to. */
export function VaultPage() {
  const known = route.useLoaderData();
  if (known === null) {
    return (
      <>
        <PageHeader title={vaults.one.unknown} />
        <EmptyState title={vaults.one.unknownBody}>
          <RouterButton to="/vaults">{vaults.title}</RouterButton>
        </EmptyState>
      </>
    );
  }
  return <known.page.Page id={known.id} />;
}
