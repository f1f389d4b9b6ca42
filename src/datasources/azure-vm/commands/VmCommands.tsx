import { PlanCommands, type PlanCommandsProps } from '#src/wizard/commands/PlanCommands.tsx';
import { lazyPart } from '#src/ui/Part.tsx';

/** The scripts of a VM’s restore: fetched when they are shown. */
const LazyScripts = lazyPart(
  () => import('#src/datasources/azure-vm/commands/VmScripts.tsx'),
  (code) => code.VmScripts,
);

/** The restore of a VM as commands. */
export function VmCommands(props: Omit<PlanCommandsProps, 'Scripts'>) {
  return <PlanCommands {...props} Scripts={LazyScripts} />;
}
