import { lazy } from 'react';
import { loadCode } from '#src/lib/load-code.ts';
import { commands } from '#src/strings/commands.ts';
import { Part } from '#src/ui/Part.tsx';
import type { PlanCommandsProps } from '#src/wizard/commands/PlanCommands.tsx';

const LazyCommands = lazy(async () => {
  const { DiskPlanCommands } = await loadCode(
    () => import('#src/datasources/azure-disk/commands/DiskPlanCommands.tsx'),
  );
  return { default: DiskPlanCommands };
});

/** The restore of a disk as commands, below what a page shows without them. */
export function DiskCommands(props: Omit<PlanCommandsProps, 'Scripts'>) {
  return (
    <Part what={commands.what}>
      <LazyCommands {...props} />
    </Part>
  );
}
