import { type Query, useIsFetching } from '@tanstack/react-query';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { afterReal } from '#src/lib/clock.ts';

/** Real milliseconds without a first read: some reads start when the one before has come. */
const STILL_MS = 50;
/** Real milliseconds after which what has come is drawn: no part waits longer for another one. */
const MOST_MS = 2000;

const isFirst = ({ state }: Query): boolean => state.data === undefined;

/**
 * Whether to draw a page whose parts are read one by one: once all of them have come, so that no part moves another
 * one, or after a moment whatever is there. What was drawn once stays.
 */
export function useTogether(isReading = false): boolean {
  const isStill = useIsFetching({ predicate: isFirst }) === 0 && !isReading;
  const isRead = useHasLasted(isStill, STILL_MS);
  const isLate = useHasLasted(true, MOST_MS);
  return isRead || isLate;
}

/** Whether something has once been so for as long as that. */
function useHasLasted(isSo: boolean, ms: number): boolean {
  const { start, isOver } = useMemo(() => lasting(ms), [ms]);
  const listen = useCallback(
    (onOver: () => void) => (isSo ? start(onOver) : () => undefined),
    [isSo, start],
  );
  return useSyncExternalStore(listen, isOver);
}

function lasting(ms: number) {
  let isOver = false;
  const start = (onOver: () => void): (() => void) =>
    afterReal(ms, () => {
      isOver = true;
      onOver();
    });
  return { start, isOver: () => isOver };
}
