import { KqlError } from '#src/mocks/resource-graph/kql/tokens.ts';
import { compareValues, isDateTime, textOf } from '#src/mocks/resource-graph/kql/values.ts';

/** Operators that compare texts, both in lower case. */
const textTests: Readonly<Record<string, (text: string, other: string) => boolean>> = {
  '=~': (text, other) => text === other,
  '!~': (text, other) => text !== other,
  contains: (text, other) => text.includes(other),
  startswith: (text, other) => text.startsWith(other),
  endswith: (text, other) => text.endsWith(other),
  has: hasTerm,
};

/** Operators that ask for the order of two values; null: they have none. */
const orderTests: Readonly<Record<string, (order: number | null) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order !== null && order < 0,
  '>': (order) => order !== null && order > 0,
  '<=': (order) => order !== null && order <= 0,
  '>=': (order) => order !== null && order >= 0,
};

/** The right side: one value for every row, or what computes it. */
type Right<Row> = { readonly value: unknown } | { readonly of: (row: Row) => unknown };

/** A comparison as a function of rows; what does not change from row to row is made once. */
export function comparisonOf<Row>(
  op: string,
  left: (row: Row) => unknown,
  right: Right<Row>,
): (row: Row) => boolean {
  const order = orderTests[op];
  if (order !== undefined) {
    if ('of' in right) return (row) => order(compareValues(left(row), right.of(row)));
    return ordered(left, order, right.value);
  }
  const isNegated = op.startsWith('!') && op !== '!~';
  const test = textTests[isNegated ? op.slice(1) : op];
  if (test === undefined) {
    throw new KqlError('ParserFailure', `The operator '${op}' is not supported.`);
  }
  if ('of' in right) return (row) => test(folded(left(row)), folded(right.of(row))) !== isNegated;
  const other = folded(right.value);
  return (row) => test(folded(left(row)), other) !== isNegated;
}

/** Left values against one right value. Moments are many, and compared as the numbers that they are. */
function ordered<Row>(
  left: (row: Row) => unknown,
  order: (order: number | null) => boolean,
  right: unknown,
): (row: Row) => boolean {
  if (!isDateTime(right)) return (row) => order(compareValues(left(row), right));
  const { datetime } = right;
  return (row) => {
    const value = left(row);
    return order(isDateTime(value) ? value.datetime - datetime : compareValues(value, right));
  };
}

const folded = (value: unknown): string => textOf(value).toLowerCase();

/** `has` finds whole terms: runs of letters and digits. */
function hasTerm(text: string, term: string): boolean {
  const isEdge = (character: string | undefined): boolean =>
    character === undefined || !/[\p{L}\p{N}]/u.test(character);
  for (let at = text.indexOf(term); at !== -1; at = text.indexOf(term, at + 1)) {
    if (isEdge(text[at - 1]) && isEdge(text[at + term.length])) return true;
  }
  return false;
}
