import { afterReal } from '#src/lib/clock.ts';

/**
 * Real milliseconds that a text stays unchanged before it is announced: typing a name isn't interrupted at
 * each key.
 */
const REST_MS = 2000;

/** A text that changes fast, announced only once it stays unchanged. */
export interface SpokenText {
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
