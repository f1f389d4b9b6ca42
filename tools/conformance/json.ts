/** Looking into JSON of unknown shape. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A value as an object with keys; null when it is a list, text or anything else. */
export function objectOf(value: unknown): JsonObject | null {
  return isObject(value) ? value : null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of a list; none when it is no list. */
export function elementsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** What a dotted path leads to, as `properties.objectType`; undefined when it leads nowhere. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split('.')) here = objectOf(here)?.[key];
  return here;
}

/** An object in which a dotted path leads to another value. */
export function withAt(object: JsonObject, path: string, value: unknown): JsonObject {
  const [key = '', ...rest] = path.split('.');
  const inner = objectOf(object[key]) ?? {};
  return { ...object, [key]: rest.length === 0 ? value : withAt(inner, rest.join('.'), value) };
}

/** The text that a dotted path leads to; empty when there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** The first of some dotted paths that leads to text that is not empty. */
export function firstText(value: unknown, ...paths: readonly string[]): string {
  return paths.map((path) => textAt(value, path)).find((text) => text !== '') ?? '';
}

/** Text somewhere in a value, and the key under which it stands. */
export interface KeyedText {
  readonly key: string;
  readonly text: string;
}

/** All text in a value, however deep; names of keys are text of their own (identities stand there). */
export function textsIn(value: unknown, key = ''): readonly KeyedText[] {
  if (typeof value === 'string') return [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key));
  return Object.entries(objectOf(value) ?? {}).flatMap(([name, inner]) => [
    { key, text: name },
    ...textsIn(inner, name),
  ]);
}
