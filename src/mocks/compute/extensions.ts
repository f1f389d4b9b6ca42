import * as z from 'zod/mini';
import { notFoundIn, resourceIn, resourcePath } from '#src/mocks/collection.ts';
import { machineThere } from '#src/mocks/compute/machines.ts';
import { failure, resourceNotFound } from '#src/mocks/errors.ts';
import { inside, objectIn } from '#src/mocks/json.ts';
import {
  firstRefusal,
  judgeConflict,
  judgeGroup,
  judgePolicies,
  judgeRegion,
  refuse,
} from '#src/mocks/judge-write.ts';
import { writtenPart } from '#src/mocks/network/machine-parts.ts';
import { type Answer, type Call, ok, param, type Route, route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { isShutDown } from '#src/mocks/world/changes.ts';
import type { PartSeed } from '#src/mocks/world/seed.ts';
import {
  asRefused,
  putting,
  type ResourceWrite,
  type WriteOutcome,
  written,
} from '#src/mocks/write.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Simulated milliseconds until an extension has done its work (aftercare §2.2, R). */
const EXTENSION_MS = 20_000;

/** One without properties is taken (S, MinimumSet); of those with some, Azure needs to know which it is (G). */
const bodyShape = z.looseObject({
  properties: z.optional(
    z.looseObject({ publisher: z.string(), type: z.string(), typeHandlerVersion: z.string() }),
  ),
});

/** The id of the machine on which an extension is. */
const machineIdOf = (extensionId: string): string =>
  extensionId.replace(/\/extensions\/[^/]+$/i, '');

/** Puts an extension on a machine that runs: `PUT …/virtualMachines/{vm}/extensions/{name}` (2024-03-01). */
export function writeExtension(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id, body } = write;
  const machineId = machineIdOf(id);
  const machine = machineThere(state, machineId);
  const refusal = firstRefusal([
    () => judgeGroup(state, id, 'write'),
    () =>
      machine === undefined
        ? failure(
            404,
            'ParentResourceNotFound',
            `Failed to perform 'write' on resource(s) of type 'virtualMachines/extensions', because the parent resource '${machineId}' could not be found.`,
          )
        : null,
    () => judgeRegion(state, write, machine?.location),
    () => judgePolicies(state, write),
    () => judgeConflict(state, at, machineId) ?? judgeConflict(state, at, id),
    () =>
      bodyShape.safeParse(body).success
        ? null
        : refuse(
            400,
            'InvalidParameter',
            "Required parameter 'properties.publisher', 'properties.type' or 'properties.typeHandlerVersion' is missing (null).",
          ),
    () =>
      machine !== undefined && isShutDown(machine)
        ? refuse(
            409,
            'OperationNotAllowed',
            'Cannot modify extensions in the VM when the VM is not running.',
          )
        : null,
  ]);
  if (refusal !== null) return asRefused(refusal);
  const part = { id, model: modelOf(body) };
  const isNew = writtenPart(state, id) === undefined;
  const shown = extensionWireOf({ ...part, writeState: isNew ? 'Creating' : 'Updating' });
  return written(shown, { at, id, ms: EXTENSION_MS, isNew, parts: [part] });
}

/** Protected settings aren't stored, and no answer has them (aftercare §2.2, R). */
function modelOf(body: unknown) {
  const { id: _id, name: _name, type: _type, ...kept } = objectIn(body);
  const {
    protectedSettings: _secret,
    protectedSettingsFromKeyVault: _vault,
    ...properties
  } = inside(body, 'properties');
  return { ...kept, properties };
}

/** An extension as it is read. */
function extensionWireOf({ id, model, writeState }: PartSeed) {
  return {
    ...model,
    id,
    name: nameOf(id),
    type: 'Microsoft.Compute/virtualMachines/extensions',
    properties: { ...inside(model, 'properties'), provisioningState: writeState ?? 'Succeeded' },
  };
}

const machineType = 'Microsoft.Compute/virtualMachines';
const path = `${resourcePath(machineType)}/extensions/{extension}`;

const extensionIdIn = (call: Call): string =>
  `${resourceIn(call, machineType)}/extensions/${param(call, 'extension')}`;

/** An extension that was put on the machine, or one of those of the start, of which little is known (G). */
function getExtension(call: Call): Answer {
  const machine = machineThere(call.state, resourceIn(call, machineType));
  if (machine === undefined) return notFoundIn(call, machineType);
  const { extensions = [], location } = machine;
  const id = extensionIdIn(call);
  const name = param(call, 'extension');
  const isOld = extensions.some((one) => sameId(one, name));
  const part = writtenPart(call.state, id) ?? (isOld ? { id, model: { location } } : undefined);
  return part === undefined
    ? resourceNotFound(
        `${machineType}/extensions`,
        `${param(call, 'name')}/${name}`,
        param(call, 'rg'),
      )
    : ok(extensionWireOf(part));
}

/** What is put on machines. */
export const extensionRoutes: readonly Route[] = [
  route.put(
    'extensions.put',
    path,
    putting('compute', writeExtension, extensionIdIn, { hasLocation: true }),
  ),
  route.get('extensions.get', path, getExtension),
];
