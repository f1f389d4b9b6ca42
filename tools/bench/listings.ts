import { armListings, type Listing } from './arm-listings.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listSourceMachines } from '#src/api/compute/machines.ts';
import { findJobs } from '#src/api/queries/found-jobs.ts';
import { listJobPage, listNotableJobs } from '#src/api/queries/listed-jobs.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import {
  countByHealth,
  findProtectedItems,
  listInstancePage,
} from '#src/api/recovery-services/items.ts';
import { listVaultNames, listVaultPage } from '#src/api/recovery-services/vaults.ts';
import type { SimulatedAzure } from '#src/mocks/azure.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';
import { BY_NAME, EVERYTHING, type InstanceFilter } from '#src/model/instances.ts';
import { ALL_JOBS, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

/** Rows that the product's lists ask for at once, and those that an export does. */
const SCREEN = 200;
const EXPORT = 1000;

const deleted: InstanceFilter = { ...EVERYTHING, sources: ['deleted'] };
const noVaultFilter = {
  search: '',
  subscriptions: [],
  regions: [],
  redundancies: [],
  crossRegion: [],
  crossSubscription: [],
};

/** What the product asks Resource Graph, by the product's own functions. */
async function graphReads(
  azure: SimulatedAzure,
): Promise<readonly (readonly [string, (arm: ArmPipelines) => Promise<unknown>])[]> {
  const state = await azure.state();
  const machineIds = instancesIn(state, state.seed.vaults[1000]?.id ?? '').map(({ machineId }) =>
    resourceId(machineId),
  );
  const byPoint = { by: 'lastPoint', isDescending: true } as const;
  const first = { start: { skip: 0 }, top: SCREEN };
  const middle = { start: { skip: 50_000 }, top: SCREEN };
  const many = { start: { skip: 0 }, top: EXPORT };
  const items = { filter: EVERYTHING, order: BY_NAME };
  const jobs = { filter: ALL_JOBS, order: NEWEST_FIRST };
  const byStatus = { filter: ALL_JOBS, order: { by: 'status', isDescending: false } } as const;
  const vaults = { filter: noVaultFilter, order: VAULTS_BY_NAME };
  return [
    ['200 instances', async (arm) => listInstancePage(arm, { ...items, ...first })],
    [
      '200 instances from the middle',
      async (arm) => listInstancePage(arm, { ...items, ...middle }),
    ],
    [
      '200 instances by their last point',
      async (arm) => listInstancePage(arm, { ...first, filter: EVERYTHING, order: byPoint }),
    ],
    [
      '200 instances without a machine',
      async (arm) => listInstancePage(arm, { ...first, filter: deleted, order: BY_NAME }),
    ],
    ['1000 instances', async (arm) => listInstancePage(arm, { ...items, ...many })],
    ['200 jobs', async (arm) => listJobPage(arm, { ...jobs, ...first })],
    ['200 jobs by status', async (arm) => listJobPage(arm, { ...byStatus, ...first })],
    ['1000 jobs', async (arm) => listJobPage(arm, { ...jobs, ...many })],
    ['200 vaults', async (arm) => listVaultPage(arm, { ...vaults, ...first })],
    ['1000 vaults', async (arm) => listVaultPage(arm, { ...vaults, ...many })],
    ['names of 1000 vaults', async (arm) => listVaultNames(arm)],
    ['50 machines of instances', async (arm) => listSourceMachines(arm, machineIds)],
    ['the overview’s jobs', async (arm) => listNotableJobs(arm)],
    ['the overview’s count of jobs', async (arm) => countJobs(arm)],
    ['the overview’s count of health', async (arm) => countByHealth(arm)],
    ['a search’s 5 instances', async (arm) => findProtectedItems(arm, ['sql', 'prod'], 5)],
    ['a search’s 5 jobs', async (arm) => findJobs(arm, ['sql', 'prod'], 5)],
  ];
}

/** The first request that the product makes to read something. */
async function requestOf(
  azure: SimulatedAzure,
  read: (arm: ArmPipelines) => Promise<unknown>,
): Promise<Omit<Listing, 'name'>> {
  const { arm, sent } = testArm(async (request) => azure.fetch(request));
  await read(arm);
  const [first] = sent;
  if (first === undefined || first.body === null) throw new Error('Nothing was asked.');
  const { pathname, search } = new URL(first.url);
  return { path: pathname + search, body: first.body };
}

/** Every list that the product reads, one page each. */
export async function listings(azure: SimulatedAzure): Promise<readonly Listing[]> {
  const all = await armListings(azure);
  for (const [name, read] of await graphReads(azure)) {
    all.push({ name: `Graph: ${name}`, ...(await requestOf(azure, read)) });
  }
  return all;
}
