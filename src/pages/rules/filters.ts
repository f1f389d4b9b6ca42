import { ENTRIES, type RuleEntry } from '#src/pages/rules/entries.ts';
import { isFound } from '#src/pages/rules/find.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { constraints } from '#src/strings/constraints.ts';
import { documentTitle } from '#src/strings/rules.ts';

/** The filters of the list, as they are named in the address. */
export const FILTERS = ['group', 'kind', 'document', 'enforcedBy'] as const;
export type FilterName = (typeof FILTERS)[number];

/** A value that constraints have under a filter, and what people call it. */
interface FilterValue {
  readonly value: string;
  readonly text: string;
}

/** What a constraint has under each filter. */
const HAS: Readonly<Record<FilterName, (entry: RuleEntry) => readonly FilterValue[]>> = {
  group: ({ rule }) => [{ value: rule.group, text: constraints.groups[rule.group] }],
  kind: ({ rule }) => [{ value: rule.kind, text: constraints.kinds[rule.kind] }],
  document: ({ rule }) =>
    rule.source.map(({ document }) => ({ value: document, text: documentTitle(document) })),
  enforcedBy: ({ rule }) =>
    'enforcedBy' in rule
      ? [{ value: rule.enforcedBy.by, text: constraints.enforcers[rule.enforcedBy.by] }]
      : [],
};

function valuesOf(name: FilterName): FilterValue[] {
  const texts = new Map(ENTRIES.flatMap(HAS[name]).map(({ value, text }) => [value, text]));
  return [...texts].map(([value, text]) => ({ value, text }));
}

/** All values of each filter, in the order in which the constraints have them. */
export const FILTER_VALUES: Readonly<Record<FilterName, readonly FilterValue[]>> = {
  group: valuesOf('group'),
  kind: valuesOf('kind'),
  document: valuesOf('document'),
  enforcedBy: valuesOf('enforcedBy'),
};

/** The chosen values of each filter; none chosen lets all pass. */
export type Filters = Readonly<Record<FilterName, readonly string[]>>;

/** The filters that an address asks for, several values with commas between, and what in it means nothing, as `kind=odd`. */
export function readFilters(search: Partial<RulesSearch>): {
  readonly filters: Filters;
  readonly ignored: readonly string[];
} {
  const ignored: string[] = [];
  const read = (name: FilterName): string[] => {
    const asked = (search[name] ?? '').split(',').filter((value) => value !== '');
    const known = FILTER_VALUES[name].map(({ value }) => value);
    const odd = asked.filter((value) => !known.includes(value));
    ignored.push(...odd.map((value) => `${name}=${value}`));
    return known.filter((value) => asked.includes(value));
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
export function filteredRules(typed: string, filters: Filters): RuleEntry[] {
  return ENTRIES.filter(
    (entry) => isFound(entry, typed) && FILTERS.every((name) => passes(entry, name, filters[name])),
  );
}

function passes(entry: RuleEntry, name: FilterName, chosen: readonly string[]): boolean {
  return chosen.length === 0 || HAS[name](entry).some(({ value }) => chosen.includes(value));
}

/** The address without anything that narrows the list. */
export const NO_FILTER: RulesSearch = {
  q: undefined,
  group: undefined,
  kind: undefined,
  document: undefined,
  enforcedBy: undefined,
};
