import { type Query, useIsFetching } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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
  const [isDrawn, setIsDrawn] = useState(false);
  const [isLate, setIsLate] = useState(false);
  const isStill = useIsFetching({ predicate: isFirst }) === 0 && !isReading;
  useEffect(() => afterReal(MOST_MS, () => setIsLate(true)), []);
  useEffect(
    () => (isStill && !isDrawn ? afterReal(STILL_MS, () => setIsDrawn(true)) : undefined),
    [isStill, isDrawn],
  );
  return isDrawn || isLate;
}
