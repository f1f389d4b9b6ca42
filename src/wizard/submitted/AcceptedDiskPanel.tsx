import { useQuery } from '@tanstack/react-query';
import { diskOperationQuery } from '#src/api/queries/disk-restores.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { type AcceptedPanelProps, AcceptedState } from '#src/wizard/submitted/AcceptedPanel.tsx';

export interface AcceptedDiskPanelProps extends AcceptedPanelProps {
  /** Id of the backup instance. */
  readonly instance: string;
}

/** While Azure makes the job of a disk's restore. */
export function AcceptedDiskPanel({ instance, operation }: AcceptedDiskPanelProps) {
  const { error, refetch } = useQuery(diskOperationQuery(resourceId(instance), operation));
  return <AcceptedState error={error} onRetry={() => void refetch()} />;
}
