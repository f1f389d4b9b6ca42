import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { uncut } from '#src/api/arm/paging.ts';
import { session } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { LIST_EVERY_MS, readAgainIn, readOther } from '#src/api/queries/query.ts';
import { listSecondaryJobs } from '#src/api/recovery-services/job-lists.ts';
import { type VaultName, vaultNamesQuery, vaultQuery } from '#src/api/recovery-services/vaults.ts';
import { regionsQuery } from '#src/api/resources/places.ts';
import { now } from '#src/lib/clock.ts';
import { isCut } from '#src/lib/list.ts';
import { instant } from '#src/lib/time.ts';
import {
  type Job,
  type JobFilter,
  type JobWithErrors,
  RANGE_MS,
  type SecondaryPlace,
} from '#src/model/jobs.ts';
import { sameRegion } from '#src/model/places.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';

/** Jobs of the last seven days that no list over all vaults holds. */
export interface JobsElsewhere {
  readonly jobs: readonly Job[];
  /** The vaults or services whose jobs weren't read, by name. */
  readonly unread: readonly string[];
}

/** The restores to secondary regions. */
export interface SecondaryRestores extends JobsElsewhere {
  /** How many vaults there are, whose lists of jobs Azure joins; null: more than were listed. */
  readonly vaults: number | null;
}

/** The jobs of a vault in its secondary region, or why it has none there. */
type SecondaryJobs =
  | { readonly kind: 'off' | 'unpaired' }
  | {
      readonly kind: 'jobs';
      readonly place: SecondaryPlace;
      readonly jobs: readonly JobWithErrors[];
    };

type SecondaryFilter = Pick<JobFilter, 'range' | 'statuses'>;

/**
 * The jobs of a vault in its secondary region, live: all of them, as Azure does not sort or search
 * there. Its filter takes one status; of several, the list is for the reader to narrow.
 */
export const secondaryJobsQuery = (vaultId: ResourceId, { range, statuses }: SecondaryFilter) => {
  const status = statuses.length === 1 ? statuses[0] : undefined;
  return queryOptions({
    queryKey: ['secondary jobs', vaultId.toLowerCase(), range, status],
    queryFn: async ({ client, signal }): Promise<SecondaryJobs> => {
      const place = await placeOf(client, vaultId);
      if (typeof place === 'string') return { kind: place };
      const from = instant(now() - RANGE_MS[range]);
      const jobs = await listSecondaryJobs(
        session(),
        place,
        { from, ...(status && { status }) },
        signal,
      );
      return { kind: 'jobs', place, jobs };
    },
    refetchInterval: () => readAgainIn(LIST_EVERY_MS),
  });
};

/** Where the secondary jobs of a vault are, also of a vault with unknown setting. */
async function placeOf(
  client: QueryClient,
  vaultId: ResourceId,
): Promise<SecondaryPlace | 'off' | 'unpaired'> {
  const { crossRegionRestore, region } = await readOther(client, vaultQuery(vaultId));
  if (crossRegionRestore === false) return 'off';
  return (await pairedPlace(client, { id: vaultId, region })) ?? 'unpaired';
}

/** How long regions and their pairs stay fresh: they do not change while a list is open. */
const REGIONS_FOR_MS = 3_600_000;

/** The paired region of a vault's (azure-contract §9, §14); null: it has none. */
async function pairedPlace(
  client: QueryClient,
  { id, region }: Pick<VaultName, 'id' | 'region'>,
): Promise<SecondaryPlace | null> {
  const { subscriptionId = '' } = parseResourceId(id) ?? {};
  const regions = await readOther(client, {
    ...regionsQuery(subscriptionId),
    staleTime: REGIONS_FOR_MS,
  });
  const pair = regions.find(({ name }) => sameRegion(name, region))?.pairedRegion;
  return pair ? { vaultId: id, region: pair } : null;
}

/** Most vaults to query: each has a list of its own, and an estate may have many more. */
const MOST_VAULTS = 20;

/** Asks each vault with Cross Region Restore enabled for the jobs of its paired region, and no other vault. */
export async function readSecondaryRestores(
  client: QueryClient,
  signal: AbortSignal,
): Promise<SecondaryRestores> {
  const { lists, vaults, areAll } = await secondaryLists(client);
  const read = await Promise.allSettled(lists.map(async (list) => list.read(signal)));
  return {
    jobs: read
      .flatMap((list) => (list.status === 'fulfilled' ? list.value : []))
      .toSorted((a, b) => (b.startedAt ?? 0) - (a.startedAt ?? 0)),
    unread: lists.filter((_, index) => read[index]?.status !== 'fulfilled').map(({ name }) => name),
    vaults: areAll ? vaults : null,
  };
}

/** The list of the restores of a vault in its secondary region. */
interface SecondaryList {
  /** Of the vault. */
  readonly name: string;
  /** @throws as every read, and at once where too many vaults have such a list. */
  readonly read: (signal: AbortSignal) => Promise<readonly Job[]>;
}

interface SecondaryLists {
  readonly lists: readonly SecondaryList[];
  /** How many vaults were listed, and whether there are no more. */
  readonly vaults: number;
  readonly areAll: boolean;
}

/** Those of all vaults but one. */
export async function secondaryLists(
  client: QueryClient,
  except: ResourceId | null = null,
): Promise<SecondaryLists> {
  const vaults = await readOther(client, vaultNamesQuery());
  const enabled = vaults.filter(
    ({ id, hasCrossRegionRestore }) =>
      hasCrossRegionRestore === true && (except === null || !sameId(id, except)),
  );
  const lists = enabled.map((vault, index) => ({
    name: vault.name,
    read: async (signal: AbortSignal) => {
      if (index >= MOST_VAULTS) throw new Error('Too many vaults have a secondary region.');
      return restoresTo(client, vault, signal);
    },
  }));
  return { lists, vaults: vaults.length, areAll: !isCut(vaults) };
}

async function restoresTo(
  client: QueryClient,
  vault: VaultName,
  signal: AbortSignal,
): Promise<readonly Job[]> {
  const place = await pairedPlace(client, vault);
  if (place === null) return [];
  const from = instant(now() - RANGE_MS['7d']);
  const wanted = { operation: 'CrossRegionRestore', from } as const;
  return uncut(listSecondaryJobs(session(), place, wanted, signal));
}
