import { useState } from 'react';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import { typedTime } from '#src/lib/typed-time.ts';
import { filters } from '#src/strings/filters.ts';

const words = filters.time;

/**
 * A time that has passed, typed in any of a few ways. What cannot be used stays as it was typed, with what is wrong
 * with it, and the time before still applies. `onChoose` gets the time as addresses hold it; undefined: none.
 */
export function useTypedTime(chosen: Instant | null, onChoose: (address?: string) => void) {
  // Null while the field shows the time that applies.
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const apply = (address?: string) => {
    setTyped(null);
    setError(null);
    onChoose(address);
  };
  const take = () => {
    if (typed === null) return;
    if (typed.trim() === '') {
      apply();
      return;
    }
    const time = typedTime(typed, now());
    const wrong = time === null ? words.unreadable(typed) : time > now() ? words.future : null;
    if (time !== null && wrong === null) apply(timeAddress(time));
    else
      setError(
        wrong === null || chosen === null ? wrong : words.stillUsed(wrong, dateTimeText(chosen)),
      );
  };
  return {
    text: typed ?? (chosen === null ? '' : dateTimeText(chosen)),
    error,
    change: setTyped,
    take,
  };
}
