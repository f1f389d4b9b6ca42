import { afterReal } from '#src/lib/clock.ts';

/** Real milliseconds that a text stands before it is said: typing a name is not interrupted at each key. */
const REST_MS = 2000;

/** A text that changes fast, said only once it has come to rest. */
export interface SpokenText {
  /** The text as it stands now. */
  readonly offer: (text: string) => void;
  /** What was said last; empty before. */
  readonly said: () => string;
  /** Calls back when something is said. Returns the way to stop. */
  readonly listen: (onSaid: () => void) => () => void;
}

/** Holds a text back until it has stood for two seconds. The first one came with the page and is not said. */
export function spokenText(first: string): SpokenText {
  let shown = first;
  let heard = first;
  let said = '';
  let tell: () => void = () => undefined;
  let stop: () => void = () => undefined;
  const say = (): void => {
    heard = shown;
    said = shown;
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
    said: () => said,
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
