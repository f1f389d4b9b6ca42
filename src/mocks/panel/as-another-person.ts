import { forgetViews } from '#src/lib/stored-values.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import {
  hasGroupFor,
  isRemovable,
  machineIdOf,
  subscriptionOf,
} from '#src/mocks/another-user-choices.ts';
import type { OtherPersonsRestore } from '#src/mocks/another-user.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** Outcome of a restore requested as another person. */
export type OthersRestore =
  | { readonly kind: 'accepted'; readonly jobId: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly what: 'machine' | 'group' };

/** Starts a world again, or another one, as a new browser shows it. */
export async function startWorld(
  simulation: Pick<Simulation, 'reset' | 'openScenario'>,
  id: ScenarioId | null = null,
): Promise<void> {
  forgetViews();
  await (id === null ? simulation.reset() : simulation.openScenario(id));
}

/** The world as it is at this moment. */
export async function presentState({ azure, clock }: Simulation): Promise<State> {
  return stateAt(await azure.state(), clock.now());
}

/** Restores a machine as another person, where there is such a machine and such a group. */
export async function restoreAsOther(
  simulation: Simulation,
  order: OtherPersonsRestore,
): Promise<OthersRestore> {
  const state = await presentState(simulation);
  if (subscriptionOf(state, order.instance) === null) return { kind: 'unknown', what: 'machine' };
  if (!hasGroupFor(state, order.instance, order.group)) return { kind: 'unknown', what: 'group' };
  try {
    return { kind: 'accepted', jobId: await simulation.restoreAsAnotherUser(order) };
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

/** Azure's own sentence out of the error's body, or all that the error says. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /"message":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1] ?? text;
}

/** Deletes what has this id; false when there is nothing of this id. */
export async function deleteAsOther(simulation: Simulation, id: string): Promise<boolean> {
  if (!isRemovable(await presentState(simulation), id)) return false;
  await simulation.removeResource(id.trim());
  return true;
}

/** Shuts a machine down or starts it, by its name; false when there is no such machine. */
export async function powerAsOther(
  simulation: Simulation,
  machine: string,
  isStopped: boolean,
): Promise<boolean> {
  const id = machineIdOf(await presentState(simulation), machine);
  if (id !== null) await simulation.setPower(id, isStopped);
  return id !== null;
}
