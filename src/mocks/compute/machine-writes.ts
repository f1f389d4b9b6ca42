import { collection, notFoundIn, resourceIn, resourcePath } from '#src/mocks/collection.ts';
import {
  judgeCards,
  judgeChange,
  judgeNewBody,
  judgePlan,
  judgeSet,
  judgeSize,
  judgeUltra,
  type MachineRequest,
} from '#src/mocks/compute/judge-machine.ts';
import { disksIn, type Found, judgeDisks, withDisks } from '#src/mocks/compute/machine-disks.ts';
import {
  etagOf,
  listedMachines,
  machineThere,
  machineWireOf,
  modelIn,
  patchedBody,
  wholeBody,
  zoneIn,
} from '#src/mocks/compute/machines.ts';
import { inside, objectIn, objectsIn, textIn } from '#src/mocks/json.ts';
import {
  firstRefusal,
  judgeConflict,
  judgeGroup,
  judgePolicies,
  judgeRegion,
  judgeVersion,
  refuse,
} from '#src/mocks/judge-write.ts';
import { cardIdsOf, writtenConfigurations } from '#src/mocks/network/cards.ts';
import { partsLeftBy } from '#src/mocks/network/machine-parts.ts';
import { regionNamed } from '#src/mocks/locations.ts';
import { type Answer, type Call, handlersBy, ok, route, type Route } from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { looseDiskOf, looseDisksOf } from '#src/mocks/world/made-things.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import type { DiskHome, MachineSeed } from '#src/mocks/world/seed.ts';
import {
  answered,
  asRefused,
  followed,
  type ResourceWrite,
  writeOf,
  type WriteOutcome,
  written,
} from '#src/mocks/write.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Simulated milliseconds of creating a machine of disks that are there (aftercare §1.6, R), and of changing one (G). */
const CREATE_MS = 32_000;
const UPDATE_MS = 12_000;

/**
 * Writes a machine whole: `PUT …/virtualMachines/{vm}` (2024-03-01). A new one is built of attached disks, or of an
 * image with disks that are made; of one that is there, disks, NICs, size, license, tags and identity are changed. What a body leaves out of the size,
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
  const place = placeOf(state, { id, body, before });
  const size = sizeIn(body);
  const profile = inside(inside(body, 'properties'), 'storageProfile');
  const found = disksIn(state, profile, { home: homeIn(place, body), size, before, at });
  if (!isFound(found)) return asRefused(found);
  const wanted = machineOf(state, { place, body, before, found });
  const request: MachineRequest = { state, wanted, before: withCards(before), body, found };
  const late = firstRefusal([
    () => judgeChange(request),
    () => judgeSet(request),
    () => judgeDisks(state, { wanted, found, at }),
    () => judgeUltra(request),
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

type MachinePlace = Pick<MachineSeed, 'id' | 'location' | 'osType' | 'zone'>;

/** What a body says of a machine that its disks share. An image says of its system what its name does (G). */
function placeOf(
  state: State,
  { id, body, before }: Pick<MachineRequest, 'body' | 'before'> & { readonly id: string },
): MachinePlace {
  const properties = inside(body, 'properties');
  const storage = inside(properties, 'storageProfile');
  const location = textIn(objectIn(body)['location']) ?? '';
  const zone = zoneIn(body);
  const isWindowsImage =
    inside(properties, 'osProfile')['windowsConfiguration'] !== undefined ||
    /windows/i.test(Object.values(inside(storage, 'imageReference')).join(' '));
  const osType =
    textIn(inside(storage, 'osDisk')['osType']) ??
    before?.osType ??
    (isWindowsImage ? 'Windows' : 'Linux');
  return {
    id: before?.id ?? id,
    location: before?.location ?? regionNamed(state.seed, location)?.name ?? location,
    osType: sameId(osType, 'Windows') ? 'Windows' : 'Linux',
    ...(zone === undefined ? {} : { zone }),
  };
}

/** What disks have that are made with a machine; those of an image with a plan have the plan. */
const homeIn = (place: MachinePlace, body: unknown): DiskHome => ({
  ...place,
  encryption: 'none',
  ...(Object.keys(inside(body, 'plan')).length > 0 ? { hasPlan: true } : {}),
});

const sizeIn = (body: unknown): string =>
  textIn(inside(inside(body, 'properties'), 'hardwareProfile')['vmSize']) ?? '';

/** The machine that a body describes. */
function machineOf(
  state: State,
  {
    place,
    body,
    before,
    found,
  }: Pick<MachineRequest, 'body' | 'before' | 'found'> & { readonly place: MachinePlace },
): MachineSeed {
  const properties = inside(body, 'properties');
  const osDisk = found.find(({ disk }) => disk.lun < 0);
  const cardIds = objectsIn(inside(properties, 'networkProfile')['networkInterfaces']).map(
    (one) => textIn(one['id']) ?? '',
  );
  const identity = textIn(inside(body, 'identity')['type']) ?? '';
  const setId = textIn(inside(properties, 'availabilitySet')['id']);
  const subnetId = writtenConfigurations(state).find(({ cardId }) =>
    sameId(cardId, cardIds[0]),
  )?.subnetId;
  const {
    licenseType: _license,
    availabilitySet: _set,
    zone: _zone,
    writeState: _state,
    ...kept
  } = before ?? newMachine;
  const isBenefit = properties['licenseType'] === 'Windows_Server';
  return {
    ...kept,
    ...(before === undefined && osDisk !== undefined ? factsOf(osDisk) : {}),
    ...(before === undefined && subnetId !== undefined ? { network: { subnetId } } : {}),
    ...place,
    size: sizeIn(body),
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
  const attached = found.map(({ id }) => id.toLowerCase());
  const had = before?.disks.map((disk) => looseDiskOf(before, disk)) ?? [];
  const leaves = had.filter(({ id }) => !attached.includes(id.toLowerCase()));
  const parts = before === undefined ? [] : partsLeftBy(state, before);
  const shown = machineWireOf({ ...wanted, writeState: isNew ? 'Creating' : 'Updating' }, false);
  return written(shown, {
    at,
    id: wanted.id,
    ms: isNew ? CREATE_MS : UPDATE_MS,
    isNew,
    machine: wanted,
    parts,
    leaves,
  });
}

const type = 'Microsoft.Compute/virtualMachines';
const classicType = 'Microsoft.ClassicCompute/virtualMachines';

/** Makes handlers whose work is given the machine that the path names. */
const onMachineOf = (ofType: string) =>
  handlersBy((call: Call, work: (machine: MachineSeed) => Answer) => {
    const machine = machineThere(call.state, resourceIn(call, ofType));
    return machine === undefined ? notFoundIn(call, ofType) : work(machine);
  });
const onMachine = onMachineOf(type);

const showMachine = ({ request }: Call, machine: MachineSeed): Answer =>
  ok(machineWireOf(machine, request.url.searchParams.get('$expand') === 'instanceView'));

/** Simulated milliseconds of stopping and of starting a machine, and of removing one (G). */
const STOP_MS = 40_000;
const START_MS = 25_000;
const DELETE_MS = 30_000;
const AT_ONCE_MS = 1000;

/** What keeps a machine from being stopped, started or removed at this moment. */
const judged = (call: Call, machine: MachineSeed, verb: string): Answer | null =>
  firstRefusal([
    () => judgeGroup(call.state, machine.id, verb),
    () => judgeConflict(call.state, call.now, machine.id),
  ]);

/** Stops a machine and gives its cores back, or starts it; one that is so already is left alone. */
const powering = (isStopped: boolean) =>
  onMachine((call, machine) => {
    const verb = isStopped ? 'deallocate/action' : 'start/action';
    const refusal = judged(call, machine, verb) ?? (isStopped ? null : judgeStart(machine));
    if (refusal !== null) return refusal;
    const usual = isStopped ? STOP_MS : START_MS;
    const ms = isShutDown(machine) === isStopped ? AT_ONCE_MS : usual;
    const event: WorldEvent = {
      type: 'machine-powered',
      at: call.now,
      machineId: machine.id,
      isStopped,
      ms,
    };
    const following = { kind: 'compute', location: machine.location, ms } as const;
    return followed(call, following, { status: 202, events: [event] });
  });

/** 409, a machine that is generalized never runs again (general knowledge of Compute, G). */
const judgeStart = ({ isGeneralized, id }: MachineSeed): Answer | null =>
  isGeneralized
    ? refuse(
        409,
        'OperationNotAllowed',
        `Operation 'start' is not allowed on VM '${id}' since the VM is generalized.`,
      )
    : null;

/** Changes what a body names of a machine, and keeps the rest (2024-03-01). */
const patch = onMachine((call, machine) => {
  const write = writeOf(call, machine.id);
  const body = patchedBody(write.body, machine);
  const outcome = writeMachine(call.state, call.now, { ...write, body });
  return answered(call, outcome, { kind: 'compute', location: machine.location });
});

/** Attaches and detaches data disks: 202, and nothing else of the machine is written (2024-03-01). */
const attachDetach = onMachine((call, machine) => {
  const write = writeOf(call, machine.id);
  const [attach = [], detach = []] = ['dataDisksToAttach', 'dataDisksToDetach'].map((key) =>
    objectsIn(objectIn(write.body)[key]),
  );
  const wanted = withDisks(machine, { attach, detach });
  if ('status' in wanted) return wanted;
  const outcome = writeMachine(call.state, call.now, { ...write, body: wanted.body });
  return answered(call, outcome, { kind: 'compute', location: machine.location, status: 202 });
});

/** Removes a machine; its disks and NICs stay (2024-03-01, the default `deleteOption` is Detach). */
function remove(call: Call): Answer {
  const machine = machineThere(call.state, resourceIn(call, type));
  if (machine === undefined) return { status: 204 };
  const refusal = judged(call, machine, 'delete');
  if (refusal !== null) return refusal;
  const { id, location } = machine;
  const parts = partsLeftBy(call.state, machine);
  const partsWritten: WorldEvent = {
    type: 'resource-written',
    at: call.now,
    id: `${id}/parts`,
    ms: 0,
    isNew: false,
    parts,
  };
  const machineRemoved: WorldEvent = {
    type: 'resource-removed',
    at: call.now,
    id,
    leaves: looseDisksOf(machine),
  };
  return followed(
    call,
    { kind: 'compute', location, ms: DELETE_MS },
    { status: 202, events: [...(parts.length === 0 ? [] : [partsWritten]), machineRemoved] },
  );
}

const path = resourcePath(type);

/** Machines and what is done with them. A classic one is answered in the same shape; its own would differ (G). */
export const machineRoutes: readonly Route[] = [
  ...collection({
    type,
    name: 'virtualMachines',
    list: listedMachines,
    wireOf: (machine) => machineWireOf(machine, false),
    writes: { kind: 'compute', put: writeMachine },
    own: { get: onMachine(showMachine), patch, delete: remove },
  }),
  ...collection({
    type: classicType,
    name: 'classicMachines',
    own: { get: onMachineOf(classicType)(showMachine) },
  }),
  route.post('virtualMachines.deallocate', `${path}/deallocate`, powering(true)),
  route.post('virtualMachines.start', `${path}/start`, powering(false)),
  route.post(
    'virtualMachines.attachDetachDataDisks',
    `${path}/attachDetachDataDisks`,
    attachDetach,
  ),
];
