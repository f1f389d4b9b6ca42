import { type Mutation, useMutationState, useQuery, useQueryClient } from '@tanstack/react-query';
import { useWrite } from '#src/api/queries/use-write.ts';
import { vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { problemOf, readAgainIn, readAt } from '#src/api/queries/query.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { vaults } from '#src/strings/vaults.ts';
import { VaultPage } from '#src/ui/VaultPage.tsx';
import {
  type ChangeState,
  changeView,
  isAwaited,
  type VaultChange,
  type VaultChangeEnd,
  vaultChangeKey,
  vaultChangeMutation,
} from '#src/actions/vault-change.ts';
import { VaultParts } from '#src/datasources/azure-vm/vault/VaultParts.tsx';

/** A vault whose address is one: its states of being read, and what it says. */
export function KnownVault({ id }: { readonly id: ResourceId }) {
  const queries = useQueryClient();
  const { vault, change, mutate } = useVault(id);
  return (
    <VaultPage
      name={vault.data?.name ?? nameOf(id)}
      kind={vaults.kind}
      readAt={readAt(vaultQuery(id).queryKey)}
      onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
      instances={{ vault: id }}
      jobs={{ vault: id }}
      query={vault}
      problemOf={problemOf}
    >
      {(data) => (
        <VaultParts
          vault={data}
          change={change}
          onChange={(wanted) => mutate({ wanted })}
          onRefresh={() => void vault.refetch()}
        />
      )}
    </VaultPage>
  );
}

/** How often the vault is read while it may still come to show a change. */
const LOOK_EVERY_MS = 15_000;

/** A vault, its latest change whichever page started it, and the function to change it. */
function useVault(id: ResourceId) {
  const changes = useMutationState<ChangeState, Mutation<VaultChangeEnd, Error, VaultChange>>({
    filters: { mutationKey: vaultChangeKey(id) },
    select: ({ state }) => state,
  });
  const latest = changes.at(-1);
  const vault = useQuery({
    ...vaultQuery(id),
    refetchInterval: ({ state }) =>
      isAwaited(changeView(latest, state.data?.crossSubscriptionRestore))
        ? readAgainIn(LOOK_EVERY_MS)
        : false,
  });
  const { mutate } = useWrite(vaultChangeMutation(id));
  return { vault, change: changeView(latest, vault.data?.crossSubscriptionRestore), mutate };
}
