import { simulate, type SimulatedResponse } from '#src/mocks/simulate.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { fold, type State } from '#src/mocks/world/fold.ts';

import type { Operation } from './operation.ts';
import { requestOf, simulatedRequest } from './request.ts';
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

/** What was begun gets the id by which the sample asks for it. */
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

/**
 * What the simulated Azure answers to a sample's request, at each moment that could matter: an
 * operation that is under way is asked for again and again, last when what it was about is gone;
 * another request is sent twice.
 */
export function answersTo(
  sample: Sample,
  operation: Operation,
  estate: Estate,
): readonly SimulatedResponse[] {
  const begun = begin(operation, estate, plainParameters(sample).get('operationId') ?? '');
  if ('refusal' in begun) return [begun.refusal];
  const request = requestOf(sample, operation);
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
  const again = ask(withEvents(begun.state, first.events), AGAIN_SECONDS);
  return [first.response, again.response];
}
