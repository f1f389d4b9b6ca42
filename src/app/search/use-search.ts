import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allInstances, instanceHit, jobHit, vaultHit } from '#src/app/search/azure-hits.ts';
import { type Group, localGroup } from '#src/app/search/group.ts';
import type { AskedGroup, Hit } from '#src/app/search/hit.ts';
import { allPlaces, findPlaces } from '#src/app/search/places.ts';
import { ruleGroup } from '#src/app/search/rule-hits.ts';
import { azureWordsOf, isEnough } from '#src/app/search/typed.ts';
import { useSources } from '#src/app/search/use-sources.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  instanceSearchQuery,
  jobSearchQuery,
  type SearchAnswer,
  vaultSearchQuery,
} from '#src/api/queries/search.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import { fold } from '#src/lib/match.ts';
import type { ProtectedItem } from '#src/model/recovery-services.ts';

/** What was typed, searched for everywhere: pages and constraints here, the rest by Azure. */
export function useSearch(typed: string): readonly Group[] {
  const words = azureWordsOf(typed);
  const enabled = words.length > 0;
  const instances = useQuery({ ...instanceSearchQuery(words), enabled });
  const vaults = useQuery({ ...vaultSearchQuery(words), enabled });
  const jobs = useQuery({ ...jobSearchQuery(words), enabled });
  const { data: names = {} } = useQuery({ ...subscriptionNamesQuery(), enabled });
  const sourceOf = useSources(instances.data?.hits ?? []);
  if (!isEnough(typed)) return [localGroup('pages', allPlaces())];
  const pages = localGroup('pages', findPlaces(typed));
  if (!enabled) return [pages, ruleGroup(typed)];
  return [
    pages,
    {
      ...groupOf('instances', instances, (item) => instanceHit(item, names, sourceOf(item))),
      more: moreInstances(instances.data),
    },
    groupOf('vaults', vaults, (vault) => vaultHit(vault, names)),
    groupOf('jobs', jobs, (job) => jobHit(job, names, words)),
    ruleGroup(typed),
  ];
}

function groupOf<Found>(
  name: AskedGroup,
  query: UseQueryResult<SearchAnswer<Found>>,
  hitOf: (found: Found) => Hit,
): Group {
  const { data, error, isPlaceholderData, isPending } = query;
  return {
    name,
    hits: data?.hits.map(hitOf) ?? [],
    total: data?.total ?? 0,
    more: null,
    olderTyped: isPlaceholderData ? (data?.words.join(' ') ?? '') : null,
    isReading: isPending || isPlaceholderData,
    problem: error !== null && data === undefined ? problemOf(error) : null,
    onRetry: () => void query.refetch(),
  };
}

/**
 * The way to the list of all instances, which looks for one text in names: offered when all hits
 * shown are such, so that there may be more of them.
 */
function moreInstances(answer: SearchAnswer<ProtectedItem> | undefined): Hit | null {
  if (answer === undefined || answer.total <= answer.hits.length) return null;
  const [word, ...others] = answer.words;
  if (word === undefined || others.length > 0) return null;
  const areByName = answer.hits.every(({ friendlyName }) => fold(friendlyName).includes(word));
  return areByName ? allInstances(word) : null;
}
