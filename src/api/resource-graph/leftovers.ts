import * as z from 'zod/mini';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { maybe, tagsWire } from '#src/api/arm/wire.ts';
import { graphQuestion, queryGraph } from '#src/api/resource-graph/query.ts';
import { type Instant, parseInstant } from '#src/lib/time.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';

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
