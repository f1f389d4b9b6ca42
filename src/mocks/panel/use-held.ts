import { useCallback, useRef, useState } from 'react';

/** State of a list while a person reads it: see {@link useHeld}. */
interface Held {
  /** For the list's `ref`. */
  readonly attach: (list: HTMLElement | null) => () => void;
  /** The newest line when the reading started; null while no one reads. */
  readonly newest: string | null;
  /** Goes to the top, where new lines are shown as they come. */
  readonly release: () => void;
  /** Gives the list the focus, which alone does not hold it. Nothing scrolls: the list would come to lie under the mouse, which holds it. */
  readonly focus: () => void;
}

const events = ['scroll', 'pointerenter', 'pointerleave', 'focusin', 'focusout'] as const;

/**
 * Holds a list that grows at its top while a person reads it: has scrolled down, hovers over it or has
 * the focus in it. `newest` is the key of its first line.
 */
export function useHeld(newest: string | null): Held {
  const place = useRef<HTMLElement | null>(null);
  const [isRead, setIsRead] = useState(false);
  const [held, setHeld] = useState<string | null>(null);
  if (isRead && held === null && newest !== null) setHeld(newest);
  if (!isRead && held !== null) setHeld(null);
  // React would attach another function anew with each drawing.
  const attach = useCallback((list: HTMLElement | null) => {
    place.current = list;
    const look = (): void =>
      setIsRead(list !== null && (list.scrollTop > 0 || list.matches(':hover, :has(:focus)')));
    for (const event of events) list?.addEventListener(event, look);
    return () => {
      for (const event of events) list?.removeEventListener(event, look);
    };
  }, []);
  const release = () => {
    setIsRead(false);
    place.current?.scrollTo({ top: 0 });
  };
  return {
    attach,
    newest: held,
    release,
    focus: () => place.current?.focus({ preventScroll: true }),
  };
}
