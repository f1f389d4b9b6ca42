import { readRoutes } from '#src/mocks/resource-lists.ts';
import type { Route } from '#src/mocks/service.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { groupOf } from '#src/mocks/world/ids.ts';
import { machinesOf } from '#src/mocks/world/lookup.ts';
import type { MachineSeed } from '#src/mocks/world/seed.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';

const type = 'Microsoft.Compute/availabilitySets';

/** An availability set with the machines that are in it; it stays when they are deleted. */
export interface AvailabilitySet {
  readonly id: string;
  readonly location: string;
  readonly machines: readonly MachineSeed[];
}

/** The id of the set in which a machine is, beside it in its group; null: in none. */
const setIdOf = ({ id, availabilitySet }: MachineSeed): string | null =>
  availabilitySet === undefined ? null : `${groupOf(id)}/providers/${type}/${availabilitySet}`;

/** The availability sets of a subscription. */
function availabilitySetsOf(state: State, subscriptionId: string): AvailabilitySet[] {
  const byFold = new Map<string, AvailabilitySet>();
  for (const machine of machinesOf(state, subscriptionId)) {
    const id = setIdOf(machine);
    if (id === null) continue;
    const known = byFold.get(id.toLowerCase());
    const machines = [...(known?.machines ?? []), ...(machine.exists ? [machine] : [])];
    byFold.set(id.toLowerCase(), {
      id: known?.id ?? id,
      location: known?.location ?? machine.location,
      machines,
    });
  }
  return [...byFold.values()];
}

/** The availability set of an id; undefined: there is none. */
export const findAvailabilitySet = (state: State, id: string): AvailabilitySet | undefined =>
  availabilitySetsOf(state, id.split('/')[2] ?? '').find((one) => sameId(one.id, id));

/** An availability set for managed disks (2024-03-01; its domains G). */
const wireOf = ({ id, location, machines }: AvailabilitySet) => ({
  id,
  name: nameOf(id),
  type,
  location,
  sku: { name: 'Aligned' },
  properties: {
    platformFaultDomainCount: 2,
    platformUpdateDomainCount: 5,
    virtualMachines: machines.map((machine) => ({ id: machine.id })),
  },
});

export const availabilitySetRoutes: readonly Route[] = readRoutes(
  ['availabilitySets.list', 'availabilitySets.listByGroup', 'availabilitySets.get'],
  type,
  { thingsOf: availabilitySetsOf, wireOf },
);
