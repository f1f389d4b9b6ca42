import type { Hit } from '#src/app/search/hit.ts';
import { searchResults } from '#src/strings/search.ts';
import { JobStatusBadge, Status } from '#src/ui/Status.tsx';

const words = searchResults.source;

export interface HitStateProps {
  readonly state: NonNullable<Hit['state']>;
}

/** How a result stands: the job, or the machine that an instance protects. */
export function HitState({ state }: HitStateProps) {
  if (state.kind === 'job') return <JobStatusBadge status={state.status} />;
  if (state.isSeen === null) return <Status tone="unknown">{words.notRead}</Status>;
  return state.isSeen ? <span>{words.seen}</span> : <Status tone="warning">{words.notSeen}</Status>;
}
