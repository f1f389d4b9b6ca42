import type { QueryClient } from '@tanstack/react-query';
import { vaultFromAddress } from '#src/api/arm/address.ts';
import type { VaultPageOf } from '#src/datasources/datasource.ts';
import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A vault, and what its datasource brings to its page. */
interface KnownVault {
  readonly id: ResourceId;
  readonly page: VaultPageOf;
}

/** One vault; null for an address that names none. */
export const vaultPage = {
  path: '/vaults/$vaultId',
  load: async (
    queries: QueryClient,
    { vaultId }: { readonly vaultId: string },
  ): Promise<KnownVault | null> => {
    const id = vaultFromAddress(vaultId);
    const owner = id === null ? undefined : ownerOf(id);
    if (id === null || owner?.vaultPage === undefined) return null;
    const page = await codeOf(owner, owner.vaultPage);
    page.warm(queries, id);
    return { id, page };
  },
} as const;
