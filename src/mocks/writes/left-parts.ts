import { inside, objectIn } from '#src/mocks/json.ts';
import { addressIdsOf, cardIdsOf, machineOfCard } from '#src/mocks/network/cards.ts';
import { shownAddress, shownCard, writtenPart } from '#src/mocks/network/machine-parts.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { MachineSeed, PartSeed } from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** NICs and addresses that are named after a machine, written down as they are before it lets them go. */

/** A state in which a part is written already: what is written is shown as it will be read. */
export function stateWith(state: State, part: PartSeed): State {
  const { seed } = state;
  const { machineIds = [], parts = [], removedIds = [] } = seed.written ?? {};
  const others = parts.filter(({ id }) => !sameId(id, part.id));
  return {
    ...state,
    seed: { ...seed, written: { machineIds, removedIds, parts: [...others, part] } },
  };
}

/** The public addresses of a NIC that nothing has written yet. */
export function addressesLeftBy(state: State, cardId: string): PartSeed[] {
  const machine = machineOfCard(state, cardId);
  if (machine === undefined || writtenPart(state, cardId) !== undefined) return [];
  const ids = addressIdsOf(machine).filter((id) => writtenPart(state, id) === undefined);
  return ids.flatMap((id) => partOf(id, shownAddress(state, id)));
}

/** All NICs of a machine that nothing has written yet, with their addresses. */
export function partsLeftBy(state: State, machine: MachineSeed): PartSeed[] {
  return cardIdsOf(machine).flatMap((id) =>
    writtenPart(state, id) === undefined
      ? [...addressesLeftBy(state, id), ...partOf(id, shownCard(state, id))]
      : [],
  );
}

/** What is shown of a part, as a request would write it. */
function partOf(id: string, shown: object | undefined): PartSeed[] {
  if (shown === undefined) return [];
  const { id: _id, name: _name, type: _type, etag: _etag, ...kept } = objectIn(shown);
  const { virtualMachine: _machine, ...properties } = inside(shown, 'properties');
  return [{ id, model: { ...kept, properties } }];
}
