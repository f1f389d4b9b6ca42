import { instant, isoText, parseInstant } from '#src/lib/time.ts';
import type { DateTime, TimeSpan } from '#src/mocks/resource-graph/kql/expression.ts';

/** How values of a query turn into one another. */

/** A row with all its values made. */
export type Row = Readonly<Record<string, unknown>>;

export function isDateTime(value: unknown): value is DateTime {
  return typeof value === 'object' && value !== null && 'datetime' in value;
}

export function isTimeSpan(value: unknown): value is TimeSpan {
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
