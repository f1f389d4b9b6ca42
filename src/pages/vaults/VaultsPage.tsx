import { vaults } from '#src/strings/vaults.ts';
import { PageHeader } from '#src/ui/PageHeader.tsx';

/** All vaults over all subscriptions. */
export function VaultsPage() {
  return <PageHeader title={vaults.title} />;
}
