import {
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { afterReal, now, onClockJump, onServiceClock, realDelayMs } from '#src/lib/clock.ts';
import type { Loaded, Loads } from '#src/lib/load.ts';
import { type Instant, onZoneChange, zoneChoice, type ZoneChoice } from '#src/lib/time.ts';

/** Whether a media query holds, as `(min-width: 640px)`. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

interface Opening<About> {
  /** The key to draw it with. */
  readonly key: number;
  readonly about: About;
}

/**
 * What a press has opened; null while nothing is open. The browser says a moment later that a dialog or popover has
 * closed, and a press in between opens it anew: each opening has a key of its own, and `close` closes that one alone.
 */
export function useOpening<About>() {
  const [opening, setOpening] = useState<Opening<About> | null>(null);
  return {
    opening,
    open: (about: About) => setOpening((latest) => ({ key: 1 + (latest?.key ?? 0), about })),
    close: () => setOpening((latest) => (latest === opening ? null : latest)),
  };
}

/** Whether a component has been there for longer than so many real milliseconds. */
export function useIsLate(afterMs: number): boolean {
  const { listen, isLate } = useMemo(() => lateAfter(afterMs), [afterMs]);
  return useSyncExternalStore(listen, isLate);
}

function lateAfter(afterMs: number) {
  let isOver = false;
  const listen = (onLate: () => void): (() => void) =>
    afterReal(afterMs, () => {
      isOver = true;
      onLate();
    });
  return { listen, isLate: () => isOver };
}

/** The time zone as chosen. What shows times is rendered again when it changes. */
export const useZone = (): ZoneChoice => useSyncExternalStore(onZoneChange, zoneChoice);

/** The same, local until storage can be read. */
export const useZoneOnce = (isSettled: boolean): ZoneChoice =>
  useSyncExternalStore(onZoneChange, isSettled ? zoneChoice : localUntilKnown);

const localUntilKnown = (): ZoneChoice => 'local';

/** Real milliseconds between two looks at the clock, however fast it runs. */
const SHORTEST_MS = 250;

/** The time on the product's clock, looked at again every `everyMs` of it. */
export function useNow(everyMs: number): Instant {
  const { listen, latest } = useMemo(() => looksAtClock(everyMs), [everyMs]);
  return useSyncExternalStore(listen, latest);
}

function looksAtClock(everyMs: number) {
  let time = now();
  const listen = (onLook: () => void): (() => void) => {
    let stop: () => void = () => undefined;
    const lookLater = (): void => {
      stop();
      stop = afterReal(Math.max(SHORTEST_MS, realDelayMs(everyMs)), look);
    };
    const look = (): void => {
      time = now();
      onLook();
      lookLater();
    };
    const stops = [onClockJump(look), onServiceClock(look)];
    lookLater();
    return () => {
      stop();
      for (const stopListening of stops) stopListening();
    };
  };
  return { listen, latest: () => time };
}

/** Whether a value has become another one since it was first drawn. */
export function useHasChanged(value: string): boolean {
  const [seen, setSeen] = useState({ value, hasChanged: false });
  if (seen.value !== value) setSeen({ value, hasChanged: true });
  return seen.hasChanged;
}

/** A part of the code, loaded as soon as a component waits for it. */
export function useLoaded<Code>(loads: Loads<Code>, id: string): Loaded<Code> {
  const listen = useCallback(
    (listener: () => void) => {
      void loads.load(id);
      return loads.listen(listener);
    },
    [loads, id],
  );
  return useSyncExternalStore(listen, () => loads.state(id));
}

/** An element and its own width; see {@link useWidth}. */
export interface Measured {
  /** For its `ref`. */
  readonly attach: (element: HTMLDivElement | null) => (() => void) | undefined;
  readonly element: RefObject<HTMLDivElement | null>;
  /** In pixels; 0 until it is there. */
  readonly width: number;
}

/** Follows an element's own width. */
export function useWidth(): Measured {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const attach = useCallback((attached: HTMLDivElement | null) => {
    element.current = attached;
    if (attached === null) return undefined;
    const look = (): void => setWidth(attached.getBoundingClientRect().width);
    const observer = new ResizeObserver(look);
    observer.observe(attached);
    // Before the first paint, so that nothing jumps.
    look();
    return () => observer.disconnect();
  }, []);
  return { attach, element, width };
}

/**
 * Keeps a text in a place for as long as the component is drawn; null: none. `keep` stays the same between draws and
 * returns what drops the text.
 */
export function useTextBeside(text: string | null, keep: (text: string) => () => void): void {
  // Synchronizes what lies outside of React, such as the document's title, with what is drawn.
  useEffect(() => (text === null ? undefined : keep(text)), [text, keep]);
}
