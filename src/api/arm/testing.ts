import {
  createHttpHeaders,
  type HttpClient,
  type PipelineRequest,
  RestError,
} from '@azure/core-rest-pipeline';
import { AZURE, type ArmErrorFacts, armFacts, type Home } from '#src/api/arm/error.ts';
import { armPipelines, type ArmPipelines, type TokenSource } from '#src/api/arm/pipeline.ts';
import type { ArmAnswer } from '#src/api/arm/send.ts';
import { type BodyForm, newUploads } from '#src/api/arm/uploads.ts';

/** What tests need to let the client talk to a function instead of the network. */

/** A request as it left the client, every attempt of its own. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly bodyAs: BodyForm;
}

export interface TestArm {
  readonly arm: ArmPipelines;
  readonly sent: readonly Sent[];
}

type Answering = (request: Request, sent: Sent) => Promise<Response> | Response;

/** A token that never ends. */
const anyToken: TokenSource = {
  getToken: async () => ({ token: 'token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER }),
};

/**
 * The client's pipelines over a function like `fetch`; one that throws is a broken connection.
 * `canStream`: as in a browser with request streams.
 */
export function testArm(
  answering: Answering,
  tokens: TokenSource = anyToken,
  home: Home = AZURE,
  canStream = false,
): TestArm {
  const sent: Sent[] = [];
  const http: HttpClient = {
    sendRequest: async (request) => {
      const one: Sent = {
        method: request.method,
        url: request.url,
        headers: request.headers.toJSON(),
        body:
          typeof request.body === 'function'
            ? await readOnce(request.body())
            : textOf(request.body),
        bodyAs: typeof request.body === 'function' ? 'stream' : 'text',
      };
      sent.push(one);
      const response = await connected(request, async () => answering(fetchRequest(one), one));
      const isStreamed = request.streamResponseStatusCodes?.has(response.status) === true;
      return {
        request,
        status: response.status,
        headers: createHttpHeaders(Object.fromEntries(response.headers)),
        ...(isStreamed ? { blobBody: response.blob() } : { bodyAsText: await response.text() }),
      };
    },
  };
  return { arm: armPipelines(tokens, http, home, newUploads(canStream)), sent };
}

const textOf = (body: unknown): string | null => (typeof body === 'string' ? body : null);

async function readOnce(body: unknown): Promise<string | null> {
  return body instanceof ReadableStream ? new Response(body).text() : null;
}

function fetchRequest({ method, url, headers, body }: Sent): Request {
  return new Request(url, { method, headers, ...(body === null ? {} : { body }) });
}

async function connected(
  request: PipelineRequest,
  answering: () => Promise<Response>,
): Promise<Response> {
  try {
    return await answering();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new RestError(error.message, { code: RestError.REQUEST_SEND_ERROR, request });
  }
}

/** An answer with a body of JSON, or of text as it is. */
export function answer(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(text === '' ? null : text, { status, headers });
}

/** Gives one answer after the other, the last one for ever. An error breaks the connection. */
export function inTurn(...answers: readonly (() => Response)[]): Answering {
  let turn = 0;
  return () => {
    const make = answers[Math.min(turn, answers.length - 1)];
    turn += 1;
    if (make === undefined) throw new TypeError('Failed to fetch');
    return make();
  };
}

/** A connection that breaks before an answer came. */
export function broken(): Response {
  throw new TypeError('Failed to fetch');
}

/** An answer as the client's own functions see it. */
export function armAnswer(
  status: number,
  body: unknown = '',
  headers: Readonly<Record<string, string>> = {},
): ArmAnswer {
  const folded = new Headers(headers);
  return {
    status,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    header: (name) => folded.get(name),
    requestId: folded.get('x-ms-request-id'),
  };
}

/** Why a request failed; null: it did not. */
export const failureOf = (work: Promise<unknown>): Promise<ArmErrorFacts | null> =>
  work.then(() => null, armFacts);
