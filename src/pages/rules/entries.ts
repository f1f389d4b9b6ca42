import { fold } from '#src/lib/match.ts';
import { catalogue, type CatalogueRule } from '#src/rules/catalogue.ts';
import { type Choices, labelOf } from '#src/rules/fields.ts';
import { dateOf, fieldsOf } from '#src/rules/rule.ts';
import { productOf } from '#src/rules/engine.ts';
import { documentTitle, sayOf, sourceLine } from '#src/strings/rule-source.ts';

/** The group that a constraint is listed in: Azure's own stand apart, whatever they are about. */
export const shownGroup = ({ id, group }: CatalogueRule): CatalogueRule['group'] =>
  id.startsWith('platform.') ? 'platform' : group;

/** A constraint with what a person reads of it. */
export interface RuleEntry {
  readonly rule: CatalogueRule;
  /** Its sentence. */
  readonly say: string;
  /** The labels of the fields that it speaks about. */
  readonly fields: readonly string[];
  /** All that a search looks at, folded. */
  readonly searched: string;
}

function entryOf(rule: CatalogueRule): RuleEntry {
  const say = sayOf(rule);
  const fields = fieldsOf(rule).map((field) => labelOf(field));
  const sources = rule.source.flatMap((source) => [
    sourceLine(source),
    documentTitle(source.document),
  ]);
  const read = [rule.id, say, rule.instead?.label ?? '', rule.short ?? '', ...fields, ...sources];
  return { rule, say, fields, searched: fold(read.join('\n')) };
}

/** Every constraint of the catalogue, in its order. */
export const ENTRIES: readonly RuleEntry[] = catalogue.map(entryOf);

/** The products that have constraints; the first one is meant where none is named. */
export const PRODUCTS = ['azure-backup', 'commvault'] as const satisfies Choices['product'][];
export type Product = (typeof PRODUCTS)[number];

const OF_PRODUCT = Map.groupBy(ENTRIES, ({ rule }) => productOf(rule));

/** Every constraint of one product, in the catalogue's order. */
export function entriesOf(product: Product): readonly RuleEntry[] {
  return OF_PRODUCT.get(product) ?? [];
}

/** How many of the five documents a product's constraints are from. */
export function documentsOf(product: Product): number {
  const sources = entriesOf(product).flatMap(({ rule }) => rule.source);
  return new Set(sources.map(({ document }) => document).filter((one) => one in dateOf)).size;
}

/** The constraint of an id in any letter case; undefined when there is none. */
export function entryById(id: string): RuleEntry | undefined {
  const wanted = id.trim().toLowerCase();
  return ENTRIES.find(({ rule }) => rule.id === wanted);
}
