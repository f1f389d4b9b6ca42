import { hexFrom } from '#src/mocks/world/ids.ts';

/**
 * A token that continues something later: a number, such as how many rows were sent, sealed with the
 * `key` of what it belongs to. Opaque to clients; nothing is stored for it.
 */
export function tokenFor(key: string, offset: number): string {
  return btoa(`${offset}.${hexFrom(`${key}:${offset}`, 16)}`);
}

/** The number in a token of this key; null when the token is another's, or none at all. */
export function offsetOf(token: string, key: string): number | null {
  const offset = Number(decodeBase64(token).split('.')[0]);
  return Number.isInteger(offset) && tokenFor(key, offset) === token ? offset : null;
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
