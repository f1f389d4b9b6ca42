import { parseResourceId } from '#src/api/arm/resource-id.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { findGroup } from '#src/mocks/world/lookup.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/**
 * What a person may be offered who acts as somebody else. A world may have a hundred thousand
 * machines: of all that fits what was typed, only the first few are gathered.
 */

const MOST = 12;

/** A value to fill in, with words that tell it from others. */
export interface Offer {
  readonly value: string;
  readonly about: string;
}

const fits = (text: string, typed: string): boolean =>
  text.toLowerCase().includes(typed.trim().toLowerCase());

/** Machines with backups whose name contains what was typed; the second of a name goes by its id. */
export function machineOffers({ seed }: State, typed: string): readonly Offer[] {
  const offers: Offer[] = [];
  for (const { id, friendlyName, vaultId } of seed.instances) {
    if (offers.length === MOST) break;
    if (!fits(friendlyName, typed)) continue;
    const isTaken = offers.some(({ value }) => sameId(value, friendlyName));
    offers.push({ value: isTaken ? id : friendlyName, about: nameOf(vaultId) });
  }
  return offers;
}

/** The vault's subscription of a machine, by the machine's name or its item's id; null: no such machine. */
export function subscriptionOf({ seed }: State, machine: string): string | null {
  const found = seed.instances.find(
    ({ id, friendlyName }) => sameId(friendlyName, machine.trim()) || sameId(id, machine.trim()),
  );
  return found === undefined ? null : (parseResourceId(found.vaultId)?.subscriptionId ?? null);
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
export function hasGroupFor(state: State, machine: string, group: string): boolean {
  const subscriptionId = subscriptionOf(state, machine) ?? '';
  return findGroup(state, groupId({ subscriptionId, name: group.trim() })) !== undefined;
}

/** What can be deleted, in the order of its kinds: groups, vaults, machines … points last. */
function* removableIds({ seed, groups }: State): Generator<string> {
  for (const group of groups) yield groupId(group);
  const { vaults, accounts, networks, diskAccesses, encryptionSets } = seed;
  for (const { id } of [...vaults, ...accounts, ...networks, ...diskAccesses, ...encryptionSets])
    yield id;
  for (const { id, exists } of seed.machines) if (exists) yield id;
  for (const { id } of seed.instances) yield id;
  for (const { id, points } of seed.instances)
    for (const { name } of points) yield `${id}/recoveryPoints/${name}`;
}

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
  for (const id of removableIds(state)) if (sameId(id, wanted.trim())) return true;
  return false;
}
