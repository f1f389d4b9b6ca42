import { forgetViews } from '#src/lib/stored-values.ts';
import type { OtherPersonsRestore } from '#src/mocks/another-user.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { Simulation } from '#src/mocks/simulation.ts';
import { stateAt } from '#src/mocks/state-at.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import {
  findGroup,
  findInstance,
  findMachine,
  findPoint,
  instancesNamed,
} from '#src/mocks/world/lookup.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/**
 * Suggestions for a restore as another person. A world may have a hundred thousand machines: only the
 * first few that match the typed text are gathered.
 */

const MOST = 12;

/** A value to fill in, with words that tell it from others. */
export interface Offer {
  readonly value: string;
  readonly about: string;
}

const fits = (text: string, typed: string): boolean =>
  text.toLowerCase().includes(typed.trim().toLowerCase());

/** So many things of a kind are looked through for what was typed; a whole name finds any. */
const LOOKED_AT = 2000;

function* first<Thing>(things: Iterable<Thing>, most = LOOKED_AT): Generator<Thing> {
  let left = most;
  for (const thing of things) {
    if (left === 0) return;
    left -= 1;
    yield thing;
  }
}

/** Machines with backups whose name contains what was typed; the second of a name goes by its id. */
export function machineOffers(state: State, typed: string): readonly Offer[] {
  const offers = new Map<string, Offer>();
  const names = new Set<string>();
  for (const one of [...instancesNamed(state, typed.trim()), ...first(state.seed.instances)]) {
    if (offers.size === MOST) break;
    const { id, friendlyName, vaultId } = one;
    if (!fits(friendlyName, typed) || offers.has(id)) continue;
    const name = friendlyName.toLowerCase();
    offers.set(id, { value: names.has(name) ? id : friendlyName, about: nameOf(vaultId) });
    names.add(name);
  }
  return [...offers.values()];
}

/** A machine with backups, by its name or its item's id. */
function instanceOf(state: State, machine: string) {
  const wanted = machine.trim();
  return findInstance(state, wanted) ?? instancesNamed(state, wanted)[0];
}

/** The id of a machine that is there, by its name or its item's id; null: no such machine. */
function machineIdOf(state: State, machine: string): string | null {
  const found = findMachine(state, instanceOf(state, machine)?.machineId ?? '');
  return found?.exists === true ? found.id : null;
}

/** The vault's subscription of a machine, by the machine's name or its item's id; null: no such machine. */
export function subscriptionOf(state: State, machine: string): string | null {
  const found = instanceOf(state, machine);
  return found === undefined ? null : (found.vaultId.split('/')[2] ?? null);
}

/** Groups into which a machine may be restored, and whose name contains what was typed. */
export function groupOffers(state: State, machine: string, typed: string): readonly Offer[] {
  const subscriptionId = subscriptionOf(state, machine);
  return state.groups
    .filter((group) => subscriptionId === null || sameId(group.subscriptionId, subscriptionId))
    .filter(({ name }) => fits(name, typed))
    .slice(0, MOST)
    .map(({ name, location }) => ({ value: name, about: location }));
}

/** Whether a machine may be restored into a group of this name. */
function hasGroupFor(state: State, machine: string, group: string): boolean {
  const subscriptionId = subscriptionOf(state, machine) ?? '';
  return findGroup(state, groupId({ subscriptionId, name: group.trim() })) !== undefined;
}

/** What can be deleted, in the order of its kinds: groups, vaults, accounts … points last. */
function* removableIds({ seed, groups }: State): Generator<string> {
  for (const group of groups) yield groupId(group);
  for (const things of simpleThings(seed)) for (const { id } of first(things)) yield id;
  for (const { id, exists } of first(seed.machines)) if (exists) yield id;
  for (const { id } of first(seed.instances)) yield id;
  for (const { id, points } of first(seed.instances, LOOKED_AT / 20))
    for (const { name } of points) yield `${id}${POINTS}${name}`;
}

const POINTS = '/recoveryPoints/';

/** Of these kinds a world has its things written down, and their ids say all. */
const simpleThings = ({
  vaults,
  accounts,
  networks,
  diskAccesses,
  encryptionSets,
}: State['seed']): readonly (readonly { readonly id: string }[])[] => [
  vaults,
  accounts,
  networks,
  diskAccesses,
  encryptionSets,
];

/** Ids of what can be deleted, with what was typed in them. */
export function removableOffers(state: State, typed: string): readonly Offer[] {
  const offers: Offer[] = [];
  for (const id of removableIds(state)) {
    if (offers.length === MOST) break;
    if (fits(id, typed)) offers.push({ value: id, about: nameOf(id) });
  }
  return offers;
}

/** Whether there is something of this id to delete. */
export function isRemovable(state: State, wanted: string): boolean {
  const id = wanted.trim();
  const place = id.toLowerCase().lastIndexOf(POINTS.toLowerCase());
  const item = place === -1 ? undefined : findInstance(state, id.slice(0, place));
  return (
    findGroup(state, id) !== undefined ||
    simpleThings(state.seed).some((things) => byId(things, id) !== undefined) ||
    findMachine(state, id)?.exists === true ||
    findInstance(state, id) !== undefined ||
    (item !== undefined && findPoint(item, id.slice(place + POINTS.length)) !== undefined)
  );
}

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
