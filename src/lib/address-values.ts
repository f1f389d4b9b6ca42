import type { ListOrder } from '#src/lib/list.ts';

/** What an address asks of a list. */
export interface Wanted<Filter, Sort> {
  readonly filter: Filter;
  readonly order: Sort;
  /** Parts of the address that mean nothing to the list, as `health=fine`. */
  readonly ignored: readonly string[];
}

/** What a value of an address means; null: nothing. */
export type Meaning<Value> = (text: string) => Value | null;

/** The search part of an address: texts by their names. */
export type Address = Readonly<Partial<Record<string, string>>>;

/** Reads lists of values from an address, and remembers those that mean nothing. */
export interface AddressReader {
  readonly search: string;
  /** The values of a part of the address, `a,b`, that mean something. */
  readonly list: <Value>(name: string, means: Meaning<Value>) => Value[];
  /** The first of them. */
  readonly one: <Value>(name: string, means: Meaning<Value>) => Value | undefined;
  /** What meant nothing so far, as `health=fine`. */
  readonly ignored: () => readonly string[];
}

export function addressReader(address: Address): AddressReader {
  const ignored: string[] = [];
  const list = <Value>(name: string, means: Meaning<Value>): Value[] => {
    const values: Value[] = [];
    for (const value of (address[name] ?? '').split(',').filter((part) => part !== '')) {
      const meant = means(value);
      if (meant === null) ignored.push(`${name}=${value}`);
      else values.push(meant);
    }
    return values;
  };
  return {
    search: (address['search'] ?? '').trim(),
    list,
    one: (...part) => list(...part)[0],
    ignored: () => ignored,
  };
}

/** One of some words. */
export const oneOf =
  <Value extends string>(values: readonly Value[]): Meaning<Value> =>
  (text) =>
    values.find((one) => one === text) ?? null;

/** Any text of a form. */
export const matching =
  (form: RegExp): Meaning<string> =>
  (text) =>
    form.test(text) ? text : null;

/** A word to sort by, with a minus in front for the other way round. */
export const sortBy =
  <By extends string>(words: readonly By[]): Meaning<ListOrder<By>> =>
  (text) => {
    const by = words.find((one) => one === text.replace(/^-/, ''));
    return by === undefined ? null : { by, isDescending: text.startsWith('-') };
  };

/** How an order stands in an address; the usual one is left out. */
export function sortText(order: ListOrder<string>, usual: ListOrder<string>): string | undefined {
  if (order.by === usual.by && order.isDescending === usual.isDescending) return undefined;
  return `${order.isDescending ? '-' : ''}${order.by}`;
}
