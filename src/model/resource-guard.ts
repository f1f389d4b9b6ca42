import type { ResourceId } from '#src/model/resource-id.ts';

/** A vault's link to the resource guard that watches over it. */
export interface ResourceGuardProxy {
  readonly name: string;
  readonly guardId: ResourceId;
  /** Operations that need the guard, and the request that it has to grant for each. */
  readonly operations: readonly { readonly operation: string; readonly request: ResourceId }[];
}
