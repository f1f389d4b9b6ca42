import {
  entriesOf,
  type Product,
  PRODUCTS,
  type RuleEntry,
  shownGroup,
} from '#src/pages/rules/entries.ts';
import { isFound } from '#src/pages/rules/find.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import { RULE_STEPS, stepOf } from '#src/rules/rule.ts';
import { constraints } from '#src/strings/constraints.ts';
import { documentTitle } from '#src/strings/rule-source.ts';

/** The filters of the list beside that of the product, as they are named in the address. */
export const FILTERS = ['step', 'kind', 'document', 'group', 'enforcedBy'] as const;
export type FilterName = (typeof FILTERS)[number];

/** A value that constraints have under a filter, and what people call it. */
interface FilterValue {
  readonly value: string;
  readonly text: string;
}

/** What a constraint has under each filter. */
const HAS: Readonly<Record<FilterName, (entry: RuleEntry) => readonly FilterValue[]>> = {
  step: ({ rule }) => [{ value: stepOf(rule), text: constraints.steps[stepOf(rule)] }],
  group: ({ rule }) => [{ value: shownGroup(rule), text: constraints.groups[shownGroup(rule)] }],
  kind: ({ rule }) => [{ value: rule.kind, text: constraints.kinds[rule.kind] }],
  document: ({ rule }) =>
    rule.source.map(({ document }) => ({ value: document, text: documentTitle(document) })),
  enforcedBy: ({ rule }) => {
    const by = rule.by?.by;
    return by === undefined ? [] : [{ value: by, text: constraints.enforcers[by] }];
  },
};

/** All values of a filter that a product's constraints have: steps in their order, others as met. */
export function filterValues(product: Product, name: FilterName): readonly FilterValue[] {
  const met = entriesOf(product).flatMap(HAS[name]);
  const found = name === 'step' ? met.toSorted((a, b) => placeOf(a) - placeOf(b)) : met;
  return [...new Map(found.map(({ value, text }) => [value, text]))].map(([value, text]) => ({
    value,
    text,
  }));
}

function placeOf({ value }: FilterValue): number {
  return RULE_STEPS.findIndex((step) => step === value);
}

/** The selected values of each filter; without any, all pass. */
export type Filters = Readonly<Record<FilterName, readonly string[]>>;

/** The filters in an address. */
export interface AddressFilters {
  readonly product: Product;
  readonly filters: Filters;
  /** Its invalid parts, such as `kind=odd`. */
  readonly ignored: readonly string[];
}

/** The product and the filters of an address; commas separate several values. */
export function readFilters(search: Partial<RulesSearch>): AddressFilters {
  const ignored: string[] = [];
  const read = <Value extends string>(
    name: FilterName | 'product',
    known: readonly Value[],
  ): Value[] => {
    const values = (search[name] ?? '').split(',').filter((value) => value !== '');
    const odd = values.filter((value) => !known.some((one) => one === value));
    ignored.push(...odd.map((value) => `${name}=${value}`));
    return known.filter((value) => values.includes(value));
  };
  const product = read('product', PRODUCTS).at(-1) ?? PRODUCTS[0];
  const chosen = (name: FilterName) =>
    read(
      name,
      filterValues(product, name).map(({ value }) => value),
    );
  const filters = {
    step: chosen('step'),
    kind: chosen('kind'),
    document: chosen('document'),
    group: chosen('group'),
    enforcedBy: chosen('enforcedBy'),
  };
  return { product, filters, ignored };
}

/** A product's constraints that have what was typed and one of the chosen values under each filter. */
export function filteredRules(
  typed: string,
  { product, filters }: Pick<AddressFilters, 'product' | 'filters'>,
): RuleEntry[] {
  return entriesOf(product).filter(
    (entry) => isFound(entry, typed) && FILTERS.every((name) => passes(entry, name, filters[name])),
  );
}

function passes(entry: RuleEntry, name: FilterName, chosen: readonly string[]): boolean {
  return chosen.length === 0 || HAS[name](entry).some(({ value }) => chosen.includes(value));
}

/** The address without anything that narrows the list of a product. */
export const NO_FILTER: RulesSearch = {
  q: undefined,
  step: undefined,
  group: undefined,
  kind: undefined,
  document: undefined,
  enforcedBy: undefined,
};
