import type { IncomingMessage, ServerResponse } from 'node:http';
import { otherServices } from '#src/mocks/routes.ts';
import { isOfService } from '#src/mocks/service.ts';

/** Where the simulated Azure is to be found, and how fast its time goes by. */
interface Place {
  readonly address: string;
  /** Simulated seconds in a real one. */
  readonly speed: number;
}

const AZURE = 'https://management.azure.com';
const addressHeaders = ['location', 'azure-asyncoperation'];

/** Links in a body by which a client goes on; other addresses, such as a `vaultId`, are only names. */
const links =
  /("(?:nextLink|Location|Azure-AsyncOperation)":\[?")https:\/\/management\.azure\.com/gi;
const pauses = /("(?:retryAfter|Retry-After)":\[?"?)(\d+)/gi;

/** Real seconds for simulated ones: whole, and at least one, so that every client pauses. */
const realSeconds = (seconds: number, speed: number): string =>
  String(Math.max(1, Math.ceil(seconds / speed)));

/** A header as the port sends it: links lead back here, pauses in seconds are in real time; dates stay simulated. */
export function ownHeader(name: string, value: string, { address, speed }: Place): string {
  if (addressHeaders.includes(name)) return value.replace(AZURE, address);
  return name === 'retry-after' && /^\d+$/.test(value) ? realSeconds(Number(value), speed) : value;
}

/** A JSON body as the port sends it, also one that is cut off in the middle. */
export function own(body: string, { address, speed }: Place): string {
  return body
    .replaceAll(links, (_, key: string) => `${key}${address}`)
    .replaceAll(pauses, (_, key: string, seconds: string) =>
      key.concat(realSeconds(Number(seconds), speed)),
    );
}

interface Serving extends Place {
  readonly fetch: (request: Request) => Promise<Response>;
}

/** Answer to a browser that asks whether a page can send a request. */
export const PREFLIGHT = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, PUT, POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Max-Age': '600',
};

/** The host that a request names, where that is one of another service; else Azure Resource Manager's. */
function originOf({ headers }: IncomingMessage): string {
  const [host = ''] = (headers.host ?? '').toLowerCase().split(':');
  const origin = `https://${host}`;
  return otherServices.some((service) => isOfService(service, origin)) ? origin : AZURE;
}

/** Whether a host answers by itself which pages may call it; the others let every page in. */
const hasOwnPreflight = (origin: string): boolean =>
  otherServices.some(
    (service) =>
      isOfService(service, origin) && service.routes.some(({ method }) => method === 'OPTIONS'),
  );

/** Requests of more bytes are refused: ARM's own limit is 4 MB (G). */
const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * Answers one request with what `fetch` says of it. A connection that breaks in `fetch` is broken
 * here too. Never rejects.
 */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  serving: Serving,
): Promise<void> {
  const origin = originOf(request);
  if (request.method === 'OPTIONS' && !hasOwnPreflight(origin)) {
    response.writeHead(204, PREFLIGHT).end();
    return;
  }
  const hungUp = new AbortController();
  response.on('close', () => hungUp.abort());
  try {
    const body = await bodyOf(request);
    const parsed = body === null ? tooLarge() : requestOf(request, origin, body, hungUp.signal);
    await write(
      response,
      parsed instanceof Request ? await serving.fetch(parsed) : parsed,
      serving,
    );
  } catch (error) {
    response.destroy(error instanceof TypeError ? error : undefined);
  }
}

async function write(response: ServerResponse, result: Response, place: Place): Promise<void> {
  for (const [name, value] of result.headers) {
    response.setHeader(name, ownHeader(name, value, place));
  }
  if (result.headers.get('content-type') === 'application/octet-stream') {
    const bytes = new Uint8Array(await result.arrayBuffer());
    response.writeHead(result.status).end(bytes);
    return;
  }
  const { text, isWhole } = await textOf(result);
  response.writeHead(result.status);
  const sent = own(text, place);
  if (isWhole) {
    response.end(sent);
    return;
  }
  response.flushHeaders();
  await new Promise<void>((resolve) => void response.write(sent, () => resolve()));
  throw new TypeError('The body broke off.');
}

/** The body as far as it came. */
async function textOf({ body }: Response): Promise<{ text: string; isWhole: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
    return { text, isWhole: true };
  } catch {
    return { text, isWhole: false };
  }
}

/** The whole body as text; null when it is too large. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Without destroying the rest: the refusal goes out on the same connection.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size > BODY_LIMIT) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The request as it would have come to Azure, or the refusal of one that `fetch` could not carry. */
function requestOf(
  { method = 'GET', url = '/', headers }: IncomingMessage,
  origin: string,
  body: string,
  signal: AbortSignal,
) {
  // A proxy's client names the whole address.
  const target = url.replace(/^https?:\/\/[^/?]*/i, '');
  if (!target.startsWith('/')) return refusal(400, 'BadRequest', 'The address is not valid.');
  if (['TRACE', 'TRACK', 'CONNECT'].includes(method)) {
    return refusal(405, 'MethodNotAllowed', `The method ${method} is not allowed.`);
  }
  // The path is joined as text: a URL made from it as relative would lose the documents' `//`.
  return new Request(`${origin}${target}`, {
    method,
    signal,
    headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' && name !== 'host' ? [[name, value]] : [],
    ),
    ...(body === '' || method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
}

/** Codes of ARM's front door are guesses (G). */
function refusal(status: number, code: string, message: string): Response {
  return Response.json(
    { error: { code, message } },
    { status, headers: { 'Access-Control-Allow-Origin': '*', Connection: 'close' } },
  );
}

function tooLarge(): Response {
  return refusal(413, 'RequestContentTooLarge', 'The request content is larger than 4 MB.');
}
