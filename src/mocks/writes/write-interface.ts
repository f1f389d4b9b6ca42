import * as z from 'zod/mini';
import { inside, objectIn, objectsIn, textIn } from '#src/mocks/json.ts';
import { holderOf } from '#src/mocks/network/cards.ts';
import { shownCard } from '#src/mocks/network/machine-parts.ts';
import { withTag, writtenCardWireOf } from '#src/mocks/network/written-parts.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { addressed } from '#src/mocks/writes/card-addresses.ts';
import {
  asRefused,
  firstRefusal,
  judgeGroup,
  judgePolicies,
  judgeRegion,
  judgeVersion,
  refuse,
} from '#src/mocks/writes/judge.ts';
import { addressesLeftBy, stateWith } from '#src/mocks/writes/left-parts.ts';
import { nicInUse } from '#src/mocks/writes/nic-in-use.ts';
import type { ResourceWrite, WriteOutcome } from '#src/mocks/writes/write.ts';

const bodyShape = z.looseObject({
  properties: z.looseObject({
    ipConfigurations: z.array(z.looseObject({ name: z.string(), properties: z.looseObject({}) })),
  }),
});

/** Simulated milliseconds of creating a NIC, and of changing one (G). */
const CREATE_MS = 3000;
const UPDATE_MS = 2000;

/**
 * Writes a NIC whole: `PUT …/networkInterfaces/{nic}` (2024-01-01). Each configuration gets an address of its
 * subnet; one that it has it keeps.
 */
export function writeInterface(state: State, at: number, write: ResourceWrite): WriteOutcome {
  const { id, body } = write;
  const before = shownCard(state, id);
  const refusal = firstRefusal([
    () => judgeGroup(state, id, 'write'),
    () => judgeVersion(write, textIn(before?.['etag']) ?? undefined),
    () => judgeRegion(state, write, textIn(before?.location) ?? undefined),
    () => judgePolicies(state, write),
  ]);
  if (refusal !== null) return asRefused(refusal);
  const parsed = bodyShape.safeParse(body);
  if (!parsed.success || parsed.data.properties.ipConfigurations.length === 0) {
    return asRefused(
      refuse(400, 'InvalidRequestFormat', 'Cannot parse the request.', 'ipConfigurations'),
    );
  }
  const configurations = addressed(
    state,
    { cardId: id, location: textIn(objectIn(body)['location']) ?? '' },
    objectsIn(parsed.data.properties.ipConfigurations),
  );
  if (!Array.isArray(configurations)) return asRefused(configurations);
  const part = { id, model: modelOf(body, configurations) };
  const isNew = before === undefined;
  const ms = isNew ? CREATE_MS : UPDATE_MS;
  const after = stateWith(state, part);
  return {
    kind: 'accepted',
    status: isNew ? 201 : 200,
    ms,
    body: withTag(writtenCardWireOf(after, { ...part, writeState: 'Updating' })),
    event: {
      type: 'resource-written',
      at,
      id,
      ms,
      isNew,
      parts: [...addressesLeftBy(state, id), part],
    },
  };
}

/** What is kept of a body: all but what Azure adds. */
function modelOf(body: unknown, ipConfigurations: readonly object[]) {
  const { id: _id, name: _name, type: _type, etag: _etag, ...kept } = objectIn(body);
  const {
    virtualMachine: _machine,
    provisioningState: _state,
    ...properties
  } = inside(body, 'properties');
  return { ...kept, properties: { ...properties, ipConfigurations } };
}

const DELETE_MS = 4000;

/** Removes a NIC that is attached to nothing: `DELETE …/networkInterfaces/{nic}` (2024-01-01). */
export function removeInterface(state: State, at: number, id: string): WriteOutcome | null {
  if (shownCard(state, id) === undefined) return null;
  const forbidden = judgeGroup(state, id, 'delete');
  if (forbidden !== null) return asRefused(forbidden);
  const holder = holderOf(state, id);
  if (holder !== undefined) return asRefused(nicInUse(id, holder.id));
  return {
    kind: 'accepted',
    status: 200,
    ms: DELETE_MS,
    body: undefined,
    event: { type: 'resource-removed', at, id },
  };
}
