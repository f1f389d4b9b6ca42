import { keepPreviousData, type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import { session } from '#src/api/arm/pipeline.ts';
import { listInstancePage } from '#src/api/recovery-services/items.ts';
import { listTags } from '#src/api/resource-graph/query.ts';
import { BY_NAME, EVERYTHING } from '#src/model/instances.ts';
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

/** The first machines with a text in their name, and how many there are in all. */
export const machinesNamedQuery = (text: string, most: number) =>
  queryOptions({
    queryKey: ['machines named', text.toLowerCase(), most],
    queryFn: ({ signal }) =>
      listInstancePage(
        session(),
        { filter: { ...EVERYTHING, search: text }, order: BY_NAME, start: { skip: 0 }, top: most },
        signal,
      ),
    placeholderData: keepPreviousData,
  });

const MACHINES = ['microsoft.compute/virtualmachines', 'microsoft.classiccompute/virtualmachines'];

/** The tags that VMs have, to filter by. */
export const machineTagsQuery = () =>
  queryOptions({
    queryKey: ['machine tags'],
    queryFn: ({ signal }) => listTags(session(), MACHINES, signal),
  });
