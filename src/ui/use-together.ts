import { useState } from 'react';
import { LIMITS } from '#src/lib/limits.ts';
import { useIsLate } from '#src/ui/use-is-late.ts';

/**
 * Whether to draw what is read in several parts: once all of it is there, so that no part moves another one, or after
 * a moment whatever is there. What was drawn once stays.
 */
export function useTogether(isReading: boolean): boolean {
  const isLate = useIsLate(LIMITS.pageMs);
  const [isDrawn, setIsDrawn] = useState(false);
  const isNow = isDrawn || isLate || !isReading;
  if (isNow && !isDrawn) setIsDrawn(true);
  return isNow;
}
