import type { RuleEntry } from '#src/pages/rules/entries.ts';
import { isFound } from '#src/pages/rules/find.ts';
import { constraints } from '#src/strings/constraints.ts';
import { documentTitle } from '#src/strings/rules.ts';

/** The filters of the list, as they are named in the address. */
export const FILTERS = ['group', 'kind', 'document', 'enforcedBy'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What a constraint has under each filter. */
const VALUES: Readonly<Record<FilterName, (entry: RuleEntry) => readonly string[]>> = {
  group: ({ rule }) => [rule.group],
  kind: ({ rule }) => [rule.kind],
  document: ({ rule }) => rule.source.map(({ document }) => document),
  enforcedBy: ({ rule }) => ('enforcedBy' in rule ? [rule.enforcedBy.by] : []),
};

/** The chosen values of each filter; none chosen lets all pass. */
export type Filters = Readonly<Record<FilterName, readonly string[]>>;

/** What stands in the address, before anybody knows whether it means something. */
export type Typed = Readonly<Partial<Record<FilterName | 'q', string | undefined>>>;

/** A value in the address that no constraint has. */
export interface Ignored {
  readonly name: FilterName;
  readonly value: string;
}

/** All values that constraints have under a filter, in the order of the constraints. */
export function valuesOf(name: FilterName, entries: readonly RuleEntry[]): string[] {
  return [...new Set(entries.flatMap(VALUES[name]))];
}

/** The filters that the address asks for, and what in it means nothing. */
export function readFilters(
  typed: Typed,
  entries: readonly RuleEntry[],
): { readonly filters: Filters; readonly ignored: readonly Ignored[] } {
  const ignored: Ignored[] = [];
  const read = (name: FilterName): string[] => {
    const known = valuesOf(name, entries);
    const asked = [...new Set((typed[name] ?? '').split(',').map((value) => value.trim()))];
    const wanted = asked.filter((value) => value !== '');
    ignored.push(
      ...wanted.filter((value) => !known.includes(value)).map((value) => ({ name, value })),
    );
    return known.filter((value) => wanted.includes(value));
  };
  const filters = {
    group: read('group'),
    kind: read('kind'),
    document: read('document'),
    enforcedBy: read('enforcedBy'),
  };
  return { filters, ignored };
}

/** The constraints that have what was typed and one of the chosen values under each filter. */
export function filtered(
  entries: readonly RuleEntry[],
  typed: string,
  filters: Filters,
): RuleEntry[] {
  return entries.filter(
    (entry) =>
      isFound(entry, typed) &&
      FILTERS.every(
        (name) =>
          filters[name].length === 0 ||
          VALUES[name](entry).some((value) => filters[name].includes(value)),
      ),
  );
}
