import { invalidInput } from '#src/mocks/errors.ts';
import { type Answer, type Call, ok, type Rows } from '#src/mocks/service.ts';
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

/** An answer as it is; of a list, the page that the request asks for (azure-contract §0). */
export function pageOfAnswer({ request, state }: Call, answer: Answer): Answer {
  const { rows, ...rest } = answer;
  return rows === undefined ? rest : { ...rest, ...pageOf(rows, request.url, state.pageSize) };
}

/**
 * The rows from where the `$skipToken` points, and a link to the next page while there is one. That
 * every list is continued by `$skipToken`, and a strange one refused with this code, is a guess (G).
 */
function pageOf(rows: Rows, url: URL, pageSize: number): Answer {
  const next = new URL(url);
  next.searchParams.delete('$skipToken');
  const key = JSON.stringify([next.pathname.toLowerCase(), ...next.searchParams]);
  const token = url.searchParams.get('$skipToken') ?? '';
  const offset = token === '' ? 0 : offsetOf(token, key);
  if (offset === null) return invalidInput('The skip token does not fit the list.');
  const end = offset + pageSize;
  const value = rows.slice(offset, end);
  if (end >= rows.length) return ok({ value });
  next.searchParams.set('$skipToken', tokenFor(key, end));
  return ok({ value, nextLink: next.href });
}
