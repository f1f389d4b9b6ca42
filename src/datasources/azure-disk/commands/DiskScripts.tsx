import { readDiskPlan } from '#src/datasources/azure-disk/commands/plan.ts';
import { diskScripts } from '#src/datasources/azure-disk/commands/scripts.ts';
import { planCommands } from '#src/strings/plan-commands.ts';
import type { ScriptsProps } from '#src/wizard/commands/CommandSection.tsx';
import { ScriptPanel } from '#src/wizard/commands/ScriptPanel.tsx';

/** The restore of a disk for each client. */
export function DiskScripts({ plan, hash }: ScriptsProps) {
  const restore = readDiskPlan(plan);
  if (restore === null) return <span>{planCommands.unreadable}</span>;
  return <ScriptPanel scripts={diskScripts(restore)} hash={hash} />;
}
