import type { Instant } from '#src/lib/time.ts';
import { nameOf, type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Built-in roles by the last part of their definition's id, the same everywhere (azure-contract §14). */
export const BUILT_IN_ROLES = {
  diskRestoreOperator: 'b50d9833-a0cb-478e-945f-707fcc997c13',
  diskSnapshotContributor: '7efff54f-a5b4-42b5-a1c5-5411624893ce',
  /** Azure's general reader, which document 002 wants on a disk encryption set. */
  reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
} as const;
export type BuiltInRole = keyof typeof BUILT_IN_ROLES;

/** A role in the hands of an identity, in a scope. */
export interface RoleAssignment {
  readonly id: ResourceId;
  /** Where it was given: the scope of the request, or above it. */
  readonly scope: ResourceId;
  readonly roleId: ResourceId;
  readonly principalId: string;
  /** Null: not told. */
  readonly createdAt: Instant | null;
}

/** How long a new role may take until it counts (document 002, Restore to create a new disk, note). */
export const ROLE_DELAY_MS = 15 * 60_000;

/** Whether an assignment is of one of Azure's own roles. */
export const isOfRole =
  (role: BuiltInRole) =>
  ({ roleId }: RoleAssignment): boolean =>
    sameId(nameOf(roleId), BUILT_IN_ROLES[role]);
