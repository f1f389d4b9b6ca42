import {
  defaultCompareMediaQueries,
  normalizeCSSBucketEntry,
  styleBucketOrdering,
  type CSSRulesByBucket,
} from '@griffel/core';

/** A rule of a style sheet, with what its place in it follows from. */
interface Placed {
  readonly css: string;
  /** Without the names of its classes: rules that say the same stand together, and compress well. Empty: it stays in its place. */
  readonly text: string;
  /** Place of its bucket among all. */
  readonly bucket: number;
  /** Below 0 for a property that stands for others. */
  readonly priority: number;
  /** Of a rule for some media or containers alone: which. */
  readonly condition: string;
}

/** Griffel writes this selector by the names that it had in browsers of years ago, one rule for each. */
const OLD_PLACEHOLDER = /[^{}]*::-moz-placeholder\s*\{[^}]*\}/g;
const withoutOldNames = (css: string): string =>
  css.replaceAll(OLD_PLACEHOLDER, '').replaceAll('::-webkit-input-placeholder', '::placeholder');

/** Buckets of rules that belong together, in an order of their own. */
const IN_OWN_ORDER = ['r', 's'];
const AT_RULE = /^(@(?:media|supports|container)[^{]+)\{(.*)\}$/s;
/** A rule that holds no other. */
const INNER = /[^{}]+\{[^{}]*\}/g;

/** The rules of an at-rule apart, each in an at-rule of its own. */
function apart(css: string): readonly string[] {
  const [, condition, inner = ''] = AT_RULE.exec(css) ?? [];
  const isFlat = condition !== undefined && inner.replaceAll(INNER, '') === '';
  return isFlat ? (inner.match(INNER) ?? []).map((rule) => `${condition}{${rule}}`) : [css];
}

const placedIn = (rules: CSSRulesByBucket): Placed[] =>
  styleBucketOrdering.flatMap((name, bucket) =>
    (rules[name] ?? []).flatMap((entry) => {
      const [whole, { p: priority = 0, m = '', x = m } = {}] = normalizeCSSBucketEntry(entry);
      const place = { bucket, priority: Number(priority), condition: String(x) };
      return apart(withoutOldNames(whole)).map((css) => ({
        ...place,
        css,
        text: IN_OWN_ORDER.includes(name) ? '' : textOf(css),
      }));
    }),
  );

/** `padding` comes before `padding-block`, which is a part of it: Griffel ranks them alike. */
const textOf = (css: string): string => css.replaceAll(/\.[fr]\w+/g, '.').replaceAll(':', ' ');

const compared = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const inOrder = (one: Placed, other: Placed): number =>
  one.bucket - other.bucket ||
  defaultCompareMediaQueries(one.condition, other.condition) ||
  one.priority - other.priority ||
  compared(one.text, other.text);

/** Rules in the order in which Griffel's style elements stand in a page, each once. Pure. */
export const inSheetOrder = (rules: readonly CSSRulesByBucket[]): readonly string[] => [
  ...new Set(
    rules
      .flatMap(placedIn)
      .filter(({ css }) => css !== '')
      .toSorted(inOrder)
      .map(({ css }) => css),
  ),
];

/** The text of a style sheet: neighbors for the same media share one at-rule. Pure. */
export function sheetText(rules: readonly string[]): string {
  let text = '';
  let open = '';
  for (const rule of rules) {
    const [, condition = '', inner = rule] = AT_RULE.exec(rule) ?? [];
    if (condition !== open) {
      if (open !== '') text += '}';
      if (condition !== '') text += `${condition}{`;
      open = condition;
    }
    text += inner.replaceAll(';}', '}').replaceAll(/\s+/g, ' ').replaceAll(', ', ',');
  }
  return open === '' ? text : `${text}}`;
}
