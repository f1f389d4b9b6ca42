import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  restoreRequest,
  rightRequests,
  secondaryRestoreRequest,
} from '#src/api/recovery-services/restores.ts';
import { GROUP_API_VERSION } from '#src/api/versions.ts';
import { submission } from '#src/strings/submission.ts';
import { vmCommands as words } from '#src/strings/vm-commands.ts';
import type { VmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { type ClientScript, type HttpRequest, httpScript } from '#src/wizard/commands/script.ts';

/** A restore as the very requests that the wizard sends. */
export function restScript({ restore, isSecondary, newGroup }: VmPlan): ClientScript {
  const notes = [
    ...(newGroup === null ? [] : [words.newGroupRest]),
    ...(isSecondary ? [words.secondaryRest] : []),
  ];
  const group = newGroup === null ? [] : [groupRequest(newGroup)];
  if (!isSecondary) return httpScript([...group, restoreRequest(restore, '')], notes);
  const { who, right } = rightRequests(restore);
  const token = { objectType: 'CrrAccessToken', accessTokenString: submission.tokenHere };
  return httpScript(
    [
      ...group,
      who,
      { ...right, body: { properties: words.answerOfFirst } },
      secondaryRestoreRequest(restore, token, ''),
    ],
    notes,
  );
}

function groupRequest({
  subscriptionId,
  name,
  region,
}: NonNullable<VmPlan['newGroup']>): HttpRequest {
  return {
    method: 'PUT',
    url: `${resourceGroupId(subscriptionId, name)}?api-version=${GROUP_API_VERSION}`,
    body: { location: region },
  };
}
