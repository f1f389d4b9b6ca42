import { type Mutation, useMutation, useMutationState, useQuery } from '@tanstack/react-query';
import { vaultQuery } from '#src/api/queries/instances.ts';
import { readAgainIn } from '#src/api/queries/read-again.ts';
import {
  type VaultChange,
  vaultChangeKey,
  type VaultChangeEnd,
  vaultChangeMutation,
} from '#src/api/queries/vault-change.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { type ChangeState, changeView, isAwaited } from '#src/api/queries/vault-change-view.ts';

/** How often the vault is read while it may still come to show a change. */
const LOOK_EVERY_MS = 15_000;

/** A vault, the latest change of it whichever page began it, and the way to change it. */
export function useVault(id: ResourceId) {
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
  const { mutate } = useMutation(vaultChangeMutation(id));
  return { vault, change: changeView(latest, vault.data?.crossSubscriptionRestore), mutate };
}
