import type { QueryClient } from '@tanstack/react-query';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import type { InstancePageOf, InstanceSearch } from '#src/datasources/pages.ts';
import type { Entry } from '#src/datasources/entry.ts';
import { codeOf, ownerOf } from '#src/datasources/registry.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { instanceSearch } from '#src/pages/instance/search.ts';

/** A backup instance, and what its datasource brings to its page. */
interface KnownInstance {
  readonly id: ResourceId;
  readonly owner: Entry;
  readonly page: InstancePageOf;
}

/** One backup instance; null for an address that names none. */
export const instance = {
  path: '/instances/$instanceId',
  search: instanceSearch,
  load: async (
    queries: QueryClient,
    { instanceId }: { readonly instanceId: string },
    search: InstanceSearch,
  ): Promise<KnownInstance | null> => {
    const id = instanceFromAddress(instanceId);
    const owner = id === null ? undefined : ownerOf(id);
    if (id === null || owner === undefined) return null;
    const page = await codeOf(owner, owner.instancePage);
    page.warm(queries, id, search);
    return { id, owner, page };
  },
} as const;
