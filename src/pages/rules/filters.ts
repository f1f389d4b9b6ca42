import { fold, wordsOf } from '#src/lib/match.ts';
import {
  entriesOf,
  type Product,
  PRODUCTS,
  type RuleEntry,
  shownGroup,
} from '#src/pages/rules/entries.ts';
import type { RulesSearch } from '#src/pages/rules/route.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { RULE_STEPS, ruleStepOf } from '#src/rules/rule.ts';
import { inOurWords } from '#src/strings/azure-words.ts';
import { constraints } from '#src/strings/constraints.ts';
import { documentTitle } from '#src/strings/rule-source.ts';

/** The words that a search for constraints looks for: Azure's newer ones are turned into ours. */
function ruleWords(typed: string): string[] {
  return wordsOf(inOurWords(typed));
}

/** Whether a constraint has all that was typed, in Azure's words or in ours. */
export function isFound({ searched }: RuleEntry, typed: string): boolean {
  return hasAll(searched, ruleWords(typed)) || hasAll(searched, wordsOf(typed));
}

/** The constraints of Azure Backup that have all that was typed: by id first, then by what they say, then the rest. */
export function findRules(typed: string): RuleEntry[] {
  return entriesOf('azure-backup')
    .filter((entry) => isFound(entry, typed))
    .map((entry) => ({ entry, rank: rankOf(entry, typed) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ entry }) => entry);
}

function rankOf({ rule, say }: RuleEntry, typed: string): number {
  const wanted = fold(typed).trim();
  if (rule.id === wanted) return 0;
  if (rule.id.startsWith(wanted)) return 1;
  if (hasAll(rule.id, ruleWords(typed))) return 2;
  return hasAll(fold(say), ruleWords(typed)) ? 3 : 4;
}

function hasAll(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** The filters of the list beside that of the product, as they are named in the address. */
export const FILTERS = ['step', 'kind', 'document', 'group', 'enforcedBy'] as const;
type FilterName = (typeof FILTERS)[number];

/** A value that constraints have under a filter, and what people call it. */
interface FilterValue {
  readonly value: string;
  readonly text: string;
}

/** What a constraint has under each filter. */
const HAS: Readonly<Record<FilterName, (entry: RuleEntry) => readonly FilterValue[]>> = {
  step: ({ rule }) => [{ value: ruleStepOf(rule), text: constraints.steps[ruleStepOf(rule)] }],
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
type Filters = Readonly<Record<FilterName, readonly string[]>>;

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
export const NO_RULES_FILTER: RulesSearch = {
  q: undefined,
  step: undefined,
  group: undefined,
  kind: undefined,
  document: undefined,
  enforcedBy: undefined,
};

type Group = CatalogueRule['group'];

/** The group that a link leads to, by the part of the address after `#`. */
export const groupHash = (group: Group): string => `group-${group}`;

/** Whether a group is open by itself: it has what a filter found, or a link leads to it. */
function isOpenUnasked(search: RulesSearch, hash: string, group: Group): boolean {
  const { filters } = readFilters(search);
  const isFiltered = typedIn(search) !== '' || FILTERS.some((name) => filters[name].length > 0);
  return isFiltered || hash === groupHash(group);
}

/** What an address searches for. */
export const typedIn = ({ q = '' }: RulesSearch): string => q.trim();

/** Whether a group of the list is open at an address. */
export function isGroupOpen(search: RulesSearch, hash: string, group: Group): boolean {
  return isOpenUnasked(search, hash, group)
    ? !namesIn(search.closed).includes(group)
    : namesIn(search.open).includes(group);
}

/** The address with some groups opened or closed. */
export function withGroups(
  search: RulesSearch,
  hash: string,
  groups: readonly Group[],
  isOpen: boolean,
): RulesSearch {
  const unasked = groups.filter((group) => isOpenUnasked(search, hash, group));
  return {
    ...search,
    open: withNames(search.open, groups, isOpen),
    closed: withNames(search.closed, unasked, !isOpen),
  };
}

const namesIn = (text = ''): string[] => text.split(',').filter((name) => name !== '');

function withNames(text: string | undefined, names: readonly string[], isIn: boolean) {
  const others = namesIn(text).filter((name) => !names.some((one) => one === name));
  return [...others, ...(isIn ? names : [])].join(',') || undefined;
}
