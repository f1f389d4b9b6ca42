import { useQuery } from '@tanstack/react-query';
import { pointsQuery } from '#src/api/recovery-services/points.ts';
import type { SentPoint } from '#src/datasources/azure-vm/disks/sent-place.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** The size of a VM as it was backed up; null while and where it is not known. */
export function useSizeAtPoint(point: SentPoint | null) {
  const query = pointsQuery(point?.itemId ?? resourceId(''), point?.isSecondary ?? false);
  const { data, isLoading } = useQuery({ ...query, enabled: point !== null });
  const size = data?.find(({ name }) => name === point?.recoveryPointId)?.vmSize ?? null;
  return { size, isLoading };
}
