import type { ReactNode } from 'react';
import type { Consistency } from '#src/model/points.ts';

/** The shape of a consistency beside its word. */
export function ConsistencyMark({ consistency }: { readonly consistency: Consistency }) {
  return (
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
      <MarkShape consistency={consistency} />
    </svg>
  );
}

/** Drawn around the origin, in the color of the text around it. */
const SHAPES: Readonly<Record<Consistency, ReactNode>> = {
  AppConsistent: <circle r="3.5" fill="currentColor" />,
  FileSystemConsistent: <circle r="3" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  CrashConsistent: <path d="M-3-3 3 3M3-3-3 3" stroke="currentColor" strokeWidth="1.5" />,
  unknown: <path d="M-3 0H3" stroke="currentColor" strokeWidth="1.5" />,
};

/** The shape of a consistency inside a drawing: disc, ring, cross; a dash where it is not known. */
export function MarkShape({ consistency }: { readonly consistency: Consistency }) {
  return SHAPES[consistency];
}
