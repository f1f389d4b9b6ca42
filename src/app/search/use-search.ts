import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allInstances, instanceHit, jobHit, vaultHit } from '#src/app/search/azure-hits.ts';
import { type Group, localGroup } from '#src/app/search/group.ts';
import type { AskedGroup, Hit } from '#src/app/search/hit.ts';
import { allPlaces, findPlaces } from '#src/app/search/places.ts';
import { ruleGroup } from '#src/app/search/rule-hits.ts';
import { azureWordsOf, isEnough } from '#src/app/search/typed.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  instanceSearchQuery,
  jobSearchQuery,
  type SearchAnswer,
  vaultSearchQuery,
} from '#src/api/queries/search.ts';

/** What was typed, searched for everywhere: pages and constraints here, the rest by Azure. */
export function useSearch(typed: string): readonly Group[] {
  const asked = azureWordsOf(typed);
  const enabled = asked.length > 0;
  const instances = useQuery({ ...instanceSearchQuery(asked), enabled });
  const vaults = useQuery({ ...vaultSearchQuery(asked), enabled });
  const jobs = useQuery({ ...jobSearchQuery(asked), enabled });
  if (!isEnough(typed)) return [localGroup('pages', allPlaces())];
  const pages = localGroup('pages', findPlaces(typed));
  const rules = ruleGroup(typed);
  if (!enabled) return [pages, rules];
  return [
    pages,
    askedGroup('instances', instances, instanceHit),
    askedGroup('vaults', vaults, vaultHit),
    askedGroup('jobs', jobs, (found) => jobHit(found, asked)),
    rules,
  ];
}

function askedGroup<Found>(
  name: AskedGroup,
  query: UseQueryResult<SearchAnswer<Found>>,
  hitOf: (found: Found) => Hit,
): Group {
  const { data, error, isPlaceholderData, isPending } = query;
  const found = data?.hits.map(hitOf) ?? [];
  const total = data?.total ?? 0;
  const typed = data?.words.join(' ') ?? '';
  const hasMore = name === 'instances' && total > found.length;
  return {
    name,
    hits: found,
    total,
    more: hasMore ? allInstances(typed, total) : null,
    olderTyped: isPlaceholderData ? typed : null,
    isReading: isPending || isPlaceholderData,
    problem: error !== null && data === undefined ? problemOf(error) : null,
    onRetry: () => void query.refetch(),
  };
}
