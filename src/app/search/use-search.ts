import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { jobSearchQuery, sourcesQuery, vaultSearchQuery } from '#src/api/queries/search.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import {
  allJobs,
  allPlaces,
  allVaults,
  azureWordsOf,
  draftGroup,
  findPlaces,
  type Group,
  type Hit,
  isEnough,
  jobHit,
  localGroup,
  otherPages,
  ruleGroup,
  searchedGroup,
  vaultHit,
} from '#src/app/search/hits.ts';
import { recentHit } from '#src/app/search/instance-hits.ts';
import type { OwnSearch } from '#src/app/search/searches.ts';
import type { FoundInstance } from '#src/datasources/datasource.ts';
import { onRecentChange, recentInstances } from '#src/lib/recent-instances.ts';
import { searchResults } from '#src/strings/search.ts';
import { openDrafts } from '#src/wizard/draft/drafts.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';

/**
 * What was typed, searched for everywhere: pages, drafts and constraints here, vaults and jobs by Azure. Before that: where
 * this browser was lately, what it left open, and all pages. Gives all groups once it is given those of the backup instances.
 */
export function useSearchGroups(typed: string): (instances: readonly Group[]) => readonly Group[] {
  const { routesByPath } = useRouter();
  const others = otherPages(Object.values(routesByPath));
  const words = azureWordsOf(typed);
  const enabled = words.length > 0;
  const vaults = useQuery({ ...vaultSearchQuery(words), enabled });
  const jobs = useQuery({ ...jobSearchQuery(words), enabled });
  const { data: names = {} } = useQuery({ ...subscriptionNamesQuery(), enabled });
  const recents = useSyncExternalStore(onRecentChange, recentInstances);
  useSyncExternalStore(onDraftChange, draftsVersion);
  const drafts = openDrafts();
  if (!isEnough(typed)) {
    return () => [
      localGroup('recents', recents.map(recentHit)),
      draftGroup('', drafts),
      localGroup('pages', allPlaces(others)),
    ];
  }
  const pages = localGroup('pages', findPlaces(typed, others));
  const found = draftGroup(words.length > 0 ? words.join(' ') : typed, drafts);
  if (!enabled) return () => [pages, found, ruleGroup(typed)];
  return (instances) => [
    pages,
    ...instances,
    found,
    searchedGroup(vaults, {
      name: 'vaults',
      words: searchResults.vaults,
      nameOf: ({ name }) => name,
      hitOf: (one) => vaultHit(one, names),
      allOf: allVaults,
    }),
    searchedGroup(jobs, {
      name: 'jobs',
      words: searchResults.jobs,
      nameOf: ({ itemName }) => itemName,
      hitOf: (job) => jobHit(job, names, words),
      allOf: allJobs,
    }),
    ruleGroup(typed),
  ];
}

/**
 * Whether the sources of some instances exist: read by their IDs, since a search over all sources too would
 * be slow. Nothing while loading, or if it is unknown.
 */
export function useSources(
  { id, search }: OwnSearch,
  found: readonly FoundInstance[],
): (one: FoundInstance) => Hit['state'] {
  const ids = found.flatMap(({ source }) => source?.id ?? []);
  const { data, error } = useQuery(sourcesQuery(id, ids, search.existing));
  return ({ source }) => {
    if (source === undefined) return undefined;
    if (data === undefined) return error === null ? undefined : notRead;
    if (data.has(source.id.toLowerCase())) return { kind: 'source', isSeen: true };
    return source.isMaybeUnlisted ? notRead : { kind: 'source', isSeen: false };
  };
}

const notRead = { kind: 'source', isSeen: null } as const;
