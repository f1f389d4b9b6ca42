import { useQuery } from '@tanstack/react-query';
import { problemOf } from '#src/api/queries/query.ts';
import type { AcceptedRestoreQuery } from '#src/api/queries/restores.ts';
import { ProblemState } from '#src/ui/states.tsx';

export interface AcceptedTroubleProps {
  readonly query: AcceptedRestoreQuery;
  /** What Restore Center reads, as in "Reading the state of the operation". */
  readonly what: string;
}

/** What goes wrong while an accepted request is under way; every page follows it to its end. */
export function AcceptedTrouble({ query, what }: AcceptedTroubleProps) {
  const { error, refetch } = useQuery(query);
  if (error === null) return null;
  return <ProblemState problem={problemOf(error)} what={what} onRetry={() => void refetch()} />;
}
