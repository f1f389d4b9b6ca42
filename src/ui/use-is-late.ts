import { useMemo, useSyncExternalStore } from 'react';
import { afterReal } from '#src/lib/clock.ts';

/** Whether a component has been there for longer than so many real milliseconds. */
export function useIsLate(afterMs: number): boolean {
  const { listen, isLate } = useMemo(() => lateAfter(afterMs), [afterMs]);
  return useSyncExternalStore(listen, isLate);
}

function lateAfter(afterMs: number) {
  let isOver = false;
  const listen = (onLate: () => void): (() => void) =>
    afterReal(afterMs, () => {
      isOver = true;
      onLate();
    });
  return { listen, isLate: () => isOver };
}
