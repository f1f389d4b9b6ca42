import { resourceNotFound } from '#src/mocks/errors.ts';
import { objectIn, objectsIn } from '#src/mocks/json.ts';
import { writtenPart } from '#src/mocks/network/machine-parts.ts';
import { groupListPath, resourceIn } from '#src/mocks/resource-lists.ts';
import {
  type Answer,
  type Call,
  handlersBy,
  ok,
  param,
  route,
  type Route,
} from '#src/mocks/service.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { looseDisksOf } from '#src/mocks/world/made-things.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { followed } from '#src/mocks/writes/compute-operations.ts';
import { answered, putting, writeOf } from '#src/mocks/writes/handling.ts';
import { firstRefusal, judgeConflict, judgeGroup, refuse } from '#src/mocks/writes/judge.ts';
import { partsLeftBy } from '#src/mocks/writes/left-parts.ts';
import { withDisks } from '#src/mocks/writes/attach-detach.ts';
import { patchedBody } from '#src/mocks/writes/machine-model.ts';
import { extensionWireOf } from '#src/mocks/writes/write-extension.ts';
import { machineThere, writeMachine } from '#src/mocks/writes/write-machine.ts';
import { sameId } from '#src/model/resource-id.ts';

const type = 'Microsoft.Compute/virtualMachines';
const path = `${groupListPath(type)}/{name}`;
const extensionPath = `${path}/extensions/{extension}`;

const idOf = (call: Call): string => resourceIn(call, type);
const extensionIdOf = (call: Call): string =>
  `${idOf(call)}/extensions/${param(call, 'extension')}`;

const notFound = (call: Call): Answer =>
  resourceNotFound(type, param(call, 'name'), param(call, 'rg'));

/** Handlers whose work is given the machine that the path names. */
const onMachine = handlersBy((call: Call, work: (machine: MachineSeed) => Answer) => {
  const machine = machineThere(call.state, idOf(call));
  return machine === undefined ? notFound(call) : work(machine);
});

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
  return outcome.kind === 'refused'
    ? outcome.answer
    : answered(call, outcome, { kind: 'compute', location: machine.location });
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
  return outcome.kind === 'refused'
    ? outcome.answer
    : followed(
        call,
        { kind: 'compute', location: machine.location, ms: outcome.ms },
        { status: 202, events: [outcome.event] },
      );
});

/** Removes a machine; its disks and NICs stay (2024-03-01, the default `deleteOption` is Detach). */
function remove(call: Call): Answer {
  const machine = machineThere(call.state, idOf(call));
  if (machine === undefined) return { status: 204 };
  const refusal = judged(call, machine, 'delete');
  if (refusal !== null) return refusal;
  const { id, location } = machine;
  const parts = partsLeftBy(call.state, machine);
  const written: WorldEvent = {
    type: 'resource-written',
    at: call.now,
    id: `${id}/parts`,
    ms: 0,
    isNew: false,
    parts,
  };
  const removed: WorldEvent = {
    type: 'resource-removed',
    at: call.now,
    id,
    leaves: looseDisksOf(machine),
  };
  return followed(
    call,
    { kind: 'compute', location, ms: DELETE_MS },
    { status: 202, events: [...(parts.length === 0 ? [] : [written]), removed] },
  );
}

/** An extension that was put on the machine, or one of those of the start, of which little is known (G). */
const getExtension = onMachine((call, { extensions = [], location }) => {
  const id = extensionIdOf(call);
  const isOld = extensions.some((name) => sameId(name, param(call, 'extension')));
  const part = writtenPart(call.state, id) ?? (isOld ? { id, model: { location } } : undefined);
  return part === undefined
    ? resourceNotFound(
        `${type}/extensions`,
        `${param(call, 'name')}/${param(call, 'extension')}`,
        param(call, 'rg'),
      )
    : ok(extensionWireOf(part));
});

/** Writes of machines and of what is on them. */
export const machineWriteRoutes: readonly Route[] = [
  route.put('virtualMachines.put', path, putting('compute', idOf)),
  route.patch('virtualMachines.patch', path, patch),
  route.delete('virtualMachines.delete', path, remove),
  route.post('virtualMachines.deallocate', `${path}/deallocate`, powering(true)),
  route.post('virtualMachines.start', `${path}/start`, powering(false)),
  route.post(
    'virtualMachines.attachDetachDataDisks',
    `${path}/attachDetachDataDisks`,
    attachDetach,
  ),
  route.put(
    'extensions.put',
    extensionPath,
    putting('compute', extensionIdOf, { hasLocation: true }),
  ),
  route.get('extensions.get', extensionPath, getExtension),
];
