import { lazy } from 'react';
import { loadCode } from '#src/lib/load-code.ts';
import { PlanCommands, type PlanCommandsProps } from '#src/wizard/commands/PlanCommands.tsx';

/** The scripts of a disk’s restore: fetched when they are shown. */
const LazyScripts = lazy(async () => {
  const { DiskScripts } = await loadCode(
    () => import('#src/datasources/azure-disk/commands/DiskScripts.tsx'),
  );
  return { default: DiskScripts };
});

/** The restore of a disk as commands. */
export function DiskCommands(props: Omit<PlanCommandsProps, 'Scripts'>) {
  return <PlanCommands {...props} Scripts={LazyScripts} />;
}
