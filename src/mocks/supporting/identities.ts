import type { UserIdentityWire } from '#src/api/identity/user-identities/wire.ts';
import type { Route } from '#src/mocks/service.ts';
import { listOfSubscription } from '#src/mocks/subscription-list.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { guidFrom, principalIdOf } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

interface IdentityPlace {
  readonly id: string;
  readonly location: string;
}

/** The identities of a world are those that its vaults were given. */
const identitiesOf = ({ seed }: State): readonly IdentityPlace[] => {
  const all = seed.vaults.flatMap(({ location, userIdentities = [] }) =>
    userIdentities.map((id) => ({ id, location })),
  );
  return [
    ...new Map(all.toReversed().map((one) => [one.id.toLowerCase(), one])).values(),
  ].toReversed();
};

/** A user-assigned identity of 2023-01-31 (azure-contract §14). */
function wireOf({ id, location }: IdentityPlace): UserIdentityWire {
  return {
    id,
    name: nameOf(id),
    type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
    location,
    tags: {},
    properties: { principalId: principalIdOf(id), clientId: guidFrom(`client:${id}`) },
  };
}

export const identityRoutes: readonly Route[] = [
  {
    operation: 'userIdentities.list',
    method: 'GET',
    path: '/subscriptions/{sub}/providers/Microsoft.ManagedIdentity/userAssignedIdentities',
    action: 'Microsoft.ManagedIdentity/userAssignedIdentities/read',
    handle: listOfSubscription(identitiesOf, wireOf),
  },
];
