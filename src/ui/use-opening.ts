import { useState } from 'react';

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
