import { lazy } from 'react';
import { loadCode } from '#src/lib/load-code.ts';
import { commands } from '#src/strings/commands.ts';
import { Part } from '#src/ui/Part.tsx';
import type { PlanCommandsProps } from '#src/wizard/commands/PlanCommands.tsx';

const LazyCommands = lazy(async () => {
  const { VmPlanCommands } = await loadCode(
    () => import('#src/datasources/azure-vm/commands/VmPlanCommands.tsx'),
  );
  return { default: VmPlanCommands };
});

/** The restore of a VM as commands, below what a page shows without them. */
export function VmCommands(props: Omit<PlanCommandsProps, 'Scripts'>) {
  return (
    <Part what={commands.what}>
      <LazyCommands {...props} />
    </Part>
  );
}
