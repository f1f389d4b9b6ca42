import { instant, isoText, parseInstant } from '#src/lib/time.ts';
import {
  type DateTime,
  KqlError,
  type TimeSpan,
} from '#src/mocks/resource-graph/kql/expression.ts';

/** A row with all its values made. */
export type Row = Readonly<Record<string, unknown>>;

export function isDateTime(value: unknown): value is DateTime {
  return typeof value === 'object' && value !== null && 'datetime' in value;
}

function isTimeSpan(value: unknown): value is TimeSpan {
  return typeof value === 'object' && value !== null && 'timespan' in value;
}

const isRecord = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of a bag by its name, an element of a list by its place; null where there is none. */
export function memberOf(owner: unknown, key: unknown): unknown {
  if (Array.isArray(owner)) {
    const items: readonly unknown[] = owner;
    return typeof key === 'number' ? (items.at(key) ?? null) : null;
  }
  return isRecord(owner) && typeof key === 'string' && Object.hasOwn(owner, key)
    ? (owner[key] ?? null)
    : null;
}

/** Text of a value; nothing becomes the empty text, as `tostring` does. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (isDateTime(value)) return isoText(instant(value.datetime));
  return JSON.stringify(value);
}

export function dateTimeOf(value: unknown): DateTime | null {
  if (isDateTime(value)) return value;
  const at = parseInstant(textOf(value));
  return at === null ? null : { datetime: at };
}

/** Negative, zero or positive; null when the two cannot be compared. */
export function compareValues(left: unknown, right: unknown): number | null {
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right ? 0 : left < right ? -1 : 1;
  }
  if (left === null || left === undefined || right === null || right === undefined) return null;
  if (isDateTime(left) || isDateTime(right)) {
    const [a, b] = [dateTimeOf(left), dateTimeOf(right)];
    return a === null || b === null ? null : a.datetime - b.datetime;
  }
  if (isTimeSpan(left) && isTimeSpan(right)) return left.timespan - right.timespan;
  if (typeof left === 'number' || typeof right === 'number') {
    const difference = Number(left) - Number(right);
    return Number.isNaN(difference) ? null : difference;
  }
  const [a, b] = [textOf(left), textOf(right)];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The value as it leaves in an answer: datetimes as ISO text. */
export function wireValue(value: unknown): unknown {
  return isDateTime(value) ? isoText(instant(value.datetime)) : (value ?? null);
}

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
type Right<From> = { readonly value: unknown } | { readonly of: (row: From) => unknown };

/** A comparison as a function of rows; what does not change from row to row is made once. */
export function comparisonOf<From>(
  op: string,
  left: (row: From) => unknown,
  right: Right<From>,
): (row: From) => boolean {
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
function ordered<From>(
  left: (row: From) => unknown,
  order: (order: number | null) => boolean,
  right: unknown,
): (row: From) => boolean {
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

type KqlFunction = (args: readonly unknown[], now: number) => unknown;

const isNull = (value: unknown): boolean => value === null || value === undefined;
const isEmpty = (value: unknown): boolean => textOf(value) === '';

/** The functions of azure-contract §1; any other is refused by name. */
const functions: Readonly<Record<string, KqlFunction>> = {
  tostring: ([value]) => textOf(value),
  tolower: ([value]) => textOf(value).toLowerCase(),
  toupper: ([value]) => textOf(value).toUpperCase(),
  todatetime: ([value]) => dateTimeOf(value),
  now: (_, now) => ({ datetime: now }),
  ago: ([span], now) => (isTimeSpan(span) ? { datetime: now - span.timespan } : null),
  bin: ([value, size]) => binOf(value, size),
  split: ([text, separator]) => textOf(text).split(textOf(separator)),
  strcat: (args) => args.map(textOf).join(''),
  iff: ([condition, then, otherwise]) => (condition === true ? then : otherwise),
  case: (args) => chosenCase(args),
  coalesce: (args) => args.find((value) => !isNull(value) && !isEmpty(value)) ?? null,
  isnull: ([value]) => isNull(value),
  isnotnull: ([value]) => !isNull(value),
  isempty: ([value]) => isEmpty(value),
  isnotempty: ([value]) => !isEmpty(value),
  not: ([value]) => value !== true,
};

function chosenCase(args: readonly unknown[]): unknown {
  for (let index = 0; index + 1 < args.length; index += 2) {
    if (args[index] === true) return args[index + 1];
  }
  return args.length % 2 === 1 ? args.at(-1) : null;
}

/** Milliseconds from the year 1, the origin of KQL's bins, to 1970. */
const YEAR_ONE_MS = 62_135_596_800_000;

/** A moment or a number, rounded down to a whole number of spans or steps. */
function binOf(value: unknown, size: unknown): unknown {
  if (isDateTime(value) && isTimeSpan(size)) {
    const since = value.datetime + YEAR_ONE_MS;
    return { datetime: value.datetime - (since % size.timespan) };
  }
  return typeof value === 'number' && typeof size === 'number'
    ? Math.floor(value / size) * size
    : null;
}

/** A function by its name; throws {@link KqlError} when it is not simulated. */
export function functionOf(name: string): KqlFunction {
  const found = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (found === undefined) {
    throw new KqlError('InvalidQuery', `The function '${name}' is not supported.`);
  }
  return found;
}
