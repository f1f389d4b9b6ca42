import { useQuery } from '@tanstack/react-query';
import { operationQuery } from '#src/api/queries/restores.ts';
import type { Submission } from '#src/wizard/draft/schema.ts';
import { useEnded, useIsOurs } from '#src/wizard/submit/use-followed.ts';

export interface FollowedProps {
  /** Of the draft. */
  readonly id: string;
  /** Of the protected item, or the backup instance. */
  readonly instance: string;
  readonly operation: Extract<Submission, { state: 'accepted' }>['operation'];
}

/** Follows the accepted restore of a machine; draws nothing. */
export function FollowedOperation({ id, operation }: FollowedProps) {
  const isOurs = useIsOurs(id);
  const { data, error } = useQuery({
    ...operationQuery(operation),
    enabled: isOurs,
    refetchIntervalInBackground: true,
  });
  useEnded(id, data, error);
  return null;
}
