import { blobService, letsPagesRead } from '#src/mocks/storage/blob-service.ts';
import { isOfService } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** What a page needs of the simulated Azure to be treated as a browser would treat it. */
interface Answering {
  readonly fetch: (request: Request) => Promise<Response>;
  readonly state: () => Promise<State>;
}

/** Headers that a page may send anywhere without a preflight (Fetch Standard, CORS-safelisted request-header). */
const SAFE = ['accept', 'accept-language', 'content-language'];

const needsPreflight = (request: Request): boolean =>
  !['GET', 'HEAD'].includes(request.method) ||
  [...request.headers.keys()].some((name) => !SAFE.includes(name));

/**
 * Answers a page's request as its browser lets it through: a service worker answers in the place of the
 * network, and what it answers is held against no rule. The hosts of Azure Resource Manager let every page
 * in, those of storage accounts only by their rules.
 * @throws TypeError as `fetch` does where the browser would keep request or answer back.
 */
export async function answerToPage(
  request: Request,
  page: string,
  { fetch, state }: Answering,
): Promise<Response> {
  const url = new URL(request.url);
  if (!isOfService(blobService, url.origin) || letsPagesRead(await state(), url, page)) {
    return fetch(request);
  }
  // With a preflight the request never leaves; without one only the answer is held back.
  if (!needsPreflight(request)) await fetch(request);
  throw new TypeError('Failed to fetch');
}
