import { diskInstanceProperties } from '#src/mocks/data-protection/instances.ts';
import { diskJobId, diskJobProperties } from '#src/mocks/data-protection/jobs.ts';
import {
  backupVaultIdentity,
  backupVaultProperties,
  isListed,
} from '#src/mocks/data-protection/vaults.ts';
import type { Reading } from '#src/mocks/resource-graph/rows.ts';
import type { JobPlan } from '#src/mocks/time/plan.ts';
import type { BackupVaultSeed, DiskInstanceSeed } from '#src/mocks/world/disk-backup-seed.ts';
import type { State } from '#src/mocks/world/fold.ts';
import { byId } from '#src/mocks/world/find-thing.ts';
import { sameId } from '#src/model/resource-id.ts';

/** What rows of Data Protection are read from (azure-contract §1). */

const regionOf = ({ seed }: State, vaultId: string): string =>
  byId(seed.backupVaults ?? [], vaultId)?.location ?? '';

export function backupVaults(state: State): Reading<BackupVaultSeed> {
  const { backupVaults: all = [] } = state.seed;
  return {
    type: 'microsoft.dataprotection/backupvaults',
    things: () => all,
    find: (id) => byId(all, id),
    id: ({ id }) => id,
    location: ({ location }) => location,
    properties: backupVaultProperties,
    more: (vault) => ({ identity: backupVaultIdentity(vault) }),
  };
}

export function diskInstances(state: State): Reading<DiskInstanceSeed> {
  const { diskInstances: all = [] } = state.seed;
  return {
    type: 'microsoft.dataprotection/backupvaults/backupinstances',
    things: () => all,
    isListed,
    find: (id) => byId(all, id),
    id: ({ id }) => id,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => regionOf(state, vaultId),
    properties: diskInstanceProperties,
  };
}

export function diskJobs(state: State, now: number): Reading<JobPlan> {
  return {
    type: 'microsoft.dataprotection/backupvaults/backupjobs',
    things: () => state.diskJobs,
    find: (id) => state.diskJobs.find((plan) => sameId(diskJobId(plan), id)),
    isListed: ({ startedAtMs }) => startedAtMs <= now,
    id: diskJobId,
    home: ({ vaultId }) => vaultId,
    location: ({ vaultId }) => regionOf(state, vaultId),
    properties: (plan) => diskJobProperties(plan, { state, now, isDetailed: false }),
    // They are few: none is kept when it has ended.
    changesWithTime: true,
  };
}
