/** JSON that has keys, and no list. */
type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object with what a patch says: keys that it does not name stay, lists are replaced. */
export function merged(whole: JsonObject, patch: JsonObject): Record<string, unknown> {
  const all: Record<string, unknown> = { ...whole };
  for (const [key, value] of Object.entries(patch)) {
    const present = whole[key];
    all[key] = isObject(present) && isObject(value) ? merged(present, value) : value;
  }
  return all;
}
