/** A value as JSON whose objects have their keys in one order: equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** The names of the properties of an object, in their order. */
export const keysOf = <Table extends object>(table: Table): (keyof Table & string)[] =>
  Object.keys(table).filter((key): key is keyof Table & string => Object.hasOwn(table, key));

/** An entry for each property of an object, whether it may be missing or not: one that is left out doesn't compile. */
export type ByKey<Keyed, Said> = { readonly [Key in keyof Keyed]-?: Said };

/** What is left of an object once each of its properties was taken. With one that was forgotten it doesn't compile. */
export type NoneLeft = Readonly<Record<string, never>>;

/** Each property of an object, or undefined, also in place of one that may be missing: one that is left out doesn't compile. */
export type EachKey<Keyed> = { readonly [Key in keyof Required<Keyed>]: Keyed[Key] | undefined };

/** Whether two values are the same data: texts, numbers, lists and plain objects, all the way down. */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isComposed(a) || !isComposed(b)) return false;
  if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const names = Object.keys(a);
  return (
    (Array.isArray(a) || isPlain(a)) &&
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && isSameData(a[name], b[name]))
  );
}

const isComposed = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Anything else, such as a moment of some library, may differ in what no key shows. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * SHA-256 of a text in UTF-8, as 64 hexadecimal digits (FIPS 180-4, by Web Crypto).
 * @throws TypeError where the page wasn’t served over HTTPS, which Web Crypto requires.
 */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
