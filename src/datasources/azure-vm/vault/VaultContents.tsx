import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import { vaultRestoresQuery } from '#src/api/recovery-services/jobs.ts';
import { vaultItemsQuery } from '#src/api/recovery-services/vaults.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { InlineRead } from '#src/ui/states/InlineRead.tsx';
import { VaultSection } from '#src/ui/VaultSection.tsx';
import { vaults } from '#src/strings/vaults.ts';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = vaults.inside;

/** How much is in a vault, and the ways to see it. Each part reports its own missing permission. */
export function VaultContents({ vaultId }: { readonly vaultId: ResourceId }) {
  const items = useQuery(vaultItemsQuery(vaultId));
  const restores = useQuery(vaultRestoresQuery(vaultId));
  return (
    <VaultSection title={words.title}>
      <KeyFacts
        facts={[
          [
            words.items,
            <InlineRead key="items" query={items} problemOf={problemOf} what={words.itemsWhat}>
              {({ count, isLeast }) => (
                <RouterLink to="/instances" search={{ vault: vaultId }}>
                  {words.machines(count, isLeast)}
                </RouterLink>
              )}
            </InlineRead>,
          ],
          [
            words.jobs,
            <InlineRead key="jobs" query={restores} problemOf={problemOf} what={words.jobsWhat}>
              {(jobs) => (
                <RouterLink
                  to="/jobs"
                  search={{ vault: vaultId, operation: 'Restore', range: '7d' }}
                >
                  {words.restores(
                    jobs.length,
                    jobs.filter(({ status }) => status === 'inProgress').length,
                  )}
                </RouterLink>
              )}
            </InlineRead>,
          ],
        ]}
      />
    </VaultSection>
  );
}
