import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { ResourceId } from '#src/model/resource-id.ts';

/** The key of the VM that a backup instance is of, as its datasource gives it. */
export const machineKeyQuery = (
  instance: ResourceId,
  read: (queries: QueryClient) => Promise<string | null>,
) =>
  queryOptions({
    queryKey: ['machine of', instance.toLowerCase()],
    queryFn: ({ client }) => read(client),
  });

/** The backups that a datasource has of the VM with a key; nothing is read without one. */
export const machineBackupsQuery = <Backup>(
  datasource: string,
  key: string | null | undefined,
  read: (queries: QueryClient, key: string) => Promise<readonly Backup[]>,
) =>
  queryOptions({
    queryKey: ['backups of machine', datasource, key],
    queryFn: key === null || key === undefined ? skipToken : ({ client }) => read(client, key),
  });
