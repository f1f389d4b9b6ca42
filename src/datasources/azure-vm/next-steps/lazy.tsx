import type { VmNextStepsProps } from '#src/datasources/azure-vm/next-steps/VmNextSteps.tsx';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

const LazySteps = lazyPart(
  () => import('#src/datasources/azure-vm/next-steps/VmNextSteps.tsx'),
  'VmNextSteps',
);

/** The next steps of a VM’s restore: fetched when they are shown. */
export function VmNextSteps(props: VmNextStepsProps) {
  return (
    <Part what={words.what}>
      <LazySteps {...props} />
    </Part>
  );
}
