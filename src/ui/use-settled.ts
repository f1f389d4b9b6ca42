import { useEffect, useState } from 'react';
import { type SettleTimes, settler } from '#src/lib/settle.ts';

/** A value that is offered fast and followed at a pace of its own; see {@link settler}. */
export function useSettled<Value>(
  first: Value,
  times: SettleTimes,
): readonly [value: Value, offer: (value: Value) => void] {
  const [value, setValue] = useState(first);
  const [one] = useState(() => settler<Value>(times));
  // Timers lie outside of React: they end with the component.
  useEffect(() => one.listen(setValue), [one]);
  return [value, one.offer];
}
