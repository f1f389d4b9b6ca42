import type { Consistency } from '#src/model/recovery-services.ts';
import { MarkShape } from '#src/pages/instance/points/MarkShape.tsx';

/** The shape of a consistency beside its word. */
export function ConsistencyMark({ consistency }: { readonly consistency: Consistency }) {
  return (
    <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
      <MarkShape consistency={consistency} />
    </svg>
  );
}
