import * as z from 'zod/mini';
import { ArmError, AZURE, errorOf, retryAfterMs } from '#src/api/arm/error.ts';
import { addressAt } from '#src/api/arm/hosts.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmAnswer, type ArmRequest, readBody, send } from '#src/api/arm/send.ts';
import { operationStatusWire } from '#src/api/arm/wire.ts';
import { wait } from '#src/lib/clock.ts';

/** What an accepted request said about where to ask next. Plain data: it survives a reload. */
export interface AcceptedOperation {
  /** Used exactly as it came, doubled prefixes and signatures included. */
  readonly pollUrl: string;
  /** `status` answers always 200 with a status; `location` answers 202 until the end. */
  readonly pollKind: 'status' | 'location';
  readonly retryAfterMs: number;
}

/**
 * An accepted operation as it was stored. Whatever could write to the store could have named any host
 * there, so an address that no token may go to is none.
 */
export const storedOperation = z.object({
  pollUrl: z.string().check(z.refine(isAzures)),
  pollKind: z.enum(['status', 'location']),
  retryAfterMs: z.number(),
});

function isAzures(url: string): boolean {
  const address = addressAt(AZURE.endpoint, url);
  return address !== null && AZURE.isOurs(address);
}

/** Work that Azure has accepted, and that failed. */
export interface FailedOperation {
  readonly status: 'failed';
  readonly code: string | null;
  readonly message: string;
  /** Of the answer that says so, for support. */
  readonly requestId: string | null;
}

/** Where an operation stands. `succeeded` means the job exists, not that anything is restored. */
export type OperationState =
  | { readonly status: 'running'; readonly next: AcceptedOperation }
  | { readonly status: 'succeeded'; readonly jobId: string | null }
  | FailedOperation;

/** Azure's usual pause between two polls when an answer names none. */
const DEFAULT_RETRY_MS = 30_000;

/**
 * Reads the answer of an accepted request: `Azure-AsyncOperation` before `Location`
 * (azure-contract §7). Null when neither header can be read.
 */
export function acceptedOperation(answer: ArmAnswer): AcceptedOperation | null {
  const status = answer.header('azure-asyncoperation');
  const location = answer.header('location');
  const pollUrl = status ?? location;
  if (pollUrl === null) return null;
  return {
    pollUrl,
    pollKind: status === null ? 'location' : 'status',
    retryAfterMs: waitOf(answer) ?? DEFAULT_RETRY_MS,
  };
}

/** Azure has accepted a request; null: its answer does not say where to follow it. */
export interface AcceptedStart {
  readonly kind: 'accepted';
  readonly operation: AcceptedOperation | null;
}

/**
 * What the answer to a request that starts something means. Without readable headers only a 202 says
 * that Azure has accepted it; null for any other, such as the page of a proxy.
 */
export function acceptedStart(answer: ArmAnswer): AcceptedStart | null {
  const operation = acceptedOperation(answer);
  if (operation === null && answer.status !== 202) return null;
  return { kind: 'accepted', operation };
}

/**
 * The same where `Location` alone could be read: what it leads to names no job, while the status of the
 * same operation does. `statusOf` gives its address by the operation's id, which both share.
 */
export function byStatus(
  start: AcceptedStart | null,
  statusOf: (operationId: string) => string,
): AcceptedStart | null {
  if (start?.operation?.pollKind !== 'location') return start;
  const [path = ''] = start.operation.pollUrl.split('?');
  const pollUrl = statusOf(path.slice(path.lastIndexOf('/') + 1));
  return { ...start, operation: { ...start.operation, pollKind: 'status', pollUrl } };
}

/** Asks once where an operation stands. @throws ArmError as every read. */
export async function pollOperation(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  signal?: AbortSignal,
): Promise<OperationState> {
  return pollFor(arm, operation, (_, state) => state, signal);
}

type Succeeded = Extract<OperationState, { readonly status: 'succeeded' }>;

/**
 * Asks once where an operation stands that leaves more behind than a job: what it left is read from
 * the answer that says that it succeeded. @throws ArmError as every read.
 */
export async function pollFor<Result>(
  arm: ArmPipelines,
  operation: AcceptedOperation,
  read: (answer: ArmAnswer, state: Succeeded) => Result,
  signal?: AbortSignal,
): Promise<Exclude<OperationState, Succeeded> | Result> {
  const answer = await send(arm, { method: 'GET', url: operation.pollUrl, signal });
  const state = nextState(operation, answer);
  return state.status === 'succeeded' ? read(answer, state) : state;
}

/** What an answer to a poll means. Pure. */
export function nextState(operation: AcceptedOperation, answer: ArmAnswer): OperationState {
  const next = nextPoll(operation, answer);
  if (answer.status === 202) return { status: 'running', next };
  if (answer.body === '') return { status: 'succeeded', jobId: null };
  const body = readBody(operationStatusWire, answer);
  const failure = errorOf(answer.body);
  switch (body.status?.toLowerCase()) {
    case 'succeeded':
      return { status: 'succeeded', jobId: body.properties?.jobId ?? null };
    case 'failed':
    case 'canceled':
    case 'cancelled':
      return {
        status: 'failed',
        code: failure.code,
        message: failure.message ?? 'Azure ended the operation without a reason.',
        requestId: answer.requestId,
      };
    case undefined:
      return { status: 'succeeded', jobId: null };
    default:
      return { status: 'running', next };
  }
}

/** An answer may name another address of the kind followed, and another pause. */
function nextPoll(operation: AcceptedOperation, answer: ArmAnswer): AcceptedOperation {
  const { pollUrl, pollKind } = operation;
  const renewed = answer.header(pollKind === 'status' ? 'azure-asyncoperation' : 'location');
  return {
    pollUrl: renewed ?? pollUrl,
    pollKind,
    retryAfterMs: waitOf(answer) ?? operation.retryAfterMs,
  };
}

const waitOf = ({ header }: ArmAnswer): number | null => retryAfterMs({ get: header });

/** Work that Azure has accepted goes on, whether or not a person waits for it. */
const NEVER = new AbortController().signal;

/**
 * Follows accepted work to its end, at the pace that Azure asks for. Null is work without an address: it ends here.
 * @returns the id of the job that it left, where Azure names one.
 * @throws ArmError `refused` with Azure's reason where the work failed, and as reads do.
 */
export async function followOperation(
  arm: ArmPipelines,
  accepted: AcceptedOperation | null,
): Promise<string | null> {
  let operation = accepted;
  while (operation !== null) {
    await wait(operation.retryAfterMs, NEVER);
    const state = await pollOperation(arm, operation);
    if (state.status === 'succeeded') return state.jobId;
    if (state.status === 'failed') {
      const { code, message, requestId } = state;
      throw new ArmError({ kind: 'refused', code, message, requestId });
    }
    operation = state.next;
  }
  return null;
}

/** Writes of resources: each is sent once, and followed to its end. */

/**
 * What Azure made of a write:
 * - `done`: it is over, or there was nothing to do
 * - `accepted`: it is under way; without an operation only the resource itself tells how it stands
 */
export type StartedWrite = { readonly kind: 'done' } | AcceptedStart;

/** On which condition a resource is written: unchanged since it was read, or not there yet. */
export type WriteCondition = Pick<ArmRequest, 'ifMatch' | 'isOnlyNew'>;

/** States of resources that do not change by themselves. */
const AT_REST = ['succeeded', 'failed', 'canceled'];

/**
 * Starts a write, once. An answer whose headers cannot be read is taken by its status and by the resource's
 * own state.
 * @throws ArmError; `lost` means that it is unknown whether Azure received it.
 */
export async function startWrite(
  arm: ArmPipelines,
  request: Omit<ArmRequest, 'starts'>,
): Promise<StartedWrite> {
  const answer = await send(arm, { ...request, starts: true });
  const operation = acceptedOperation(answer);
  if (operation !== null) return { kind: 'accepted', operation };
  return answer.status === 202 || isUnderWay(answer.body)
    ? { kind: 'accepted', operation: null }
    : { kind: 'done' };
}

function isUnderWay(body: string): boolean {
  const state = /"provisioningState"\s*:\s*"([^"]+)"/.exec(body)?.[1]?.toLowerCase();
  return state !== undefined && !AT_REST.includes(state);
}
