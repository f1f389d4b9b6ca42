import { cliScript } from '#src/datasources/azure-vm/commands/cli.ts';
import { powerShellScript } from '#src/datasources/azure-vm/commands/power-shell.ts';
import { type VmPlan, readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { planCommands } from '#src/strings/commands.ts';
import type { ScriptsProps } from '#src/wizard/commands/PlanCommands.tsx';
import { ScriptPanel } from '#src/wizard/commands/Scripts.tsx';
import { resourceGroupId } from '#src/api/arm/resource-id.ts';
import {
  restoreRequest,
  rightRequests,
  secondaryRestoreRequest,
} from '#src/api/recovery-services/restores.ts';
import { GROUP_API_VERSION } from '#src/api/versions.ts';
import { submission } from '#src/strings/submission.ts';
import { vmCommands as words } from '#src/strings/vm-commands.ts';
import { type ClientScript, type HttpRequest, httpScript } from '#src/wizard/commands/script.ts';

/** The restore of a VM for each client. */
export function VmScripts({ plan: text, hash, hidesRest = false }: ScriptsProps) {
  const plan = readVmPlan(text);
  if (plan === null) return <span>{planCommands.unreadable}</span>;
  const scripts = {
    rest: restScript(plan),
    cli: cliScript(plan),
    powerShell: powerShellScript(plan),
  };
  return <ScriptPanel scripts={scripts} hash={hash} hidesRest={hidesRest} />;
}

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
