import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { AUTHORIZATION_API_VERSION } from '#src/api/authorization/version.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/**
 * Takes a role from an identity again, once: `DELETE
 * {scope}/providers/Microsoft.Authorization/roleAssignments/{name}` (2022-04-01). One that is not there is none to
 * take.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function removeRoleAssignment(
  arm: ArmPipelines,
  assignmentId: ResourceId,
): Promise<void> {
  const url = `${assignmentId}?api-version=${AUTHORIZATION_API_VERSION}`;
  await send(arm, { method: 'DELETE', url, starts: true });
}
