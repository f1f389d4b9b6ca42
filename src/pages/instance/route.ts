import type { QueryClient } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { instanceFromAddress } from '#src/api/arm/address.ts';
import type {
  Datasource,
  FitPart,
  InstancePageOf,
  InstanceSearch,
} from '#src/datasources/datasource.ts';
import { DATASOURCES, codeOf, ownerOf } from '#src/datasources/registry.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

const text = z.catch(z.optional(z.string()), undefined);

/** What the address of a backup instance can ask for; the contract says what each part means. */
export const instanceSearch = z.object({
  view: z.catch(z.optional(z.enum(['primary', 'secondary'])), undefined),
  from: text,
  to: text,
  day: text,
  before: text,
  until: text,
  tier: text,
  consistency: text,
  compare: text,
});

/** A backup instance, and what its datasource brings to its page. */
interface KnownInstance {
  readonly id: ResourceId;
  readonly owner: Datasource;
  readonly page: InstancePageOf;
}

/** One backup instance; null for an address that names none. */
export const instancePage = {
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

/** A backup of a VM with what its datasource says of a restore. */
interface FitSide {
  readonly id: ResourceId;
  readonly part: FitPart;
}

/** Two backups of one VM, in the order of their datasources. */
export const vendorFitPage = {
  path: '/instances/$instanceId/fit',
  search: z.object({
    /** The address of the other backup instance. */
    beside: z.catch(z.optional(z.string()), undefined),
  }),
  load: async (
    { instanceId }: { readonly instanceId: string },
    { beside }: { readonly beside?: string | undefined },
  ): Promise<readonly FitSide[]> => {
    const ids = [instanceId, beside ?? ''].flatMap((address) => instanceFromAddress(address) ?? []);
    const order = [...DATASOURCES.keys()];
    const known = ids
      .flatMap((id) => {
        const owner = ownerOf(id);
        return owner?.fit === undefined ? [] : [{ id, owner, load: owner.fit }];
      })
      .toSorted((one, other) => order.indexOf(one.owner.id) - order.indexOf(other.owner.id));
    const isPair = known.length === 2 && known[0]?.owner !== known[1]?.owner;
    return isPair
      ? Promise.all(
          known.map(async ({ id, owner, load }) => ({ id, part: await codeOf(owner, load) })),
        )
      : [];
  },
} as const;
