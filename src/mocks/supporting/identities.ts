import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { route, type Route } from '#src/mocks/service.ts';
import { listOfSubscription, listPath } from '#src/mocks/resource-lists.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { guidFrom, principalIdOf } from '#src/mocks/world/ids.ts';
import { nameOf } from '#src/model/resource-id.ts';

/** `GET …/Microsoft.ManagedIdentity/userAssignedIdentities` of 2023-01-31 (azure-contract §14). */
export const userIdentityWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(z.looseObject({ principalId: maybe(z.string()), clientId: maybe(z.string()) })),
});
type UserIdentityWire = z.infer<typeof userIdentityWire>;

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
  route.get(
    'userIdentities.list',
    listPath('Microsoft.ManagedIdentity/userAssignedIdentities'),
    listOfSubscription({ thingsOf: identitiesOf, wireOf }),
  ),
];
