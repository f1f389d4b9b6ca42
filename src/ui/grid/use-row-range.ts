import { useEffect, useState } from 'react';
import { settler } from '#src/lib/settle.ts';

/** Which rows are drawn, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** Pages are read when scrolling rests, and once a second while it does not. */
const PACE = { quietMs: 120, longestMs: 1000 };

/** The rows in view, for whoever reads them; scrolling is faster than any reading. */
export function useRowRange(): readonly [RowRange, (first: number, last: number) => void] {
  const [range, setRange] = useState<RowRange>({ first: 0, last: 0 });
  const [pace] = useState(() => settler<RowRange>(PACE));
  // Timers lie outside of React: they end with the component.
  useEffect(() => pace.listen(setRange), [pace]);
  return [range, (first, last) => pace.offer({ first, last })];
}
