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

/** The first key that is not among the known ones (those in lower case), or null. */
export function unknownKey(filter: Filter, known: readonly string[]): string | null {
  return [...filter.keys()].find((key) => !known.includes(key)) ?? null;
}

/** Whether a value fits what the filter wants for a key; a filter without the key wants all. */
export function wants(filter: Filter, key: string, value: string): boolean {
  const wanted = filter.get(key.toLowerCase());
  return wanted === undefined || wanted.toLowerCase() === value.toLowerCase();
}
