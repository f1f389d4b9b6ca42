import * as z from 'zod/mini';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { unlessMissing } from '#src/api/arm/error.ts';
import { writeOnce } from '#src/api/arm/outcome.ts';
import { listReader, wholeList } from '#src/api/arm/paging.ts';
import { type ArmPipelines, session } from '#src/api/arm/pipeline.ts';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import { send } from '#src/api/arm/send.ts';
import { maybe, pageOf, tagsWire } from '#src/api/arm/wire.ts';
import { queryById } from '#src/api/queries/query.ts';
import { GROUP_API_VERSION, SUBSCRIPTION_API_VERSION } from '#src/api/versions.ts';
import type { Region, ResourceGroup, Subscription } from '#src/model/places.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** A resource group, `GET /subscriptions/{sub}/resourcegroups` of 2021-04-01. */
export const resourceGroupWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: tagsWire,
  properties: maybe(z.looseObject({ provisioningState: maybe(z.string()) })),
});

export type ResourceGroupWire = z.infer<typeof resourceGroupWire>;

export const resourceGroupPageWire = pageOf(resourceGroupWire);

/** The resource groups of a subscription: `GET /subscriptions/{sub}/resourcegroups` (2021-04-01). */
export const listResourceGroups = listReader(
  resourceGroupPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/resourcegroups?api-version=${GROUP_API_VERSION}`,
  ({ id, name, location }): ResourceGroup => ({ id: resourceId(id), name, region: location }),
);

/**
 * Checks whether a resource group exists: `HEAD /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01), 204
 * or 404 (azure-contract §14).
 * @throws ArmError for every other answer, which leaves the question open.
 */
async function hasResourceGroup(arm: ArmPipelines, url: string): Promise<boolean> {
  return (await unlessMissing(send(arm, { method: 'HEAD', url }))) !== null;
}

/**
 * Creates a missing resource group: `PUT /subscriptions/{sub}/resourceGroups/{rg}` (2021-04-01).
 * An existing group, in any region, is used unchanged: a PUT replaces a group, and without tags in it
 * all tags are gone. A group's region does not restrict its resources. A race remains: a group that
 * another client creates between the check and the PUT is overwritten, and Azure has no condition to
 * prevent it. `onRequest` is called where the group is missing, before the PUT leaves.
 * @returns `found`: the answer doesn't say that it was created, and the group is there.
 * @throws ArmError as {@link send}, where the group wasn't found after it.
 */
export async function createResourceGroup(
  arm: ArmPipelines,
  group: { readonly subscriptionId: string; readonly name: string; readonly region: string },
  onRequest: () => void = () => undefined,
): Promise<'created' | 'existed' | 'found'> {
  const url = `${resourceGroupId(group.subscriptionId, group.name)}?api-version=${GROUP_API_VERSION}`;
  if (await hasResourceGroup(arm, url)) return 'existed';
  onRequest();
  const request = { method: 'PUT', url, body: { location: group.region }, starts: true } as const;
  const put = await writeOnce(
    async () => {
      await send(arm, request);
      return null;
    },
    async () => ((await hasResourceGroup(arm, url)) ? true : null),
  );
  if (put === null) return 'created';
  if (put.seen !== 'asWanted') throw put.error;
  return 'found';
}

/** A region, `GET /subscriptions/{sub}/locations` of 2022-12-01 (azure-contract §14). */
export const locationWire = z.looseObject({
  name: z.string(),
  displayName: maybe(z.string()),
  metadata: maybe(
    z.looseObject({
      regionType: maybe(z.string()),
      pairedRegion: maybe(z.array(z.looseObject({ name: z.string() }))),
    }),
  ),
  /** Missing: the region has no zones. */
  availabilityZoneMappings: maybe(
    z.array(z.looseObject({ logicalZone: z.string(), physicalZone: maybe(z.string()) })),
  ),
});

export const locationPageWire = pageOf(locationWire);

/** The regions that a subscription can use: `GET /subscriptions/{sub}/locations` (2022-12-01). */
export const listRegions = listReader(
  locationPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/locations?api-version=${SUBSCRIPTION_API_VERSION}`,
  toRegion,
);

function toRegion(wire: z.infer<typeof locationWire>): Region {
  const zones = (wire.availabilityZoneMappings ?? []).toSorted((a, b) =>
    a.logicalZone.localeCompare(b.logicalZone),
  );
  return {
    name: wire.name,
    displayName: wire.displayName ?? wire.name,
    pairedRegion: wire.metadata?.pairedRegion?.[0]?.name ?? null,
    zones: zones.map(({ logicalZone }) => logicalZone),
    places: zones.map(({ physicalZone }) => physicalZone ?? null),
  };
}

/** A subscription, `GET /subscriptions` of 2022-12-01. */
const subscriptionWire = z.looseObject({
  id: z.string(),
  subscriptionId: z.string(),
  displayName: z.string(),
  state: maybe(z.string()),
  tenantId: maybe(z.string()),
});

export const subscriptionPageWire = pageOf(subscriptionWire);

/** The subscriptions that the person may see: `GET /subscriptions` (2022-12-01). */
export async function listSubscriptions(
  arm: ArmPipelines,
  signal?: AbortSignal,
): Promise<Subscription[]> {
  const list = await wholeList(
    arm,
    subscriptionPageWire,
    `/subscriptions?api-version=${SUBSCRIPTION_API_VERSION}`,
    signal,
  );
  return list.map((wire) => ({
    id: wire.subscriptionId,
    name: wire.displayName,
    tenantId: wire.tenantId ?? null,
  }));
}

/** The subscriptions that the person may see. */
export const subscriptionsQuery = () =>
  queryOptions({
    queryKey: ['subscriptions'],
    queryFn: ({ signal }) => listSubscriptions(session(), signal),
  });

/** The names of subscriptions by lower-case id. */
export const subscriptionNamesQuery = () =>
  queryOptions({ ...subscriptionsQuery(), select: namesById });

const namesById = (all: readonly Subscription[]): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map(({ id, name }) => [id.toLowerCase(), name]));

/** The resource groups of a subscription. */
export const resourceGroupsQuery = queryById('resource groups', listResourceGroups);

/** The regions that a subscription can use, with its own numbers of their zones. */
export const regionsQuery = queryById('regions', listRegions);

/** Names of regions by how ids spell them; regions are called the same in every subscription. */
export function useRegionNames(): Readonly<Record<string, string>> {
  const { data: subscriptions } = useQuery(subscriptionsQuery());
  const subscription = subscriptions?.[0]?.id;
  const { data = NO_NAMES } = useQuery({
    ...regionsQuery(subscription ?? ''),
    enabled: subscription !== undefined,
    select: namesByRegion,
  });
  return data;
}

const NO_NAMES: Readonly<Record<string, string>> = {};

const namesByRegion = (all: readonly Region[]): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map(({ name, displayName }) => [name.toLowerCase(), displayName]));

/** What places are called that ids alone name. */
export interface PlaceNames {
  /** Names of subscriptions by lower-case id. */
  readonly subscriptions: Readonly<Record<string, string>>;
  /** Names of regions by how ids spell them. */
  readonly regions: Readonly<Record<string, string>>;
}

/** The names of subscriptions and regions; empty while they are read. */
export function usePlaceNames(): PlaceNames {
  const { data: subscriptions = NO_NAMES } = useQuery(subscriptionNamesQuery());
  return { subscriptions, regions: useRegionNames() };
}
