import { failure } from '#src/mocks/errors.ts';
import { parseJson } from '#src/mocks/json.ts';
import { groupIn, resourceIn } from '#src/mocks/resource-lists.ts';
import type { Answer, Call, Handler } from '#src/mocks/service.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { type Following, followed } from '#src/mocks/writes/compute-operations.ts';
import { asRefused } from '#src/mocks/writes/judge.ts';
import type { Accepted, ResourceWrite, WriteOutcome } from '#src/mocks/writes/write.ts';
import { writeResource } from '#src/mocks/writes/write-resource.ts';

/** How a request that writes is answered. */

/** 400 for a body that is no JSON object (ARM, InvalidRequestContent: I). */
const unreadable = (): WriteOutcome =>
  asRefused(
    failure(
      400,
      'InvalidRequestContent',
      'The request content was invalid and could not be deserialized.',
    ),
  );

/** The write that a request asks for. */
export function writeOf(call: Call, id: string): ResourceWrite {
  const { headers, body } = call.request;
  const ifMatch = headers.get('if-match');
  return {
    id,
    apiVersion: call.apiVersion,
    body: parseJson(body),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(headers.get('if-none-match') === '*' ? { isOnlyNew: true } : {}),
  };
}

/** Whether a value is an object with keys. */
const isBody = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The answer of a write that is taken, with its event, followed where it is done. */
export function answered(call: Call, outcome: Accepted, follow: Omit<Following, 'ms'>): Answer {
  return followed(
    call,
    { ...follow, ms: outcome.ms },
    { status: outcome.status, body: outcome.body, events: [outcome.event] },
  );
}

const locationIn = (body: unknown): string => {
  const location =
    typeof body === 'object' && body !== null && 'location' in body ? body.location : '';
  return typeof location === 'string' ? location.replaceAll(/\s/g, '').toLowerCase() : '';
};

/** Handles a PUT of a resource of a type. */
export const putting =
  (
    kind: Following['kind'],
    idOf: (call: Call) => string,
    more: Pick<Following, 'hasLocation'> = {},
  ): Handler =>
  (call) => {
    const write = writeOf(call, idOf(call));
    const outcome = isBody(write.body) ? writeResource(call.state, call.now, write) : unreadable();
    return outcome.kind === 'refused'
      ? outcome.answer
      : answered(call, outcome, { ...more, kind, location: locationIn(write.body) });
  };

type Remove = (state: Call['state'], at: number, id: string) => WriteOutcome | null;

/** Handles a DELETE: 202, and 204 where there is nothing to remove. */
export const removing =
  (follow: { readonly kind: Following['kind']; readonly type: string }, remove: Remove): Handler =>
  (call) => {
    const outcome = remove(call.state, call.now, resourceIn(call, follow.type));
    if (outcome === null) return { status: 204 };
    if (outcome.kind === 'refused') return outcome.answer;
    // Where it is followed is the region of the group: what is removed may have no other left.
    const location = findGroup(call.state, groupIn(call))?.location ?? '';
    const following = { kind: follow.kind, location, ms: outcome.ms };
    return followed(call, following, { status: 202, events: [outcome.event] });
  };
