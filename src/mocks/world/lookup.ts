import type { JobPlan } from '#src/mocks/time/plan.ts';
import { byId, near } from '#src/mocks/world/find-thing.ts';
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
import { nameOf, sameId } from '#src/model/resource-id.ts';

/** Finds what an id or a name means in a world; undefined when there is no such thing. */

const same = (a: string, b: string): boolean => sameId(a, b);

export function findVault(state: State, id: string): VaultSeed | undefined {
  return byId(state.seed.vaults, id);
}

export function findInstance(state: State, id: string): InstanceSeed | undefined {
  return byId(state.seed.instances, id);
}

/** The backup instances of a vault, in their order. */
export function instancesIn(state: State, vaultId: string): readonly InstanceSeed[] {
  return [...near(state.seed.instances, { vaultId })].filter((one) => same(one.vaultId, vaultId));
}

/** The backup instances of all machines of a name. */
export function instancesNamed(state: State, name: string): readonly InstanceSeed[] {
  return [...near(state.seed.instances, { name })].filter((one) => same(one.friendlyName, name));
}

export function findMachine(state: State, id: string): MachineSeed | undefined {
  return byId(state.seed.machines, id);
}

/** All machines of a name, also those of which only backups are left. */
export function machinesNamed(state: State, name: string): readonly MachineSeed[] {
  return [...near(state.seed.machines, { name })].filter(({ id }) => same(nameOf(id), name));
}

/** Machines among which are all of a subscription. */
export function machinesOf(state: State, subscriptionId: string): Iterable<MachineSeed> {
  return near(state.seed.machines, { subscriptionId });
}

/** Machines among which is that on which a disk of this name hangs. */
export function machinesWithDisk(state: State, diskName: string): Iterable<MachineSeed> {
  return near(state.seed.machines, { diskName });
}

/** Jobs, also those that have not started: a large world's past, then those that were planned. */
export function* allJobs({ seed, jobs }: State): Generator<JobPlan> {
  if (seed.history !== undefined) yield* seed.history;
  yield* jobs;
}

/** The jobs of a vault, in their order. */
export function jobsIn({ seed, jobs }: State, vaultId: string): readonly JobPlan[] {
  const past = seed.history?.near({ vaultId }) ?? [];
  return [...past, ...jobs].filter((plan) => same(plan.vaultId, vaultId));
}

export function findJob({ seed, jobs }: State, jobId: string): JobPlan | undefined {
  return seed.history?.byId(jobId) ?? jobs.find((plan) => same(plan.jobId, jobId));
}

export function findAccount(state: State, id: string): AccountSeed | undefined {
  return byId(state.seed.accounts, id);
}

/** Points have decimal names, which have no letter case. */
export function findPoint(instance: InstanceSeed, name: string): PointSeed | undefined {
  return instance.points.find((point) => point.name === name);
}

/** The machine as it was at the time of a point. */
export function machineThen(machine: MachineSeed, point: PointSeed): MachineSeed {
  return { ...machine, ...point.machineThen };
}

/** The machine as a point can bring it back: shared disks are in no backup (G). */
export function machineAsOf(machine: MachineSeed, point: PointSeed): MachineSeed {
  const then = machineThen(machine, point);
  return { ...then, disks: then.disks.filter(({ maxShares }) => maxShares === undefined) };
}

export function findGroup(state: State, id: string): GroupSeed | undefined {
  return state.groups.find((group) => same(groupId(group), id));
}

export function hasSubscription(state: State, subscriptionId: string): boolean {
  return state.seed.subscriptions.some((known) => same(known.subscriptionId, subscriptionId));
}

/** A backup policy of a vault. */
export interface BackupPolicy {
  readonly id: string;
  readonly name: string;
  readonly kind: 'AzureIaasVM' | 'AzureWorkload';
  /** How many machines it protects. */
  readonly count: number;
}

/** The policies that every vault is created with (documentation of Azure Backup). */
const OF_EVERY_VAULT = ['DefaultPolicy', 'EnhancedPolicy'];
const OF_DATABASES = 'HourlyLogBackup';

/** The policies of a vault: those that it was created with, and those of its items. */
export function policiesOf(state: State, { id }: VaultSeed): BackupPolicy[] {
  const used = instancesIn(state, id).map(({ policyName }) => policyName);
  const machines = [...new Set([...OF_EVERY_VAULT, ...used])].map((name) => ({
    id: `${id}/backupPolicies/${name}`,
    name,
    kind: 'AzureIaasVM' as const,
    count: used.filter((one) => one === name).length,
  }));
  const databases = {
    id: `${id}/backupPolicies/${OF_DATABASES}`,
    name: OF_DATABASES,
    kind: 'AzureWorkload' as const,
    count: 0,
  };
  return [...machines, databases];
}
