import type { InstanceSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

import { firstText, type JsonObject } from '../json.ts';
import { machineIdsIn, sourceIn } from './machines.ts';
import { distinct, type Mentions, thingsOfType } from './mentions.ts';
import { mainGroup, mainSubscription } from './places.ts';
import { pointsFor } from './points.ts';

interface ItemName {
  readonly fabric: string;
  readonly container: string;
  readonly item: string;
}

const idOf = (vaultId: string, { fabric, container, item }: ItemName): string =>
  `${vaultId}/backupFabrics/${fabric}/protectionContainers/${container}/protectedItems/${item}`;

/** Container and item in an id; an official example leaves the fabric out (azure-contract §3). */
function nameInId(id: string): ItemName | null {
  const match =
    /(?:\/backupFabrics\/([^/]+))?\/protectionContainers\/([^/]+)\/protectedItems\/([^/]+)/i.exec(
      id,
    );
  if (match === null) return null;
  const [, fabric = 'Azure', container = '', item = ''] = match;
  return { fabric, container, item };
}

/** The item that the address names, else that which the body names. */
function namedItem({ named, body }: Mentions): ItemName | null {
  const container = named.get('containerName') ?? firstText(body, 'containerName');
  const item = named.get('protectedItemName') ?? firstText(body, 'protectedItemName');
  return container === '' || item === ''
    ? null
    : { fabric: named.get('fabricName') ?? 'Azure', container, item };
}

/** The name of an item for a machine, as recordings have it (azure-contract §3). */
function nameFor(machineId: string): ItemName {
  const [, group = 'conformance'] = /\/resourceGroups\/([^/]+)/i.exec(machineId) ?? [];
  const kind = /\/Microsoft\.ClassicCompute\//i.test(machineId)
    ? 'iaasvmcontainer'
    : 'iaasvmcontainerv2';
  const tail = `${kind};${group.toLowerCase()};${nameOf(machineId).toLowerCase()}`;
  return { fabric: 'Azure', container: `IaasVMContainer;${tail}`, item: `VM;${tail}` };
}

/** The machine of an item by the item's name: group and machine are its last two parts. */
function machineByName(mentions: Mentions, item: string): string {
  const parts = item.split(';');
  const [group = mainGroup(mentions), machine = item] = parts.slice(-2);
  const provider = parts[1]?.toLowerCase() === 'iaasvmcontainer' ? 'ClassicCompute' : 'Compute';
  return `/subscriptions/${mainSubscription(mentions)}/resourceGroups/${group}/providers/Microsoft.${provider}/virtualMachines/${machine}`;
}

function seedOf(
  vaultId: string,
  name: ItemName,
  machineId: string,
  policyName = '',
): Omit<InstanceSeed, 'points'> {
  return {
    id: idOf(vaultId, name),
    vaultId,
    machineId,
    friendlyName: nameOf(machineId),
    policyName: policyName === '' ? 'conformance' : policyName,
    protectionState: 'Protected',
    healthStatus: 'Passed',
    lastBackupStatus: 'Completed',
    lastBackupTime: null,
  };
}

/** Machines that are named, but for those that a list says no vault protects. */
function unprotectedLeftOut(mentions: Mentions): readonly string[] {
  const free = unprotectedIn(mentions);
  return machineIdsIn(mentions).filter((id) => !free.some((one) => sameId(one, id)));
}

/** The machines that a list says no vault protects, by their ids or by the names of what could be protected. */
export function unprotectedIn(mentions: Mentions): readonly string[] {
  return thingsOfType(mentions, 'protectableItems').map((thing) => {
    const [, item = ''] = /\/protectableItems\/([^/]+)/i.exec(firstText(thing, 'id')) ?? [];
    return sourceIn(thing) ?? machineByName(mentions, item);
  });
}

/** The protected item that a sample is about; one of our own naming where it names none. */
function mainItem(mentions: Mentions, vaultId: string): Omit<InstanceSeed, 'points'> {
  const [listed] = thingsOfType(mentions, 'protectedItems');
  const inList = nameInId(firstText(listed, 'id'));
  const name = namedItem(mentions) ?? inList;
  const source = sourceIn(mentions.body) ?? (inList === null ? undefined : sourceIn(listed));
  const machineId =
    source ??
    (name === null ? unprotectedLeftOut(mentions)[0] : undefined) ??
    machineByName(mentions, (name ?? nameFor('conformance')).item);
  // The policy that a body names is one of the vault.
  const policyName = nameOf(firstText(mentions.body, 'properties.policyId'));
  return seedOf(vaultId, name ?? nameFor(machineId), machineId, policyName);
}

function listedItem(
  mentions: Mentions,
  vaultId: string,
  thing: JsonObject,
): readonly Omit<InstanceSeed, 'points'>[] {
  const name = nameInId(firstText(thing, 'id'));
  if (name === null) return [];
  return [seedOf(vaultId, name, sourceIn(thing) ?? machineByName(mentions, name.item))];
}

/**
 * Items whose whole id a body names, as it names them: official samples spell the vault there in
 * another group than the address does.
 */
function itemsInIds(
  mentions: Mentions,
  { vaultId, machineId }: Omit<InstanceSeed, 'points'>,
): readonly Omit<InstanceSeed, 'points'>[] {
  const ids = mentions.ids.flatMap((id) => /^.*\/protectedItems\/[^/]+/i.exec(id)?.[0] ?? []);
  return distinct(ids).flatMap((id) => {
    const name = nameInId(id);
    return name === null ? [] : [{ ...seedOf(vaultId, name, machineId), id }];
  });
}

/** The protected items of a sample's world, that which it is about first; never none. */
export function itemsFor(
  mentions: Mentions,
  vaultId: string,
): readonly [InstanceSeed, ...InstanceSeed[]] {
  const points = pointsFor(mentions);
  const main = mainItem(mentions, vaultId);
  const listed = thingsOfType(mentions, 'protectedItems').flatMap((thing) =>
    listedItem(mentions, vaultId, thing),
  );
  const others = [...listed, ...itemsInIds(mentions, main)].filter(
    ({ id }) => !sameId(id, main.id),
  );
  return [{ ...main, points }, ...others.map((item) => ({ ...item, points }))];
}
