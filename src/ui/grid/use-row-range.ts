import { useState, useSyncExternalStore } from 'react';
import type { RowRange } from '#src/lib/list.ts';
import { settler } from '#src/lib/settle.ts';

/** Pages are read when scrolling rests, and once a second while it does not. */
const PACE = { quietMs: 120, longestMs: 1000 };

/** The rows in view, for whoever reads them; scrolling is faster than any reading. */
export function useRowRange(): readonly [RowRange, (first: number, last: number) => void] {
  const [{ listen, latest, offer }] = useState(restingRange);
  return [useSyncExternalStore(listen, latest), offer];
}

function restingRange() {
  const pace = settler<RowRange>(PACE);
  let range: RowRange = { first: 0, last: 0 };
  return {
    offer: (first: number, last: number) => pace.offer({ first, last }),
    latest: () => range,
    listen: (onRest: () => void) =>
      pace.listen((rested) => {
        range = rested;
        onRest();
      }),
  };
}
