import { useQuery } from '@tanstack/react-query';
import { foundDiskQuery } from '#src/api/queries/disk-instances.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import type { SourceDisk } from '#src/model/data-protection.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';

/** What is known of the disk that is protected, as it is now. */
export interface DiskNow {
  /** Null: it is gone. Undefined: not read. */
  readonly disk: SourceDisk | null | undefined;
  /** Why it is not read. */
  readonly unread: 'loading' | 'forbidden' | 'failed';
}

/** Reads the disk of a backup instance; nothing while its id is not known. */
export function useDisk(id: ResourceId | undefined): DiskNow {
  const { data, error } = useQuery({
    ...foundDiskQuery(id ?? resourceId('')),
    enabled: id !== undefined,
  });
  if (error === null) return { disk: data, unread: 'loading' };
  return { disk: data, unread: problemOf(error).kind === 'forbidden' ? 'forbidden' : 'failed' };
}
