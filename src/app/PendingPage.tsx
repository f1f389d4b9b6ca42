import { shell } from '#src/strings/shell.ts';
import { SkeletonRows } from '#src/ui/states/SkeletonRows.tsx';

/** In place of a page that takes longer than a moment to come. */
export function PendingPage() {
  return <SkeletonRows what={shell.thisPage} />;
}
