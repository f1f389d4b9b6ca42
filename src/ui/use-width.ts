import { type RefObject, useCallback, useRef, useState } from 'react';

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
