import { KqlError } from '#src/mocks/resource-graph/kql/tokens.ts';
import {
  dateTimeOf,
  isDateTime,
  isTimeSpan,
  textOf,
} from '#src/mocks/resource-graph/kql/values.ts';

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
