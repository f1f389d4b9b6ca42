/**
 * What the address of a list asks for: several values of a filter with commas between, and an order
 * as a name, with a minus in front the other way round.
 */

/** What a value of a filter means; null: nothing. */
export type Meaning<Value extends string> = (value: string) => Value | null;

/** Reads the filters of an address; values that mean nothing are left out and named. */
export function filterReader<Name extends string>(
  search: Readonly<Partial<Record<Name, string | undefined>>>,
) {
  const ignored: string[] = [];
  const keep = <Value extends string>(name: Name, means: Meaning<Value>): Value[] =>
    valuesOf(search[name]).flatMap((value) => {
      const meant = means(value);
      if (meant === null) ignored.push(`${name}=${value}`);
      return meant === null ? [] : [meant];
    });
  return { keep, ignored };
}

function valuesOf(list: string | undefined): string[] {
  return (list ?? '').split(',').filter((value) => value !== '');
}

/** One of some words, letter for letter. */
export const oneOf =
  <Value extends string>(values: readonly Value[]): Meaning<Value> =>
  (value) =>
    values.find((one) => one === value) ?? null;

/** Any text of a pattern. */
export const matching =
  (pattern: RegExp): Meaning<string> =>
  (value) =>
    pattern.test(value) ? value : null;

/** The id of a subscription, and the name of a region. */
export const subscriptionIn = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i);
export const regionIn = matching(/^[a-z0-9]+$/i);

export interface Order<By extends string> {
  readonly by: By;
  readonly isDescending: boolean;
}

/** An order by one of some names. */
export const orderIn =
  (names: readonly string[]): Meaning<string> =>
  (value) =>
    names.includes(value.replace(/^-/, '')) ? value : null;

/** The order of a text that {@link orderIn} has let through; the usual one without a text. */
export function orderOf<By extends string>(
  text: string | undefined,
  names: readonly By[],
  usual: By,
): Order<By> {
  const by = names.find((one) => one === text?.replace(/^-/, ''));
  return { by: by ?? usual, isDescending: text?.startsWith('-') ?? false };
}

/** How an order stands in the address; the usual one is left out. */
export function orderText({ by, isDescending }: Order<string>, usual: string): string | undefined {
  if (by === usual && !isDescending) return undefined;
  return `${isDescending ? '-' : ''}${by}`;
}
