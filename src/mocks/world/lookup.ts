import type { State } from '#src/mocks/world/fold.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import type {
  AccountSeed,
  GroupSeed,
  InstanceSeed,
  MachineSeed,
  PointSeed,
  VaultSeed,
} from '#src/mocks/world/seed.ts';
import { sameId } from '#src/model/resource-id.ts';

/** Finds what an id or a name means in a world; undefined when there is no such thing. */

const same = (a: string, b: string): boolean => sameId(a, b);

export function findVault(state: State, id: string): VaultSeed | undefined {
  return state.seed.vaults.find((vault) => same(vault.id, id));
}

export function findInstance(state: State, id: string): InstanceSeed | undefined {
  return state.seed.instances.find((instance) => same(instance.id, id));
}

export function findMachine(state: State, id: string): MachineSeed | undefined {
  return state.seed.machines.find((machine) => same(machine.id, id));
}

export function findAccount(state: State, id: string): AccountSeed | undefined {
  return state.seed.accounts.find((account) => same(account.id, id));
}

/** Points have decimal names, which have no letter case. */
export function findPoint(instance: InstanceSeed, name: string): PointSeed | undefined {
  return instance.points.find((point) => point.name === name);
}

/** The machine as it was at the time of a point. */
export function machineAsOf(machine: MachineSeed, { machineThen }: PointSeed): MachineSeed {
  return { ...machine, ...machineThen };
}

export function findGroup(state: State, id: string): GroupSeed | undefined {
  return state.groups.find((group) => same(groupId(group), id));
}

export function hasSubscription(state: State, subscriptionId: string): boolean {
  return state.seed.subscriptions.some((known) => same(known.subscriptionId, subscriptionId));
}
