import * as z from 'zod/mini';
import { queryOptions } from '@tanstack/react-query';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { backupVaultIdOf } from '#src/api/arm/resource-id.ts';
import { maybe, tagsWire } from '#src/api/arm/wire.ts';
import { listRoleAssignments } from '#src/api/authorization.ts';
import { getBackupVault } from '#src/api/data-protection/vaults.ts';
import { graphQuestion, queryGraph } from '#src/api/resource-graph/query.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { isOfRole, type RoleAssignment } from '#src/model/roles.ts';

/** What restores may have left over, by Azure's lists. */

/** A row of a resource that belongs to nothing (azure-contract §1, table `resources`). */
const looseRowWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: maybe(z.string()),
  tags: tagsWire,
  properties: maybe(
    z.looseObject({ diskSizeGB: maybe(z.number()), timeCreated: maybe(z.string()) }),
  ),
});
type LooseRowWire = z.infer<typeof looseRowWire>;

/** A disk or NIC that belongs to no VM, of whatever origin. */
interface LooseResource {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Null for a NIC, and where Azure doesn't report it. */
  readonly sizeGiB: number | null;
  /** Null for a NIC, and where Azure doesn't report it. */
  readonly createdAt: Instant | null;
}

function finder(conditions: readonly string[]) {
  const query = graphQuestion('resources', [
    ...conditions,
    'order by id asc',
    'project id, name, location, tags, properties',
  ]);
  return async (arm: ArmPipelines, signal?: AbortSignal): Promise<LooseResource[]> =>
    (await queryGraph(arm, looseRowWire, query, signal)).map(toLooseResource);
}

function toLooseResource({ id, name, location, tags, properties }: LooseRowWire): LooseResource {
  return {
    id: resourceId(id),
    name,
    region: location ?? '',
    tags: tags ?? {},
    sizeGiB: properties?.diskSizeGB ?? null,
    createdAt: parseInstant(properties?.timeCreated),
  };
}

/**
 * Disks of all readable subscriptions that no VM uses. From Resource Graph, a copy that lags by
 * minutes: whether one is still unattached is read again before it is deleted. More than 5000 are cut.
 */
export const findLooseDisks = finder([
  "where type =~ 'microsoft.compute/disks'",
  "where properties.diskState =~ 'Unattached'",
]);

/**
 * NICs of all readable subscriptions without a VM, from Resource Graph as {@link findLooseDisks}. Those of private
 * endpoints and private link services never have one, and are left out.
 */
export const findLooseInterfaces = finder([
  "where type =~ 'microsoft.network/networkinterfaces'",
  'where isnull(properties.virtualMachine) and isnull(properties.privateEndpoint) and isnull(properties.privateLinkService)',
]);

/** The disks of no VM in all readable subscriptions. */
export const looseDisksQuery = () =>
  queryOptions({
    queryKey: ['loose disks'],
    queryFn: ({ signal }) => findLooseDisks(session(), signal),
  });

/** The NICs of no VM in all readable subscriptions. */
export const looseInterfacesQuery = () =>
  queryOptions({
    queryKey: ['loose NICs'],
    queryFn: ({ signal }) => findLooseInterfaces(session(), signal),
  });

/** Whose roles are read: an identity's, or those of the Backup vault that a job is of. */
export type RoleHolder = { readonly principalId: string } | { readonly jobId: ResourceId };

interface HeldRoles {
  readonly scope: ResourceId;
  /** Empty: the vault has no identity. */
  readonly principalId: string;
  readonly held: readonly RoleAssignment[];
}

/** The assignments of the role that restores of disks need, in a scope and above it. */
export const restoreRolesQuery = (scope: ResourceId, holder: RoleHolder) =>
  queryOptions({
    queryKey: ['restore roles', scope.toLowerCase(), holder],
    queryFn: async ({ signal }): Promise<HeldRoles> => {
      const arm = session();
      const principalId =
        'principalId' in holder
          ? holder.principalId
          : (await getBackupVault(arm, resourceId(backupVaultIdOf(holder.jobId) ?? ''), signal))
              .principalId;
      const all =
        principalId === null ? [] : await listRoleAssignments(arm, scope, principalId, signal);
      return {
        scope,
        principalId: principalId ?? '',
        held: all.filter(isOfRole('diskRestoreOperator')),
      };
    },
  });
