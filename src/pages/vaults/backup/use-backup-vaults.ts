import { type QueryKey, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { backupVaultsQuery } from '#src/api/queries/disk-instances.ts';
import { type FailedPage, failedRead } from '#src/api/queries/paged.ts';
import type { BackupVault } from '#src/model/data-protection.ts';

export interface BackupVaultsRead {
  readonly read: UseQueryResult<BackupVault[]>;
  readonly key: QueryKey;
  /** Why they could not be read again, having been read once; null where they could. */
  readonly failed: FailedPage | null;
}

/** All Backup vaults: they are few, and read whole. */
export function useBackupVaults(): BackupVaultsRead {
  const query = backupVaultsQuery();
  const read = useQuery(query);
  const { data, error } = read;
  const isStale = data !== undefined && error !== null;
  return {
    read,
    key: query.queryKey,
    failed: isStale ? failedRead(read) : null,
  };
}
