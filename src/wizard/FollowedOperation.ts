import { useQuery } from '@tanstack/react-query';
import { operationQuery } from '#src/api/queries/restores.ts';
import { type OnEnd, useEnded, useIsOurs } from '#src/wizard/submit/use-followed.ts';
import type { Operation } from '#src/wizard/draft/submission.ts';

export interface FollowedProps {
  /** Of the draft. */
  readonly id: string;
  /** Of the protected item, or the backup instance. */
  readonly instance: string;
  readonly operation: Operation;
  readonly onEnd: OnEnd;
}

/** Follows the accepted restore of a machine; draws nothing. */
export function FollowedOperation({ id, operation, onEnd }: FollowedProps) {
  const isOurs = useIsOurs(id);
  const { data, error } = useQuery({
    ...operationQuery(operation),
    enabled: isOurs,
    refetchIntervalInBackground: true,
  });
  useEnded(id, onEnd, data, error);
  return null;
}
