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
    level = level.flatMap(inside);
  }
  return level.length > 0;
}

const inside = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];
