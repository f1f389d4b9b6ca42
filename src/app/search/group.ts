import type { Hit } from '#src/app/search/hit.ts';
import type { SearchWords } from '#src/datasources/datasource.ts';
import type { Problem } from '#src/model/problem.ts';
import { searchResults as words } from '#src/strings/search.ts';

/** What a group is called, what is read for it, and how many were found, in words. */
export type GroupWords = Pick<SearchWords, 'heading' | 'what' | 'counted'>;

/** The results of one kind, and how their reading stands. */
export interface Group {
  /** Its own among all groups. */
  readonly name: string;
  readonly words: GroupWords;
  readonly hits: readonly Hit[];
  /** How many there are in all; the first of them are shown. */
  readonly total: number;
  /** The way to all of them, where that is another page. */
  readonly more: Hit | null;
  /** What had been typed, where the hits are those of an earlier search. */
  readonly olderTyped: string | null;
  readonly isReading: boolean;
  /** Why Azure could not be searched. */
  readonly problem: Problem | null;
  readonly onRetry?: () => void;
}

/** A group that is found on this machine: nothing of it is read. */
export function localGroup(
  name: 'pages' | 'rules' | 'drafts' | 'recents',
  hits: readonly Hit[],
  all: { readonly total: number; readonly more: Hit | null } = { total: hits.length, more: null },
): Group {
  return {
    name,
    words: words[name],
    hits,
    ...all,
    olderTyped: null,
    isReading: false,
    problem: null,
  };
}

/** The results of a group with the way to all of them at the end. */
export function linesOf({ hits, more }: Group): readonly Hit[] {
  return more === null ? hits : [...hits, more];
}

/**
 * The result that Enter opens before an arrow was pressed: the first one. None while something that
 * would stand before it, or in its place, is still being read.
 */
export function firstHit(groups: readonly Group[]): string | null {
  for (const { hits, isReading } of groups) {
    if (isReading) return null;
    if (hits[0] !== undefined) return hits[0].key;
  }
  return null;
}

/** What was found, in one sentence for who cannot see it; empty while something is being read. */
export function summaryOf(groups: readonly Group[], typed: string): string {
  if (groups.some(({ isReading }) => isReading)) return '';
  const found = groups.filter(({ total }) => total > 0);
  const failed = groups.filter(({ problem }) => problem !== null);
  return [
    found.length === 0
      ? words.nothing(typed)
      : words.found(found.map((group) => group.words.counted(group.total))),
    ...failed.map((group) => words.notSearched(group.words.heading)),
  ].join(' ');
}

/** The names of the groups that were searched, and of those that were not. */
export function searchedGroups(groups: readonly Group[]): string[] {
  return groups.flatMap((group) => (group.problem === null ? [group.words.heading] : []));
}
