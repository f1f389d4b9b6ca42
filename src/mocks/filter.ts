import { invalidInput } from '#src/mocks/errors.ts';
import type { Answer, Call } from '#src/mocks/service.ts';
import { parseFilterDate } from '#src/mocks/time/text.ts';

/**
 * The `$filter` of the backup services (azure-contract §3): terms `key eq 'value'` joined by
 * ` and `, every value in single quotes. A blank may have come as `+` or `%20`.
 */
export type Filter = ReadonlyMap<string, string>;

/** Keys in lower case with their values; null when the text is not of that grammar. */
export function parseFilter(text: string | null): Filter | null {
  const terms = new Map<string, string>();
  let rest = (text ?? '').trim();
  while (rest !== '') {
    const match = /^(\w+)\s+eq\s+'((?:[^']|'')*)'\s*(and\s+|$)/i.exec(rest);
    if (match === null) return null;
    const [whole, key = '', value = ''] = match;
    terms.set(key.toLowerCase(), value.replaceAll("''", "'"));
    rest = rest.slice(whole.length);
  }
  return terms;
}

/**
 * Runs `work` with the `$filter` of a request; 400 where it is not of that grammar, or has a key that is
 * not among the known ones (those in lower case).
 */
export function withFilter(
  { request }: Call,
  known: readonly string[],
  work: (filter: Filter) => Answer,
): Answer {
  const filter = parseFilter(request.url.searchParams.get('$filter'));
  if (filter === null) return invalidInput('The filter is not understood.');
  const unknown = unknownKey(filter, known);
  return unknown === null
    ? work(filter)
    : invalidInput(`The filter is not understood: ${unknown}.`);
}

/** Runs `work` with the times between which a filter wants things; missing keys want all times. */
export function withTimes(
  filter: Filter,
  keys: { readonly from: string; readonly to: string },
  work: (from: number, to: number) => Answer,
): Answer {
  const from = parseFilterDate(filter.get(keys.from) ?? '0001-01-01 12:00:00 AM');
  const to = parseFilterDate(filter.get(keys.to) ?? '9999-12-31 11:59:59 PM');
  return from === null || to === null
    ? invalidInput('A date of the filter is not understood.')
    : work(from, to);
}

/** The first key that is not among the known ones (those in lower case), or null. */
export function unknownKey(filter: Filter, known: readonly string[]): string | null {
  return [...filter.keys()].find((key) => !known.includes(key)) ?? null;
}

/** Whether a value fits what the filter wants for a key; a filter without the key wants all. */
export function wants(filter: Filter, key: string, value: string): boolean {
  const wanted = filter.get(key.toLowerCase());
  return wanted === undefined || wanted.toLowerCase() === value.toLowerCase();
}
