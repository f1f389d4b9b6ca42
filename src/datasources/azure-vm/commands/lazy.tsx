import { lazy } from 'react';
import { loadCode } from '#src/lib/load-code.ts';
import { PlanCommands, type PlanCommandsProps } from '#src/wizard/commands/PlanCommands.tsx';

/** The scripts of a VM’s restore: fetched when they are shown. */
const LazyScripts = lazy(async () => {
  const { VmScripts } = await loadCode(
    () => import('#src/datasources/azure-vm/commands/VmScripts.tsx'),
  );
  return { default: VmScripts };
});

/** The restore of a VM as commands. */
export function VmCommands(props: Omit<PlanCommandsProps, 'Scripts'>) {
  return <PlanCommands {...props} Scripts={LazyScripts} />;
}
