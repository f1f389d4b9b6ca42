import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { allHits, diskHit, instanceHit, jobHit, vaultHit } from '#src/app/search/azure-hits.ts';
import { type Group, localGroup } from '#src/app/search/group.ts';
import type { AskedGroup, Hit } from '#src/app/search/hit.ts';
import { allPlaces, findPlaces } from '#src/app/search/places.ts';
import { ruleGroup } from '#src/app/search/rule-hits.ts';
import { azureWordsOf, isEnough } from '#src/app/search/typed.ts';
import { useSources } from '#src/app/search/use-sources.ts';
import { failedRead } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import {
  diskSearchQuery,
  instanceSearchQuery,
  jobSearchQuery,
  type SearchAnswer,
  vaultSearchQuery,
} from '#src/api/queries/search.ts';
import { subscriptionNamesQuery } from '#src/api/queries/targets.ts';
import { fold } from '#src/lib/match.ts';

/** What was typed, searched for everywhere: pages and constraints here, the rest by Azure. */
export function useSearch(typed: string): readonly Group[] {
  const words = azureWordsOf(typed);
  const enabled = words.length > 0;
  const instances = useQuery({ ...instanceSearchQuery(words), enabled });
  const disks = useQuery({ ...diskSearchQuery(words), enabled });
  const vaults = useQuery({ ...vaultSearchQuery(words), enabled });
  const jobs = useQuery({ ...jobSearchQuery(words), enabled });
  const { data: names = {} } = useQuery({ ...subscriptionNamesQuery(), enabled });
  const sourceOf = useSources(instances.data?.hits ?? []);
  if (!isEnough(typed)) return [localGroup('pages', allPlaces())];
  const pages = localGroup('pages', findPlaces(typed));
  if (!enabled) return [pages, ruleGroup(typed)];
  return [
    pages,
    groupOf('instances', instances, {
      nameOf: ({ friendlyName }) => friendlyName,
      hitOf: (item) => instanceHit(item, names, sourceOf(item)),
    }),
    groupOf('disks', disks, {
      nameOf: ({ friendlyName }) => friendlyName,
      hitOf: (disk) => diskHit(disk, names),
    }),
    groupOf('vaults', vaults, { nameOf: ({ name }) => name, hitOf: (one) => vaultHit(one, names) }),
    groupOf('jobs', jobs, {
      nameOf: ({ itemName }) => itemName,
      hitOf: (job) => jobHit(job, names, words),
    }),
    ruleGroup(typed),
  ];
}

/** How a thing that Azure found becomes a result. */
interface Telling<Found> {
  readonly nameOf: (found: Found) => string;
  readonly hitOf: (found: Found) => Hit;
}

function groupOf<Found>(
  name: AskedGroup,
  query: UseQueryResult<SearchAnswer<Found>>,
  { nameOf, hitOf }: Telling<Found>,
): Group {
  const { data, error, isPlaceholderData, isPending } = query;
  return {
    name,
    hits: data?.hits.map(hitOf) ?? [],
    total: data?.total ?? 0,
    more: data === undefined ? null : moreOf(name, data, nameOf),
    olderTyped: isPlaceholderData ? (data?.words.join(' ') ?? '') : null,
    isReading: isPending || isPlaceholderData,
    problem: error !== null && data === undefined ? problemOf(error) : null,
    onRetry: () => failedRead(query).onRetry(),
  };
}

/**
 * The way to the list of all. A list looks for one text in names, so it is offered when all hits
 * shown have that in their names, and there may be more of them.
 */
function moreOf<Found>(
  name: AskedGroup,
  { hits, total, words }: SearchAnswer<Found>,
  nameOf: (found: Found) => string,
): Hit | null {
  const [word, ...others] = words;
  if (total <= hits.length || word === undefined || others.length > 0) return null;
  return hits.every((hit) => fold(nameOf(hit)).includes(word)) ? allHits(name, word) : null;
}
