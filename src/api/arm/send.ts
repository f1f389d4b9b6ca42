import * as z from 'zod/mini';
import {
  createHttpHeaders,
  createPipelineRequest,
  type HttpMethods,
  isRestError,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import {
  ArmError,
  armFacts,
  type Home,
  isOffline,
  NoTokenError,
  refusedAnswer,
  retryAfterMs,
  watchPolicy,
} from '#src/api/arm/error.ts';
import { addressAt } from '#src/api/arm/hosts.ts';
import { type ArmPipelines, pausedAddress } from '#src/api/arm/pipeline.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { type BodyForm, bodyIn, passing, type ProofAnswer } from '#src/api/arm/uploads.ts';
import { afterReal } from '#src/lib/clock.ts';
import { LIMITS, pauseOf } from '#src/lib/limits.ts';
import type { PlacedResource } from '#src/model/places.ts';
import type { NotSentReason, Pause } from '#src/model/problem.ts';
import { resourceId } from '#src/model/resource-id.ts';

interface PlacedWire {
  readonly id: string;
  readonly name: string;
  readonly location: string;
}

/** A resource by its name and place alone. */
export const toPlaced = ({ id, name, location }: PlacedWire): PlacedResource => ({
  id: resourceId(id),
  name,
  resourceGroup: parseResourceId(id)?.resourceGroup ?? '',
  region: location,
});

/** A request to Azure Resource Manager. */
export interface ArmRequest {
  readonly method: HttpMethods;
  /** A path from the root with its query, or an absolute address that Azure gave: used as it is. */
  readonly url: string;
  readonly body?: unknown;
  /** Set by a caller that must recognize the request later; else the pipeline makes one. */
  readonly clientRequestId?: string;
  /** True for whatever starts something: never repeated below. */
  readonly starts?: boolean;
  /** Codes by which its service refuses a second copy of it, beside every 409 and 412. */
  readonly copyCodes?: readonly string[];
  /** Headers that the service wants beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer of a 200 is wanted as bytes; its `body` is empty then. */
  readonly asBytes?: true;
  /** The version that was read: Azure refuses with 412 what would overwrite another. */
  readonly ifMatch?: string;
  /** Azure refuses with 412 what would overwrite anything. */
  readonly isOnlyNew?: boolean;
  /** How the body leaves; left out: text, and the form that was proved for a POST that starts something. */
  readonly bodyAs?: BodyForm;
  readonly signal?: AbortSignal;
}

export interface ArmAnswer {
  readonly status: number;
  readonly header: (name: string) => string | null;
  readonly body: string;
  /** Only with `asBytes`. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  readonly requestId: string | null;
}

/**
 * Sends a request and returns the answer of status 2xx.
 * @throws ArmError `refused` for other statuses, `lost` when no answer came, `notSent` when it certainly
 * never left this page.
 */
export async function send(arm: ArmPipelines, request: ArmRequest): Promise<ArmAnswer> {
  const form = await formOf(arm, request);
  const answer = await transport(arm, request, form);
  const { status, body, requestId, header } = answer;
  const { service, refusalIn } = arm.home;
  const own = refusalIn?.(status, body) ?? null;
  if (status >= 300 || own !== null) {
    const pauseMs = retryAfterMs({ get: header }) ?? 0;
    throw refusedAnswer(own?.status ?? status, body, requestId, {
      own,
      service,
      pauseMs,
      pause: pauseOfAddress(arm.home, request),
      hasNoBody: request.method === 'HEAD',
      copyCodes: request.copyCodes,
    });
  }
  return answer;
}

/** The pause in which nothing is sent by itself to a request's address; what starts something has none. */
function pauseOfAddress(home: Home, request: ArmRequest): Pause | undefined {
  const url = addressAt(home.endpoint, request.url);
  if (url === null) return undefined;
  const address = pausedAddress({ method: request.method, url });
  const until = request.starts === true ? null : pauseOf(address);
  return until === null ? undefined : { address, until };
}

/**
 * Sends a request and reads its answer by a schema.
 * @throws ArmError as {@link send}, and `unreadable` naming the field that is not as the contract
 * says; the body is kept.
 */
export async function sendFor<Schema extends z.core.$ZodType>(
  arm: ArmPipelines,
  schema: Schema,
  request: ArmRequest,
): Promise<z.output<Schema>> {
  return readBody(schema, await send(arm, request));
}

/** Reads an answer's body by a schema. @throws ArmError `unreadable`. */
export function readBody<Schema extends z.core.$ZodType>(
  schema: Schema,
  answer: ArmAnswer,
): z.output<Schema> {
  const result = z.safeParse(schema, jsonOf(answer));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw unreadable(answer, `the field "${issue?.path.join('.') ?? ''}" is not as expected`);
}

function jsonOf(answer: ArmAnswer): unknown {
  try {
    // A CommServe leaves bare carriage returns in texts (commvault.md §2.1, R): in JSON they are space or wrong.
    return JSON.parse(answer.body.replaceAll('\r', ' '));
  } catch {
    throw unreadable(answer, 'it is not JSON');
  }
}

function unreadable(answer: ArmAnswer, why: string): ArmError {
  return new ArmError({
    kind: 'unreadable',
    status: answer.status,
    message: `Couldn’t read the answer: ${why}.`,
    requestId: answer.requestId,
    body: answer.body,
  });
}

/** Whether the library itself aborted a request that took too long. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

async function transport(
  arm: ArmPipelines,
  request: ArmRequest,
  form: BodyForm,
): Promise<ArmAnswer> {
  const url = addressAt(arm.home.endpoint, request.url);
  const starts = request.starts === true;
  const { service } = arm.home;
  if (url === null || !arm.home.isOurs(url)) throw notSent('host');
  // An offline read is sent again; a request that starts something must be known not to have left.
  if (starts && isOffline()) throw notSent('offline');
  const policy = watchPolicy(url);
  try {
    const pipeline = starts ? arm.starts : arm.reads;
    const response = await pipeline.sendRequest(arm.http, pipelineRequest(url, request, form));
    arm.uploads.note(form, response.status);
    return {
      status: response.status,
      header: (name) => response.headers.get(name) ?? null,
      body: response.bodyAsText ?? '',
      ...(await bytesOf(response)),
      requestId: response.headers.get('x-ms-request-id') ?? null,
    };
  } catch (error) {
    if (request.signal?.aborted === true) throw error;
    if (error instanceof NoTokenError) throw notSent(error.reason, service);
    if (!isRestError(error) && !isTimeout(error)) throw error;
    arm.uploads.note(form, null);
    // Whoever deploys names the hosts of other services: the page's policy may lack one.
    if ((starts || service !== undefined) && (await policy.isHeldBack())) throw notSent('policy');
    throw new ArmError({
      kind: 'lost',
      code: isRestError(error) ? (error.code ?? null) : null,
      message: `${service ?? 'Azure'} didn’t answer.`,
      service,
    });
  } finally {
    policy.stop();
  }
}

/** A body that breaks off is an answer that did not come. */
async function bytesOf({ blobBody, request }: PipelineResponse): Promise<Pick<ArmAnswer, 'bytes'>> {
  if (blobBody === undefined) return {};
  try {
    return { bytes: new Uint8Array(await (await blobBody).arrayBuffer()) };
  } catch {
    throw new RestError('The body broke off.', { code: RestError.REQUEST_SEND_ERROR, request });
  }
}

const notSentMessages: Readonly<Record<NotSentReason, string>> = {
  token: 'You are no longer signed in.',
  entra: 'Microsoft Entra didn’t answer when this page renewed your sign-in. Try again.',
  host: 'Azure returned an address outside its own domains.',
  offline: 'Your browser isn’t connected to a network.',
  policy: 'This page isn’t allowed to reach that address.',
};

function notSent(reason: NotSentReason, service?: string): ArmError {
  const message =
    service === undefined
      ? notSentMessages[reason]
      : `There is no valid token for ${service}. Enter one in Settings.`;
  return new ArmError({ kind: 'notSent', message, notSent: reason, service });
}

/** A POST that starts something never leaves before it is known how its body can. */
async function formOf(arm: ArmPipelines, request: ArmRequest): Promise<BodyForm> {
  const { method, body, starts, bodyAs } = request;
  if (bodyAs !== undefined) return bodyAs;
  if (starts !== true || method !== 'POST' || body === undefined) return 'text';
  await proveStreams(arm);
  return arm.uploads.form();
}

/** Real milliseconds that each form of the question is given. */
const PROOF_MS = 10_000;

/** Finds out, once a page, whether a body reaches the service as a stream, by its question. Never rejects. */
export async function proveStreams(arm: ArmPipelines): Promise<void> {
  const { question } = arm.home;
  if (question !== undefined)
    await arm.uploads.prove(passing((form) => outcomeOf(arm, question, form)));
}

type Question = NonNullable<Home['question']>;

/** By the way of what starts something, on which nothing is repeated. */
async function outcomeOf(
  arm: ArmPipelines,
  question: Question,
  bodyAs: BodyForm,
): Promise<ProofAnswer> {
  const limit = new AbortController();
  const stop = afterReal(PROOF_MS, () => limit.abort());
  const request = {
    method: 'POST',
    ...question,
    bodyAs,
    starts: true,
    signal: limit.signal,
  } as const;
  try {
    const { status } = await send(arm, request);
    return { status, code: null };
  } catch (error) {
    return armFacts(error) ?? { status: null, code: null };
  } finally {
    stop();
  }
}

function pipelineRequest(url: string, request: ArmRequest, form: BodyForm) {
  const headers = createHttpHeaders({ accept: 'application/json' });
  if (request.body !== undefined) headers.set('content-type', 'application/json');
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
  if (request.clientRequestId !== undefined) {
    headers.set('x-ms-client-request-id', request.clientRequestId);
  }
  if (request.ifMatch !== undefined) headers.set('if-match', request.ifMatch);
  if (request.isOnlyNew === true) headers.set('if-none-match', '*');
  return createPipelineRequest({
    url,
    method: request.method,
    headers,
    body: request.body === undefined ? undefined : bodyIn(form, JSON.stringify(request.body)),
    abortSignal: request.signal,
    timeout: LIMITS.requestMs,
    ...(request.asBytes === true ? { streamResponseStatusCodes: new Set([200]) } : {}),
    // An answer that leads elsewhere would take the token along.
    requestOverrides: { redirect: 'error' },
  });
}
