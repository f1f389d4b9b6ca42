import type { DiskInstanceSeed, DiskPointSeed } from '#src/mocks/world/seed.ts';
import type { RoleAssignmentSeed } from '#src/mocks/world/place-seed.ts';

/**
 * Ids and text derived from a seed: the simulator has no randomness of its own, so that one world
 * with one history always answers the same.
 */

const BEGINNING = 0x811c9dc5;

/** A 32-bit FNV-1a hash of text. */
export function hash32(text: string): number {
  return scattered(hashOn(BEGINNING, text));
}

/** Goes on with a hash from where it is. */
function hashOn(begun: number, text: string): number {
  let hash = begun;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash;
}

function scattered(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** A 32-bit hash of two small numbers, quicker than one of their text. */
export function hashNumbers(one: number, other: number): number {
  let hash = Math.imul(one + 1, 0x9e3779b1) ^ Math.imul(other + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** `digits` hexadecimal digits made from text. */
export function hexFrom(text: string, digits: number): string {
  let hex = '';
  for (let part = 0; hex.length < digits; part += 1) {
    // The hash of `${part}:${text}`, without writing that down.
    const hash = scattered(hashOn(hashOn(BEGINNING, `${part}:`), text));
    hex += hash.toString(16).padStart(8, '0');
  }
  return hex.slice(0, digits);
}

/** A GUID (its version says 4, as Azure's do) made from text. */
export function guidFrom(text: string): string {
  const hex = hexFrom(text, 32);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}

/** A recovery point's name: decimal text of `digits` digits (azure-contract §4: 13 to 19). */
export function pointNameFrom(text: string, digits: number): string {
  let name = String(1 + (hash32(text) % 9));
  for (let part = 0; name.length < digits; part += 1) {
    name += String(hash32(`${part}:${text}`) % 100_000).padStart(5, '0');
  }
  return name.slice(0, digits);
}

/** The id of the group in which a resource is. */
export const groupOf = (id: string): string => id.slice(0, id.toLowerCase().indexOf('/providers/'));

/** What an identity is called in the directory: that of a vault by the vault's id, another by its own. */
export const principalIdOf = (id: string): string => guidFrom(`principal:${id}`);

/** The id of a role assignment, of the world's beginning or given later. */
export function assignmentIdOf({ holder, role, scope, given }: RoleAssignmentSeed): string {
  const name = given?.name ?? guidFrom(`assignment:${holder}:${role}:${scope}`);
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
}

/** The id of the snapshot that a disk's point is. */
export const snapshotIdOf = (
  { snapshotGroup }: Pick<DiskInstanceSeed, 'snapshotGroup'>,
  { name }: Pick<DiskPointSeed, 'name'>,
): string => `${snapshotGroup}/providers/Microsoft.Compute/snapshots/AzureBackup_${name}`;

/** The id of a resource group. */
export function groupId(group: { readonly subscriptionId: string; readonly name: string }): string {
  return `/subscriptions/${group.subscriptionId}/resourceGroups/${group.name}`;
}

/** The last part of the `vmId` of all VMs of a name: from it a large world finds them again. */
export const vmNameHash = (name: string): string => hexFrom(`vm:${name.toLowerCase()}`, 12);

/** What Azure calls a VM beside its resource ID (`properties.vmId`). A VM of the same ID gets the same again (G). */
export function vmIdOf({ id }: { readonly id: string }): string {
  const guid = guidFrom(`vm:${id.toLowerCase()}`);
  return `${guid.slice(0, 24)}${vmNameHash(id.slice(id.lastIndexOf('/') + 1))}`;
}
