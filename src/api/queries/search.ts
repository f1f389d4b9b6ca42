import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { session } from '#src/api/arm/session.ts';
import { listSourceMachines } from '#src/api/compute/machines/sources.ts';
import { findDiskInstances } from '#src/api/data-protection/backup-instances/find.ts';
import { findJobs } from '#src/api/recovery-services/jobs/find.ts';
import { findProtectedItems } from '#src/api/recovery-services/protected-items/find.ts';
import { findVaults } from '#src/api/recovery-services/vaults/find.ts';
import { afterReal } from '#src/lib/clock.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { FirstHits } from '#src/model/search.ts';

/** Hits of one kind that are shown in the global search. */
const MOST = 5;

/**
 * Real milliseconds that typing must rest before Azure is asked: a person has 15 questions in 5 s
 * (azure-contract §1), and each word typed here costs four.
 */
const REST_MS = 300;

/** What was found, and by which words: an older answer stays while the next is read. */
export interface SearchAnswer<Hit> extends FirstHits<Hit> {
  readonly words: readonly string[];
}

function answering<Hit>(
  words: readonly string[],
  find: (signal: AbortSignal) => Promise<FirstHits<Hit>>,
): (context: { readonly signal: AbortSignal }) => Promise<SearchAnswer<Hit>> {
  return async ({ signal }) => {
    await restOfTyping(signal);
    return { ...(await find(signal)), words };
  };
}

/** Protected VMs with all these words in their name, group or vault. */
export const instanceSearchQuery = (words: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'instances', ...words],
    queryFn: answering(words, (signal) => findProtectedItems(session(), words, MOST, signal)),
    placeholderData: keepPreviousData,
  });

/** Protected disks with all these words in their name, group or vault. */
export const diskSearchQuery = (words: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'disks', ...words],
    queryFn: answering(words, (signal) => findDiskInstances(session(), words, MOST, signal)),
    placeholderData: keepPreviousData,
  });

/** Vaults with all these words in their name or group. */
export const vaultSearchQuery = (words: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'vaults', ...words],
    queryFn: answering(words, (signal) => findVaults(session(), words, MOST, signal)),
    placeholderData: keepPreviousData,
  });

/** Jobs with all these words in their machine's name, id, group or vault. */
export const jobSearchQuery = (words: readonly string[]) =>
  queryOptions({
    queryKey: ['search', 'jobs', ...words],
    queryFn: answering(words, (signal) => findJobs(session(), words, MOST, signal)),
    placeholderData: keepPreviousData,
  });

/** The lower-case ids of those source machines that Resource Graph shows. */
export const seenSourcesQuery = (ids: readonly ResourceId[]) =>
  queryOptions({
    queryKey: ['search', 'sources', ...ids],
    queryFn: async ({ signal }) => {
      const machines = await listSourceMachines(session(), ids, signal);
      return new Set(machines.map(({ id }) => id.toLowerCase()));
    },
    enabled: ids.length > 0,
  });

/** Resolves when nothing else was typed for a while; the next letter gives the question up. */
function restOfTyping(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const callOff = afterReal(REST_MS, resolve);
    signal.addEventListener(
      'abort',
      () => {
        callOff();
        reject(new Error('typed on'));
      },
      { once: true },
    );
  });
}
