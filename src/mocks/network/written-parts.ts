import { inside, objectsIn, textIn } from '#src/mocks/json.ts';
import { holderOf, writtenConfigurations } from '#src/mocks/network/cards.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { guidFrom } from '#src/mocks/world/ids.ts';
import type { PartSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** NICs and public addresses that were written, as they are read (2024-01-01). */

/** A part of the network on the wire, of which a writer keeps all that it has read. */
export interface WrittenPartWire {
  readonly id: string;
  readonly location?: unknown;
  readonly properties?: unknown;
  readonly [more: string]: unknown;
}

/** With the version that `If-Match` names: it changes whenever the resource does. */
export function withTag(wire: WrittenPartWire): WrittenPartWire & { readonly etag: string } {
  return { ...wire, etag: `W/"${guidFrom(JSON.stringify(wire))}"` };
}

/** The machine that a NIC is attached to; the key is missing where it is attached to none. */
export function holding(state: State, cardId: string): object {
  const machine = holderOf(state, cardId);
  return machine === undefined ? {} : { virtualMachine: { id: machine.id } };
}

/** A NIC that was written. */
export function writtenCardWireOf(state: State, { id, model, writeState }: PartSeed) {
  const properties = inside(model, 'properties');
  return {
    ...model,
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/networkInterfaces',
    location: textIn(model['location']),
    properties: {
      ...properties,
      provisioningState: provisioningOf(writeState),
      ...holding(state, id),
      ipConfigurations: objectsIn(properties['ipConfigurations']).map((one) => ({
        ...one,
        id: `${id}/ipConfigurations/${textIn(one['name']) ?? ''}`,
        type: 'Microsoft.Network/networkInterfaces/ipConfigurations',
        properties: { ...inside(one, 'properties'), provisioningState: 'Succeeded' },
      })),
    },
  };
}

/** A public address that was written, with the NIC that has it. */
export function writtenAddressWireOf(state: State, { id, model, writeState }: PartSeed) {
  const holder = writtenConfigurations(state).find((one) => sameId(one.publicAddressId, id));
  return {
    ...model,
    id,
    name: nameOf(id),
    type: 'Microsoft.Network/publicIPAddresses',
    location: textIn(model['location']),
    properties: {
      ...inside(model, 'properties'),
      provisioningState: provisioningOf(writeState),
      ...(holder === undefined ? {} : { ipConfiguration: { id: holder.id } }),
    },
  };
}

/** Microsoft.Network says `Updating` of what is being created too (S). */
function provisioningOf(state: PartSeed['writeState']): string {
  if (state === undefined) return 'Succeeded';
  return state === 'Failed' ? 'Failed' : 'Updating';
}
