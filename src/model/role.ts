import type { Permission } from '#src/model/permission.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** A role as an identity holds it in a scope. */
export interface Role {
  readonly name: string;
  readonly permissions: readonly Permission[];
  /** What it gives of the data inside things, such as blobs. */
  readonly dataPermissions: readonly Permission[];
}

/** The roles that an identity holds in a scope, there or above it. */
export interface Grants {
  /** The identity, by its id in the directory. */
  readonly principalId: string;
  readonly scope: ResourceId;
  readonly roles: readonly Role[];
}
