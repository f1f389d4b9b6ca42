import { useState } from 'react';
import { now } from '#src/lib/clock.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type Instant, timeAddress } from '#src/lib/time.ts';
import { typedTimes } from '#src/lib/typed-time.ts';
import { filters } from '#src/strings/filters.ts';

const words = filters.time;

/** What a typed text comes to: one moment, two of which a person selects one, or a reason why it is none. */
type Typed =
  | { readonly kind: 'time'; readonly at: Instant }
  | { readonly kind: 'twice'; readonly moments: readonly Instant[] }
  | { readonly kind: 'wrong'; readonly why: string };

/** Reads a time that has passed, typed in any of a few ways. Pure. */
function readTyped(text: string, at: Instant): Typed {
  const moments = typedTimes(text, at);
  if (moments === null) return { kind: 'wrong', why: words.unreadable(text) };
  const passed = moments.filter((moment) => moment <= at);
  const [only, ...others] = passed;
  if (only === undefined)
    return { kind: 'wrong', why: moments.length === 0 ? words.leftOut : words.future };
  return others.length === 0 ? { kind: 'time', at: only } : { kind: 'twice', moments: passed };
}

/**
 * A time that has passed, typed in any of a few ways. What cannot be used stays as it was typed, with what is wrong
 * with it, and the time before still applies. `onChoose` gets the time as addresses hold it; undefined: none.
 */
export function useTypedTime(chosen: Instant | null, onChoose: (address?: string) => void) {
  // Null while the field shows the time that applies.
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [twice, setTwice] = useState<readonly Instant[]>([]);
  const apply = (address?: string) => {
    setTyped(null);
    setError(null);
    setTwice([]);
    onChoose(address);
  };
  const take = () => {
    if (typed === null) return;
    if (typed.trim() === '') {
      apply();
      return;
    }
    const read = readTyped(typed, now());
    if (read.kind === 'time') {
      apply(timeAddress(read.at));
      return;
    }
    const wrong = read.kind === 'wrong' ? read.why : words.twice;
    setTwice(read.kind === 'twice' ? read.moments : []);
    setError(chosen === null ? wrong : words.stillUsed(wrong, dateTimeText(chosen)));
  };
  return {
    text: typed ?? (chosen === null ? '' : dateTimeText(chosen)),
    error,
    /** Both moments at which clocks showed the typed time, each to be selected; else none. */
    both: twice.map((at) => ({ text: dateTimeText(at), choose: () => apply(timeAddress(at)) })),
    change: setTyped,
    take,
  };
}
