import { invalidInput } from '#src/mocks/errors.ts';
import { offsetOf, tokenFor } from '#src/mocks/page-token.ts';
import { type Answer, type Call, ok, type Rows } from '#src/mocks/service.ts';

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
