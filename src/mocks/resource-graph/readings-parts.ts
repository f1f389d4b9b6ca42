import { diskWireOf, type Shown, shownDisk, shownDisks } from '#src/mocks/compute/disks.ts';
import { IS_CARD, ownCardIdsOf } from '#src/mocks/network/cards.ts';
import { shownCard, writtenPart } from '#src/mocks/network/machine-parts.ts';
import { objectIn, textIn } from '#src/mocks/json.ts';
import type { Reading } from '#src/mocks/resource-graph/rows.ts';
import type { State } from '#src/mocks/world/fold.ts';

/** What rows of disks and NICs are read from (azure-contract §1). */

export function disks(state: State): Reading<Shown> {
  return {
    type: 'microsoft.compute/disks',
    things: () => shownDisks(state),
    find: (id) => shownDisk(state, id),
    id: ({ id }) => id,
    location: ({ machine, disk }) => (disk.home ?? machine).location,
    properties: (shown) => diskWireOf(state, shown).properties,
    // What a question looks for is known without making all that a disk says.
    fields: { diskState: ({ isAttached }) => (isAttached ? 'Attached' : 'Unattached') },
  };
}

/** A NIC by its id; of one that is named after a machine and was never written, that it is that machine's. */
interface Card {
  readonly id: string;
  readonly machineId?: string;
}

export function interfaces(state: State): Reading<Card> {
  const propertiesOf = ({ id }: Card) => objectIn(shownCard(state, id)?.properties);
  return {
    type: 'microsoft.network/networkinterfaces',
    things: () => cardsOf(state),
    find: (id) => (shownCard(state, id) === undefined ? undefined : { id }),
    isListed: ({ id, machineId }) => machineId !== undefined || shownCard(state, id) !== undefined,
    id: ({ id }) => id,
    location: ({ id }) => textIn(shownCard(state, id)?.location) ?? '',
    properties: propertiesOf,
    fields: {
      virtualMachine: (card) =>
        card.machineId === undefined ? propertiesOf(card)['virtualMachine'] : { id: card.machineId },
    },
    more: ({ id }) => ({ tags: writtenPart(state, id)?.model['tags'] }),
  };
}

function* cardsOf(state: State): Generator<Card> {
  const written = (state.seed.written?.parts ?? []).filter(({ id }) => IS_CARD.test(id));
  const ids = new Set(written.map(({ id }) => id.toLowerCase()));
  yield* written.map(({ id }) => ({ id }));
  for (const machine of state.seed.machines) {
    if (!machine.exists) continue;
    for (const id of ownCardIdsOf(machine)) {
      if (ids.has(id.toLowerCase())) continue;
      // A machine that was written may have other NICs, and its own be loose.
      yield machine.cardIds === undefined ? { id, machineId: machine.id } : { id };
    }
  }
}
