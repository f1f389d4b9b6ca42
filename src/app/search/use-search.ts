import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { searchedGroup } from '#src/app/search/searched-group.ts';
import { allJobs, allVaults, jobHit, vaultHit } from '#src/app/search/azure-hits.ts';
import { draftGroup } from '#src/app/search/draft-hits.ts';
import { type Group, localGroup } from '#src/app/search/group.ts';
import { recentHit } from '#src/app/search/instance-hits.ts';
import { allPlaces, findPlaces } from '#src/app/search/places.ts';
import { ruleGroup } from '#src/app/search/rule-hits.ts';
import { azureWordsOf, isEnough } from '#src/app/search/typed.ts';
import { jobSearchQuery, vaultSearchQuery } from '#src/api/queries/search.ts';
import { subscriptionNamesQuery } from '#src/api/resources/places.ts';
import { onRecentChange, recentInstances } from '#src/lib/recent-instances.ts';
import { searchResults } from '#src/strings/search.ts';
import { openDrafts } from '#src/wizard/draft/drafts.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';

/**
 * What was typed, searched for everywhere: pages, drafts and constraints here, vaults and jobs by Azure. Before that: where
 * this browser was lately, what it left open, and all pages. Gives all groups once it is given those of the backup instances.
 */
export function useSearch(typed: string): (instances: readonly Group[]) => readonly Group[] {
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
      localGroup('pages', allPlaces()),
    ];
  }
  const pages = localGroup('pages', findPlaces(typed));
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
