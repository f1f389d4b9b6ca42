import type { UseQueryResult } from '@tanstack/react-query';
import type { Group, GroupWords } from '#src/app/search/group.ts';
import type { Hit } from '#src/app/search/hit.ts';
import { failedRead } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { SearchAnswer } from '#src/api/queries/search.ts';
import { fold } from '#src/lib/match.ts';

/** How the things of a group become results. */
export interface GroupSpec<Found> {
  readonly name: string;
  readonly words: GroupWords;
  readonly nameOf: (found: Found) => string;
  readonly hitOf: (found: Found) => Hit;
  /** The way to all with a word in their name. */
  readonly allOf: (word: string) => Hit;
}

/** The group that a service was searched for. */
export function searchedGroup<Found>(
  query: UseQueryResult<SearchAnswer<Found>>,
  spec: GroupSpec<Found>,
): Group {
  const { data, error, isPlaceholderData, isPending } = query;
  return {
    name: spec.name,
    words: spec.words,
    hits: data?.hits.map(spec.hitOf) ?? [],
    total: data?.total ?? 0,
    more: data === undefined ? null : moreOf(data, spec),
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
  { hits, total, words: typed }: SearchAnswer<Found>,
  { nameOf, allOf }: GroupSpec<Found>,
): Hit | null {
  const [word, ...others] = typed;
  if (total <= hits.length || word === undefined || others.length > 0) return null;
  return hits.every((hit) => fold(nameOf(hit)).includes(word)) ? allOf(word) : null;
}
