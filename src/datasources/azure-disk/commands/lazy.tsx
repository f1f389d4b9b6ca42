import { PlanCommands, type PlanCommandsProps } from '#src/wizard/commands/PlanCommands.tsx';
import { lazyPart } from '#src/ui/lazy-part.ts';

/** The scripts of a disk’s restore: fetched when they are shown. */
const LazyScripts = lazyPart(
  () => import('#src/datasources/azure-disk/commands/DiskScripts.tsx'),
  'DiskScripts',
);

/** The restore of a disk as commands. */
export function DiskCommands(props: Omit<PlanCommandsProps, 'Scripts'>) {
  return <PlanCommands {...props} Scripts={LazyScripts} />;
}
