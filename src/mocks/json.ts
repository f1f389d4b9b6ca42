/** How deep a body may be nested (G): deeper ones could not be copied into an event. */
const DEEPEST = 100;

/** JSON, or undefined when the text is none, or nested deeper than the services take. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isTooDeep(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Level by level, not by recursion, which too deep a value would break. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    level = level.flatMap(contents);
  }
  return level.length > 0;
}

const contents = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

/** The keys of a value that is an object; of any other none. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : {};
}

/** The object at a key of a value. */
export const inside = (value: unknown, key: string): Readonly<Record<string, unknown>> =>
  objectIn(objectIn(value)[key]);

/** The objects of a value that is a list; of any other none. */
export const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.map(objectIn) : [];

/** A value that is text. */
export const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);
