import { cliScript } from '#src/datasources/azure-vm/commands/cli.ts';
import { powerShellScript } from '#src/datasources/azure-vm/commands/power-shell.ts';
import { readVmPlan } from '#src/datasources/azure-vm/commands/plan.ts';
import { restScript } from '#src/datasources/azure-vm/commands/rest.ts';
import { planCommands } from '#src/strings/commands.ts';
import type { ScriptsProps } from '#src/wizard/commands/PlanCommands.tsx';
import { ScriptPanel } from '#src/wizard/commands/Scripts.tsx';

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
