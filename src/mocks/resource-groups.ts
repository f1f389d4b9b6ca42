import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import type { ResourceGroupWire } from '#src/api/resources/places.ts';
import { groupIn, onSubscription } from '#src/mocks/collection.ts';
import { failure, groupNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, list, ok, param, type Route, route } from '#src/mocks/service.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/places.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Resource groups of 2021-04-01 (azure-contract §14). */
function wireOf({ subscriptionId, name, location, tags = {} }: GroupSeed): ResourceGroupWire {
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: 'Microsoft.Resources/resourceGroups',
    location,
    // A group without tags leaves the key out (G).
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    properties: { provisioningState: 'Succeeded' },
  };
}

const groupPath = '/subscriptions/{sub}/resourcegroups/{rg}';
const action = 'Microsoft.Resources/subscriptions/resourceGroups';

const requested = (call: Call): GroupSeed | undefined => findGroup(call.state, groupIn(call));

const createWire = z.looseObject({
  location: z.string(),
  tags: maybe(z.record(z.string(), z.string())),
});

/** ARM's rule for names of groups: up to 90 letters, digits, `-_.()`, not ending in a dot. */
const groupName = /^[\p{L}\p{N}\-_.()]{0,89}[\p{L}\p{N}\-_()]$/u;

function create(call: Call, subscriptionId: string): Answer {
  const body = createWire.safeParse(parseJson(call.request.body));
  if (!body.success) {
    return failure(
      400,
      'LocationRequired',
      'The location property is required for this definition.',
    );
  }
  const name = param(call, 'rg');
  if (!groupName.test(name)) {
    return failure(
      400,
      'InvalidResourceGroup',
      `The resource group name '${name}' is not allowed.`,
    );
  }
  const { location } = body.data;
  const tags = body.data.tags ?? {};
  const existing = requested(call);
  if (existing !== undefined) return replaced(existing, { location, tags }, call.now);
  const group = { subscriptionId, name, location, ...(body.data.tags && { tags }) };
  return {
    status: 201,
    body: wireOf(group),
    events: [{ type: 'group-created', at: call.now, ...group }],
  };
}

/** A PUT says how the whole group is to be: tags that it does not name are gone (general knowledge of ARM, G). */
function replaced(
  group: GroupSeed,
  wanted: Required<Pick<GroupSeed, 'location' | 'tags'>>,
  at: number,
): Answer {
  if (!sameRegion(group.location, wanted.location)) {
    return failure(
      409,
      'InvalidResourceGroupLocation',
      `The resource group already exists in location '${group.location}'.`,
    );
  }
  const { subscriptionId, name } = group;
  const { tags } = wanted;
  const isSame = JSON.stringify(group.tags ?? {}) === JSON.stringify(tags);
  const answer = ok(wireOf({ ...group, tags }));
  return isSame
    ? answer
    : { ...answer, events: [{ type: 'group-tagged', at, subscriptionId, name, tags }] };
}

/** `GET /subscriptions` of 2022-12-01 (azure-contract §14). */
const listSubscriptions = ({ state }: Call): Answer =>
  list(
    state.seed.subscriptions.map(({ subscriptionId, displayName, tenantId }) => ({
      id: `/subscriptions/${subscriptionId}`,
      subscriptionId,
      tenantId,
      displayName,
      state: 'Enabled',
      authorizationSource: 'RoleBased',
    })),
  );

/** Subscriptions and their resource groups. */
export const groupRoutes: readonly Route[] = [
  route.get('subscriptions.list', '/subscriptions', listSubscriptions),
  route.get(
    'groups.list',
    '/subscriptions/{sub}/resourcegroups',
    onSubscription(({ state }, id) =>
      list(state.groups.filter(({ subscriptionId }) => sameId(subscriptionId, id)).map(wireOf)),
    ),
    `${action}/read`,
  ),
  route.head(
    'groups.exists',
    groupPath,
    (call) => ({ status: requested(call) === undefined ? 404 : 204 }),
    `${action}/read`,
  ),
  route.get(
    'groups.get',
    groupPath,
    (call) => {
      const group = requested(call);
      return group === undefined ? groupNotFound(param(call, 'rg')) : ok(wireOf(group));
    },
    `${action}/read`,
  ),
  route.put('groups.create', groupPath, onSubscription(create), `${action}/write`),
];
