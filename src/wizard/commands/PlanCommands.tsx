import { commands } from '#src/strings/commands.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import type { CommandSectionProps } from '#src/wizard/commands/CommandSection.tsx';

const LazySection = lazyPart(
  () => import('#src/wizard/commands/CommandSection.tsx'),
  'CommandSection',
);

export type PlanCommandsProps = CommandSectionProps;

/** The same restore as commands, on Review and on the page of its job: loaded after what is there without them. */
export function PlanCommands(props: PlanCommandsProps) {
  return (
    <Part what={commands.what}>
      <LazySection {...props} />
    </Part>
  );
}
