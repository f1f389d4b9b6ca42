import { hash32 } from '#src/mocks/world/ids.ts';
import type { DiskSeed, MachineSeed } from '#src/mocks/world/seed.ts';
import { machineOf } from '#src/mocks/world/worlds/builders.ts';
import { nameOf } from '#src/model/resource-id.ts';

import { at, elementsOf, firstText, type JsonObject, textsIn } from '../json.ts';
import { distinct, idsOfType, type Mentions, regionOf, thingOf, thingsOfType } from './mentions.ts';
import { among } from './vaults.ts';

const ZONES = ['1', '2', '3'] as const;
const SYSTEMS = ['Windows', 'Linux'] as const;

/** Ids of disks that a request detaches from the VM of its address. */
export const disksToDetach = ({ body }: Mentions): readonly string[] =>
  elementsOf(at(body, 'dataDisksToDetach')).map((one) => firstText(one, 'diskId'));

/** Disks that a request detaches, on the VM of its address, at the last LUNs. */
const attachedDisks = (mentions: Mentions, id: string): readonly DiskSeed[] =>
  nameOf(id) === mentions.named.get('vmName')
    ? disksToDetach(mentions).map((diskId, index) => ({
        id: diskId,
        lun: 63 - index,
        name: nameOf(diskId),
        sizeGiB: 32,
        sku: 'Standard_LRS',
      }))
    : [];

/** LUNs that a request restores must be there; the OS disk always is. */
function disksOf(mentions: Mentions, id: string): readonly DiskSeed[] {
  const wanted = elementsOf(bodyPart(mentions, 'restoreDiskLunList')).filter(
    (lun) => typeof lun === 'number',
  );
  const changed = elementsOf(at(mentions.body, 'properties.storageProfile.dataDisks'))
    .map((disk) => at(disk, 'lun'))
    .filter((lun) => typeof lun === 'number');
  const own = [...new Set([-1, 0, ...wanted, ...changed])].map((lun): DiskSeed => ({
    lun,
    name: `disk-${String(hash32(id))}-${lun < 0 ? 'os' : String(lun)}`,
    sizeGiB: 32,
    sku: 'Standard_LRS',
  }));
  return [...own, ...attachedDisks(mentions, id)];
}

/** A part of the restore that a body asks for, wherever the body has it. */
function bodyPart({ body }: Mentions, key: string): unknown {
  const places = ['properties.restoreRequest', 'restoreRequest', 'properties'];
  return places.map((place) => at(body, `${place}.${key}`)).find((found) => found !== undefined);
}

/** What points tell of the machine at their time. */
function pointFacts(mentions: Mentions): JsonObject | undefined {
  return thingsOfType(mentions, 'recoveryPoints')[0];
}

function isEncrypted(mentions: Mentions): boolean {
  const isWanted = at(bodyPart(mentions, 'encryptionDetails'), 'encryptionEnabled') === true;
  return isWanted || at(pointFacts(mentions), 'properties.isSourceVMEncrypted') === true;
}

/** Size and NICs that a change of a VM repeats: they are what it has already. */
function writtenFacts({ body }: Mentions): Partial<MachineSeed> {
  const size = firstText(body ?? undefined, 'properties.hardwareProfile.vmSize');
  const cards = elementsOf(at(body, 'properties.networkProfile.networkInterfaces'));
  return {
    ...(size === '' ? {} : { size }),
    ...(cards.length === 0 ? {} : { cardIds: cards.map((card) => firstText(card, 'id')) }),
  };
}

/** A machine as the sample needs it to be. */
export function machineFor(mentions: Mentions, id: string): MachineSeed {
  const thing = thingOf(mentions, id);
  const facts = pointFacts(mentions);
  const wanted = elementsOf(bodyPart(mentions, 'zones'));
  const zone = [
    ...wanted,
    ...elementsOf(thing?.['zones']),
    ...elementsOf(at(facts, 'properties.zones')),
  ][0];
  const known = ZONES.find((one) => one === zone);
  return {
    ...machineOf('', '', {
      location: regionOf(mentions, id),
      size:
        firstText(thing, 'properties.hardwareProfile.vmSize') ||
        firstText(facts, 'properties.virtualMachineSize') ||
        'Standard_D2s_v5',
      osType: among(SYSTEMS, firstText(facts, 'properties.osType')) ?? 'Linux',
      disks: disksOf(mentions, id),
    }),
    id,
    deployment: /\/Microsoft\.ClassicCompute\//i.test(id) ? 'classic' : 'arm',
    isManaged: at(facts, 'properties.isManagedVirtualMachine') !== false,
    encryption: isEncrypted(mentions) ? 'ADE' : 'none',
    // Azure replaces the disks of no machine that runs.
    isStopped: bodyPart(mentions, 'recoveryType') === 'OriginalLocation',
    ...(known === undefined ? {} : { zone: known }),
    ...writtenFacts(mentions),
  };
}

/** Ids of machines that are named, those that a request will make left out. */
export function machineIdsIn(mentions: Mentions): readonly string[] {
  return ['Compute', 'ClassicCompute'].flatMap((provider) =>
    idsOfType(mentions, `Microsoft.${provider}/virtualMachines`),
  );
}

/** The machine that a body or a GET calls the source of a backup. */
export function sourceIn(value: unknown): string | undefined {
  const [id] = distinct(
    textsIn(value)
      .filter(
        ({ key, text }) =>
          /^(sourceResourceId|virtualMachineId)$/.test(key) && text.startsWith('/'),
      )
      .map(({ text }) => text),
  );
  return id;
}
