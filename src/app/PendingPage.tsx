import { useIsArrived } from '#src/app/arrivals.ts';
import { shell } from '#src/strings/shell.ts';
import { SkeletonRows } from '#src/ui/states.tsx';

/** In place of a page that takes longer than a moment to come. The first one has its place already. */
export function PendingPage() {
  return useIsArrived() && <SkeletonRows what={shell.thisPage} />;
}
