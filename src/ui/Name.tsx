import type { ReactNode } from 'react';
import { shownText } from '#src/lib/visible-text.ts';

export interface NameProps {
  /** A text that came from others; anything but a text is shown as it is. */
  readonly children: ReactNode;
  /** Cut like a name, whatever is in it. */
  readonly isName?: boolean;
}

/**
 * A name, or another text that comes from Azure or a person: what is hidden in it is written out, its direction stays its
 * own, and a tooltip has what was cut.
 */
export function Name({ children, isName }: NameProps) {
  if (typeof children !== 'string') return children;
  const { text, whole, isIsolated } = shownText(children, isName);
  return isIsolated ? <bdi title={whole}>{text}</bdi> : text;
}
