import type { NextStepsProps } from '#src/datasources/commvault-vm/job/NextSteps.tsx';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { lazyPart } from '#src/ui/lazy-part.ts';
import { Part } from '#src/ui/Part.tsx';

const LazySteps = lazyPart(
  () => import('#src/datasources/commvault-vm/job/NextSteps.tsx'),
  'NextSteps',
);

/** The next steps of a restore by Commvault: fetched when they are shown. */
export function NextSteps(props: NextStepsProps) {
  return (
    <Part what={words.what}>
      <LazySteps {...props} />
    </Part>
  );
}
