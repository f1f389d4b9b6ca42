import { useCallback, useState, useSyncExternalStore } from 'react';
import { afterReal } from '#src/lib/clock.ts';
import { useCommonStyles } from '#src/ui/styles.ts';

/**
 * Real milliseconds that a text stays unchanged before it is announced: typing a name isn't interrupted at
 * each key.
 */
const REST_MS = 2000;

/** A text that changes fast, announced only once it stays unchanged. */
interface SpokenText {
  /** Takes the current text. */
  readonly offer: (text: string) => void;
  /** The latest announcement; empty before. */
  readonly latest: () => string;
  /** Calls back at each announcement. Returns a function that stops it. */
  readonly listen: (onSaid: () => void) => () => void;
}

/** Delays a text until it is unchanged for two seconds. The first one is part of the page and isn't announced. */
export function spokenText(first: string): SpokenText {
  let shown = first;
  let heard = first;
  let latest = '';
  let tell: () => void = () => undefined;
  let stop: () => void = () => undefined;
  const say = (): void => {
    heard = shown;
    latest = shown;
    tell();
  };
  const waitForRest = (): void => {
    stop();
    stop = shown === heard ? () => undefined : afterReal(REST_MS, say);
  };
  return {
    offer: (text) => {
      if (text === shown) return;
      shown = text;
      waitForRest();
    },
    latest: () => latest,
    listen: (onSaid) => {
      tell = onSaid;
      waitForRest();
      return () => {
        stop();
        tell = () => undefined;
      };
    },
  };
}

interface SpokenProps {
  /** What stands on the page now, seen elsewhere. */
  readonly text: string;
}

/** Announces a text that changes during typing to screen readers, once it hasn't changed for two seconds. */
export function Spoken({ text }: SpokenProps) {
  const { unseen } = useCommonStyles();
  const [resting] = useState(() => spokenText(text));
  const announced = useSyncExternalStore(resting.listen, resting.latest);
  // Attached anew with each text: that is when a wait starts.
  const offer = useCallback(() => resting.offer(text), [resting, text]);
  return (
    <div ref={offer} aria-live="polite" aria-atomic className={unseen}>
      {announced}
    </div>
  );
}

interface SpokenNowProps {
  /** What it tells of. */
  readonly label: string;
  /** The current text of each part of the page; an empty part isn't announced. */
  readonly parts: Readonly<Record<string, string>>;
}

/** Tells screen readers each part of a text as soon as it changes. For one that changes only with news. */
export function SpokenNow({ label, parts }: SpokenNowProps) {
  const { unseen } = useCommonStyles();
  return (
    <div role="status" aria-label={label} aria-atomic={false} className={unseen}>
      {Object.entries(parts).map(([name, part]) => (
        <span key={name}>{part}</span>
      ))}
    </div>
  );
}
