import { useQuery } from '@tanstack/react-query';
import { diskOperationQuery } from '#src/api/queries/disk-restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import type { FollowedProps } from '#src/wizard/FollowedOperation.ts';
import { useEnded, useIsOurs } from '#src/wizard/submit/use-followed.ts';

/** Follows the accepted restore of a disk; draws nothing. */
export function FollowedDiskOperation({ id, instance, operation, onEnd }: FollowedProps) {
  const isOurs = useIsOurs(id);
  const { data, error } = useQuery({
    ...diskOperationQuery(resourceId(instance), operation),
    enabled: isOurs,
    refetchIntervalInBackground: true,
  });
  useEnded(id, onEnd, data, error);
  return null;
}
