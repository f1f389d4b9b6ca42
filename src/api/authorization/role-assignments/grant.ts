import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/authorization/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { BUILT_IN_ROLES, type BuiltInRole } from '#src/model/rights.ts';

/** A role to be given to an identity in a scope. */
export interface Grant {
  readonly scope: ResourceId;
  readonly role: BuiltInRole;
  readonly principalId: string;
}

/**
 * Gives an identity a role in a scope, once: `PUT
 * {scope}/providers/Microsoft.Authorization/roleAssignments/{name}` (2022-04-01), the name a new
 * GUID. It may take about 15 minutes until it counts (document 002).
 */
export async function grantRole(
  arm: ArmPipelines,
  { scope, role, principalId }: Grant,
): Promise<void> {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? '';
  const roles = `${subscription}/providers/Microsoft.Authorization/roleDefinitions`;
  await send(arm, {
    method: 'PUT',
    url: `${scope}/providers/Microsoft.Authorization/roleAssignments/${crypto.randomUUID()}?api-version=${AUTHORIZATION_API_VERSION}`,
    body: {
      properties: {
        roleDefinitionId: `${roles}/${BUILT_IN_ROLES[role]}`,
        principalId,
        principalType: 'ServicePrincipal',
      },
    },
    starts: true,
  });
}
