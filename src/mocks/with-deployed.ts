import { deployedBy } from '#src/mocks/world/deployed.ts';
import { type State, withEventAt } from '#src/mocks/world/fold.ts';

/** What a state became last by its deployments, and how many of their steps were done by then. */
const seenLast = new WeakMap<State, { readonly stage: string; readonly seen: State }>();

/**
 * The world with what deployments have made by `now`; the same object for as long as no other step ends,
 * and the state itself where none has.
 */
export function withDeployed(state: State, now: number): State {
  const done = deployedBy(state.deployments, now);
  if (done.length === 0) return state;
  const stage = done.map(({ seq, event }) => `${seq} ${event.at}`).join('\n');
  const last = seenLast.get(state);
  if (last?.stage === stage) return last.seen;
  const all = done.reduce(withEventAt, state);
  // A deployment's writes come when their time does, not when it was accepted.
  const writings = all.writings.toSorted((a, b) => a.atMs - b.atMs || a.seq - b.seq);
  const seen = { ...all, writings };
  seenLast.set(state, { stage, seen });
  return seen;
}
