import { lazyPart } from '#src/ui/lazy-part.ts';

/** The next steps of a VM’s restore: fetched when they are shown. */
export const VmNextSteps = lazyPart(
  () => import('#src/datasources/azure-vm/next-steps/VmNextSteps.tsx'),
  'VmNextSteps',
);
