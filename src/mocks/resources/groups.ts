import * as z from 'zod/mini';
import type { ResourceGroupWire } from '#src/api/resources/groups/wire.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { failure, subscriptionNotFound } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { type Answer, type Call, list, ok, param, type Route } from '#src/mocks/service.ts';
import { findGroup, hasSubscription } from '#src/mocks/world/lookup.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';
import { sameRegion } from '#src/model/region.ts';
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

const requested = (call: Call): GroupSeed | undefined =>
  findGroup(call.state, `/subscriptions/${param(call, 'sub')}/resourceGroups/${param(call, 'rg')}`);

/** Its code is a guess (G). */
const noGroup = (name: string): Answer =>
  failure(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`);

const createWire = z.looseObject({
  location: z.string(),
  tags: maybe(z.record(z.string(), z.string())),
});

/** ARM's rule for names of groups: up to 90 letters, digits, `-_.()`, not ending in a dot. */
const groupName = /^[\p{L}\p{N}\-_.()]{0,89}[\p{L}\p{N}\-_()]$/u;

function create(call: Call): Answer {
  const subscriptionId = param(call, 'sub');
  if (!hasSubscription(call.state, subscriptionId)) return subscriptionNotFound(subscriptionId);
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

export const groupRoutes: readonly Route[] = [
  {
    operation: 'groups.list',
    method: 'GET',
    path: '/subscriptions/{sub}/resourcegroups',
    action: `${action}/read`,
    handle: (call) =>
      hasSubscription(call.state, param(call, 'sub'))
        ? list(
            call.state.groups
              .filter(({ subscriptionId }) => sameId(subscriptionId, param(call, 'sub')))
              .map(wireOf),
          )
        : subscriptionNotFound(param(call, 'sub')),
  },
  {
    operation: 'groups.exists',
    method: 'HEAD',
    path: groupPath,
    action: `${action}/read`,
    handle: (call) => ({ status: requested(call) === undefined ? 404 : 204 }),
  },
  {
    operation: 'groups.get',
    method: 'GET',
    path: groupPath,
    action: `${action}/read`,
    handle: (call) => {
      const group = requested(call);
      return group === undefined ? noGroup(param(call, 'rg')) : ok(wireOf(group));
    },
  },
  {
    operation: 'groups.create',
    method: 'PUT',
    path: groupPath,
    action: `${action}/write`,
    handle: create,
  },
];
