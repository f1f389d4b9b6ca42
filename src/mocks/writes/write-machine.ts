import { etagOf, machineWireOf } from '#src/mocks/compute/machines.ts';
import { inside, objectIn, objectsIn, textIn } from '#src/mocks/json.ts';
import { cardIdsOf, writtenConfigurations } from '#src/mocks/network/cards.ts';
import { regionNamed } from '#src/mocks/resources/regions.ts';
import type { Answer } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { findMachine } from '#src/mocks/world/lookup.ts';
import { diskIdOf, looseDiskOf } from '#src/mocks/world/made-things.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import {
  asRefused,
  firstRefusal,
  judgeConflict,
  judgeGroup,
  judgePolicies,
  judgeRegion,
  judgeVersion,
} from '#src/mocks/writes/judge.ts';
import {
  type MachineRequest,
  judgeCards,
  judgeChange,
  judgeNewBody,
  judgePlan,
  judgeSet,
} from '#src/mocks/writes/judge-machine.ts';
import { judgeSize } from '#src/mocks/writes/judge-size.ts';
import { partsLeftBy } from '#src/mocks/writes/left-parts.ts';
import { disksIn, type Found, judgeDisks } from '#src/mocks/writes/machine-disks.ts';
import { modelIn, wholeBody, zoneIn } from '#src/mocks/writes/machine-model.ts';
import type { ResourceWrite, WriteOutcome } from '#src/mocks/writes/write.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Simulated milliseconds of creating a machine of disks that are there (aftercare §1.6, R), and of changing one (G). */
const CREATE_MS = 32_000;
const UPDATE_MS = 12_000;

/** The machine of an id that is there. */
export function machineThere(state: State, id: string): MachineSeed | undefined {
  const machine = findMachine(state, id);
  return machine?.exists === true ? machine : undefined;
}

/**
 * Writes a machine whole: `PUT …/virtualMachines/{vm}` (2024-03-01). A new one is built of attached disks; of one
 * that is there, disks, NICs, size, license, tags and identity are changed. What a body leaves out of the size,
 * disks and NICs of a machine stays (G).
 */
export function writeMachine(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id } = write;
  const before = machineThere(state, id);
  const early = firstRefusal([
    () => judgeGroup(state, id, 'write'),
    () => judgeVersion(write, before === undefined ? undefined : etagOf(before)),
    () => judgeRegion(state, write, before?.location),
    () => judgeConflict(state, at, id),
    () => judgePolicies(state, write),
    () => (before === undefined ? judgeNewBody(write.body) : null),
  ]);
  if (early !== null) return asRefused(early);
  const body = wholeBody(write.body, before);
  const found = disksIn(state, inside(inside(body, 'properties'), 'storageProfile'), before);
  if (!isFound(found)) return asRefused(found);
  const wanted = machineOf(state, { id, body, before, found });
  const request: MachineRequest = { state, wanted, before: withCards(before), body, found };
  const late = firstRefusal([
    () => judgeChange(request),
    () => judgeSet(request),
    () => judgeDisks(state, { wanted, found, at }),
    () => judgeSize(state, wanted, before),
    () => judgePlan(request),
    () => judgeCards(request),
  ]);
  return late === null ? accepted(request, at) : asRefused(late);
}

const isFound = (found: readonly Found[] | Answer): found is readonly Found[] =>
  Array.isArray(found);

const withCards = (machine: MachineSeed | undefined): MachineSeed | undefined =>
  machine === undefined ? undefined : { ...machine, cardIds: cardIdsOf(machine) };

/** The machine that a body describes. */
function machineOf(
  state: State,
  {
    id,
    body,
    before,
    found,
  }: Pick<MachineRequest, 'body' | 'before' | 'found'> & { readonly id: string },
): MachineSeed {
  const properties = inside(body, 'properties');
  const osDisk = found.find(({ disk }) => disk.lun < 0);
  const cardIds = objectsIn(inside(properties, 'networkProfile')['networkInterfaces']).map(
    (one) => textIn(one['id']) ?? '',
  );
  const identity = textIn(inside(body, 'identity')['type']) ?? '';
  const setId = textIn(inside(properties, 'availabilitySet')['id']);
  const location = textIn(objectIn(body)['location']) ?? '';
  const subnetId = writtenConfigurations(state).find(({ cardId }) =>
    sameId(cardId, cardIds[0]),
  )?.subnetId;
  const isWindows = sameId(
    textIn(inside(inside(properties, 'storageProfile'), 'osDisk')['osType']) ?? before?.osType,
    'Windows',
  );
  const {
    licenseType: _license,
    availabilitySet: _set,
    zone: _zone,
    writeState: _state,
    ...kept
  } = before ?? newMachine;
  const isBenefit = properties['licenseType'] === 'Windows_Server';
  const zone = zoneIn(body);
  return {
    ...kept,
    ...(before === undefined && osDisk !== undefined ? factsOf(osDisk) : {}),
    ...(before === undefined && subnetId !== undefined ? { network: { subnetId } } : {}),
    id: before?.id ?? id,
    location: before?.location ?? regionNamed(state.seed, location)?.name ?? location,
    size: textIn(inside(properties, 'hardwareProfile')['vmSize']) ?? '',
    osType: isWindows ? 'Windows' : 'Linux',
    ...(zone === undefined ? {} : { zone }),
    disks: found.map(({ disk }) => disk),
    ...(isBenefit ? { licenseType: 'Windows_Server' } : {}),
    ...(setId === null ? {} : { availabilitySet: nameOf(setId) }),
    hasUserIdentity: /UserAssigned/i.test(identity),
    encryptionAtHost: inside(properties, 'securityProfile')['encryptionAtHost'] === true,
    cardIds,
    model: modelIn(objectIn(body)),
  };
}

const newMachine: MachineSeed = {
  id: '',
  location: '',
  size: '',
  osType: 'Linux',
  isManaged: true,
  deployment: 'arm',
  encryption: 'none',
  exists: true,
  isGeneralized: false,
  disks: [],
};

/** What a new machine has from its OS disk. */
function factsOf({ home }: Found): Partial<MachineSeed> {
  const { encryption, encryptionSetId, hasPrivateDisks, diskAccessId, hasPlan } = home;
  return { encryption, encryptionSetId, hasPrivateDisks, diskAccessId, hasPlan };
}

function accepted({ state, wanted, before, found }: MachineRequest, at: number): WriteOutcome {
  const isNew = before === undefined;
  const ms = isNew ? CREATE_MS : UPDATE_MS;
  const attached = found.map(({ id }) => id.toLowerCase());
  const leaves = (before?.disks ?? [])
    .filter(
      (disk) => before !== undefined && !attached.includes(diskIdOf(before, disk).toLowerCase()),
    )
    .flatMap((disk) => (before === undefined ? [] : [looseDiskOf(before, disk)]));
  const parts = before === undefined ? [] : partsLeftBy(state, before);
  const writeState = isNew ? 'Creating' : 'Updating';
  return {
    kind: 'accepted',
    status: isNew ? 201 : 200,
    ms,
    body: machineWireOf({ ...wanted, writeState }, false),
    event: {
      type: 'resource-written',
      at,
      id: wanted.id,
      ms,
      isNew,
      machine: wanted,
      parts,
      leaves,
    },
  };
}
