import { parseJson } from '#src/mocks/json.ts';
import type { SimulatedResponse } from '#src/mocks/service.ts';
import { simulate } from '#src/mocks/simulate.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { fold, type State } from '#src/mocks/world/fold.ts';

import { at, type JsonObject, withAt } from './json.ts';
import type { Operation } from './operation.ts';
import { questionAt, requestOf, simulatedRequest } from './request.ts';
import { plainParameters, type Sample } from './sample.ts';
import type { Estate } from './world/estate.ts';

/** Moments after the beginning of an operation at which each of its statuses can be true, in seconds. */
const MOMENTS: readonly number[] = [0, 5, 30, 60, 120, 600, 3600, 86_400];

/** What a request that changes something is answered when it is sent again, long after. */
const AGAIN_SECONDS = 86_400;

function withEvents(state: State, events: readonly WorldEvent[]): State {
  return fold(
    state,
    events.map((event, index) => ({ seq: state.seq + index + 1, event })),
  );
}

/** Gives a started operation the id of the sample's request. */
const named = (event: WorldEvent, operationId: string): WorldEvent =>
  'operationId' in event ? { ...event, operationId } : event;

type Begun = { readonly state: State } | { readonly refusal: SimulatedResponse };

function begin(operation: Operation, estate: Estate, operationId: string): Begun {
  const { state, nowMs } = estate;
  const { startedBy } = operation;
  if (startedBy === undefined || startedBy === 'its job') return { state };
  const request = simulatedRequest(startedBy(estate));
  const { response, events } = simulate(request, state, nowMs);
  if (response.status >= 400) return { refusal: response };
  return {
    state: withEvents(
      state,
      events.map((event) => named(event, operationId)),
    ),
  };
}

/** The body of a sample with what only the service can give in it. */
function filler(operation: Operation, { state, nowMs, ...estate }: Estate) {
  const { issued } = operation;
  if (issued === undefined) return (body: JsonObject) => body;
  const request = simulatedRequest(issued.by({ state, nowMs, ...estate }));
  const answer = parseJson(simulate(request, state, nowMs).response.body ?? '');
  return (body: JsonObject) => withAt(body, issued.sent, at(answer, issued.answered));
}

/**
 * What becomes of a request that was accepted: official samples tell the status at the end of it
 * beside the 202.
 */
function outcomeOf({ headers }: SimulatedResponse, state: State, now: number): SimulatedResponse[] {
  const address = headers['Location'];
  if (address === undefined) return [];
  return [simulate(questionAt(address), state, now + AGAIN_SECONDS * 1000).response];
}

/**
 * What the simulated Azure answers to a sample's request, at each moment that could matter: an
 * operation under way is requested repeatedly, last when its subject is gone; another request is sent
 * twice, and followed to its end where it is accepted.
 */
export function answersTo(
  sample: Sample,
  operation: Operation,
  estate: Estate,
): readonly SimulatedResponse[] {
  const begun = begin(operation, estate, plainParameters(sample).get('operationId') ?? '');
  if ('refusal' in begun) return [begun.refusal];
  const request = requestOf(sample, operation, filler(operation, estate));
  const ask = (state: State, seconds: number) =>
    simulate(request, state, estate.nowMs + seconds * 1000);
  if (operation.startedBy !== undefined) {
    const gone = withEvents(begun.state, [
      { type: 'resource-removed', at: estate.nowMs + 1, id: estate.instance.id },
    ]);
    const over = ask(gone, AGAIN_SECONDS).response;
    return [...MOMENTS.map((seconds) => ask(begun.state, seconds).response), over];
  }
  const first = ask(begun.state, 0);
  const later = withEvents(begun.state, first.events);
  const again = ask(later, AGAIN_SECONDS);
  const end = first.response.status === 202 ? outcomeOf(first.response, later, estate.nowMs) : [];
  return [first.response, again.response, ...end];
}
