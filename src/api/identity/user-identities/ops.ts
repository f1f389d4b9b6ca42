import { wholeList } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { userIdentityPageWire } from '#src/api/identity/user-identities/wire.ts';
import { IDENTITY_API_VERSION } from '#src/api/identity/version.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** An identity that vaults and machines can be given. */
export interface UserIdentity {
  readonly id: ResourceId;
  readonly name: string;
  readonly region: string;
  /** Id in the directory, by which role assignments name it; null: not told. */
  readonly principalId: string | null;
}

/**
 * The user-assigned identities of a subscription: `GET
 * /subscriptions/{sub}/providers/Microsoft.ManagedIdentity/userAssignedIdentities` (2023-01-31).
 */
export async function listUserIdentities(
  arm: ArmPipelines,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<UserIdentity[]> {
  const url = `/subscriptions/${subscriptionId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities?api-version=${IDENTITY_API_VERSION}`;
  const list = await wholeList(arm, userIdentityPageWire, url, signal);
  return list.map(({ id, name, location, properties }) => ({
    id: resourceId(id),
    name,
    region: location,
    principalId: properties?.principalId ?? null,
  }));
}
