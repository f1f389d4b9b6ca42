import { useState } from 'react';
import type { RecoveryPoint } from '#src/model/points.ts';

/** The points that are mounted, or were at an earlier look: what came of unmounting one stays in view. */
export function useMounted(points: readonly RecoveryPoint[] | undefined): readonly RecoveryPoint[] {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const mounted = (points ?? []).filter(({ isMounted }) => isMounted === true);
  if (mounted.some(({ name }) => !seen.has(name))) {
    setSeen(new Set([...seen, ...mounted.map(({ name }) => name)]));
  }
  return (points ?? []).filter(({ name }) => seen.has(name));
}
