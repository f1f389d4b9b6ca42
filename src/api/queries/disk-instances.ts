import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { isNotFound } from '#src/api/arm/error.ts';
import { session } from '#src/api/arm/pipeline.ts';
import {
  findDiskInstance,
  getDeletedDisk,
  listDeletedDisks,
  listDiskInstancePage,
  listDiskPoints,
} from '#src/api/data-protection/instances.ts';
import { backupVaultsQuery, listBackupVaults } from '#src/api/data-protection/vaults.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import { readOther } from '#src/api/queries/query.ts';
import type { GraphPage, PageStart } from '#src/api/resource-graph/query.ts';
import { fold } from '#src/lib/match.ts';
import type {
  DiskBackupInstance,
  DiskInstanceFilter,
  DiskInstanceOrder,
  DiskRecoveryPoint,
} from '#src/model/backup-vaults.ts';
import { sameRegion } from '#src/model/places.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import type { FirstHits } from '#src/lib/list.ts';

/**
 * Disks whose backups were deleted and are still kept. Resource Graph isn't documented to have them: each Backup
 * vault is read for its own.
 */

/** One request a vault: of more than these, the others are not looked into. */
const MOST_VAULTS = 50;

interface DeletedDisks {
  readonly disks: readonly DiskBackupInstance[];
  /** The vaults that weren't looked into, or could not be read. */
  readonly unread: readonly ResourceId[];
}

/** The deleted disks of all Backup vaults. */
export const deletedDisksQuery = () =>
  queryOptions({
    queryKey: ['deleted disks'],
    queryFn: async ({ signal, client }) =>
      deletedIn(
        (await readOther(client, backupVaultsQuery())).map(({ id }) => id),
        signal,
      ),
  });

/** The same, from the cache where there is one. */
export const deletedDisks = (
  client: QueryClient | undefined,
  signal: AbortSignal,
): Promise<DeletedDisks> =>
  client === undefined ? readDeletedDisks(signal) : readOther(client, deletedDisksQuery());

async function readDeletedDisks(signal: AbortSignal): Promise<DeletedDisks> {
  const vaults = await listBackupVaults(session(), signal);
  return deletedIn(
    vaults.map(({ id }) => id),
    signal,
  );
}

async function deletedIn(
  vaults: readonly ResourceId[],
  signal: AbortSignal,
): Promise<DeletedDisks> {
  const read = vaults.slice(0, MOST_VAULTS);
  const answers = await Promise.allSettled(
    read.map((id) => listDeletedDisks(session(), id, signal)),
  );
  signal.throwIfAborted();
  return {
    disks: answers.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    unread: [
      ...read.filter((_, index) => answers[index]?.status !== 'fulfilled'),
      ...vaults.slice(MOST_VAULTS),
    ],
  };
}

/** Whether what was read last has a disk among those that are deleted. */
const isKnownDeleted = (client: QueryClient, id: ResourceId): boolean =>
  client.getQueryData(deletedDisksQuery().queryKey)?.disks.some((one) => sameId(one.id, id)) ===
  true;

/** Takes one that was undeleted out of what was read. */
export function noteUndeleted(client: QueryClient, id: ResourceId): void {
  client.setQueryData(deletedDisksQuery().queryKey, (read) =>
    read === undefined
      ? undefined
      : { ...read, disks: read.disks.filter((one) => !sameId(one.id, id)) },
  );
}

/** Whether a filter lets a disk through, as Resource Graph reads it. */
function fitting(filter: DiskInstanceFilter): (disk: DiskBackupInstance) => boolean {
  const has = (ids: readonly string[] = [], id = '') =>
    ids.length === 0 || ids.some((one) => sameId(one, id));
  return (disk) =>
    fold(disk.friendlyName).includes(fold(filter.search)) &&
    has(filter.subscriptions, disk.subscriptionId) &&
    has(filter.vaults, disk.vaultId) &&
    has(filter.sources, disk.sourceDiskId) &&
    (filter.regions.length === 0 || filter.regions.some((one) => sameRegion(one, disk.region)));
}

/** A page of the list whose last rows are those that are deleted. One that goes on from a token leaves them to the next. */
function withDeleted(
  page: GraphPage<DiskBackupInstance>,
  deleted: readonly DiskBackupInstance[],
  { start, top }: { readonly start: PageStart; readonly top: number },
): GraphPage<DiskBackupInstance> {
  const total = page.total + deleted.length;
  if ('token' in start || page.next !== null) return { ...page, total };
  const from = Math.max(0, start.skip - page.total);
  const room = start.skip + page.rows.length < page.total ? 0 : top - page.rows.length;
  return { ...page, rows: [...page.rows, ...deleted.slice(from, from + room)], total };
}

/** The first `most` hits of a search, and after them those that are deleted and have all its words. */
export function withDeletedHits(
  found: FirstHits<DiskBackupInstance>,
  disks: readonly DiskBackupInstance[],
  words: readonly string[],
  most: number,
): FirstHits<DiskBackupInstance> {
  const own = disks.filter(({ friendlyName, resourceGroup, vaultName }) =>
    words.every((word) =>
      [friendlyName, resourceGroup, vaultName].some((text) => fold(text).includes(fold(word))),
    ),
  );
  return { hits: [...found.hits, ...own].slice(0, most), total: found.total + own.length };
}

/** The protected disks that a filter lets through, in pages; those that are deleted softly stand at the end. */
export const diskInstancePages = (
  filter: DiskInstanceFilter,
  order: DiskInstanceOrder,
): Pages<DiskBackupInstance> => ({
  key: ['disk instances', filter, order],
  read: async (wanted, signal, client) => {
    const [page, deleted] = await Promise.all([
      listDiskInstancePage(session(), { filter, order, ...wanted }, signal),
      deletedDisks(client, signal),
    ]);
    return withDeleted(page, deleted.disks.filter(fitting(filter)), wanted);
  },
});

/** One protected disk, also where its backup was deleted and is still kept. */
export const diskInstanceQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['disk instance', id.toLowerCase()],
    queryFn: ({ signal, client }) =>
      // A question for what a list has shown as deleted would get the answer that it isn't there.
      (isKnownDeleted(client, id) ? getDeletedDisk : findDiskInstance)(session(), id, signal),
  });

/** The recovery points of a protected disk; of one that is deleted Azure lists none. */
export const diskPointsQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['disk points', id.toLowerCase()],
    queryFn: ({ signal, client }) => (isKnownDeleted(client, id) ? [] : listPointsOf(id, signal)),
  });

async function listPointsOf(id: ResourceId, signal: AbortSignal): Promise<DiskRecoveryPoint[]> {
  try {
    return await listDiskPoints(session(), id, signal);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    const { deletion } = await findDiskInstance(session(), id, signal);
    if (deletion === null) throw error;
    return [];
  }
}
