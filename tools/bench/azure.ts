import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { listSourceMachines } from '#src/api/compute/machines.ts';
import { findJobs } from '#src/api/queries/job-lists.ts';
import { listJobPage, listNotableJobs } from '#src/api/queries/jobs.ts';
import {
  countByHealth,
  findProtectedItems,
  listInstancePage,
} from '#src/api/recovery-services/items.ts';
import { countJobs } from '#src/api/recovery-services/job-lists.ts';
import { listVaultNames, listVaultPage } from '#src/api/recovery-services/vaults.ts';
import {
  BACKUP_API_VERSION,
  GROUP_API_VERSION,
  MACHINE_API_VERSION,
  NETWORK_API_VERSION,
  STORAGE_API_VERSION,
} from '#src/api/versions.ts';
import { instant } from '#src/lib/time.ts';
import { createSimulatedAzure, type SimulatedAzure } from '#src/mocks/azure.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';
import { BY_NAME, EVERYTHING, type InstanceFilter } from '#src/model/instances.ts';
import { ALL_JOBS, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { VAULTS_BY_NAME } from '#src/model/vaults.ts';

import { percentile } from './figures.ts';

export interface PageTimes {
  readonly name: string;
  /** Milliseconds of work for each requested page. */
  readonly times: readonly number[];
  /** The same for the first page of all, with nothing known of the world yet. */
  readonly firstMs: number;
  /** Of the time of a page, the share (0 to 1) that writing its JSON as text takes. */
  readonly textShare: number;
  readonly kilobytes: number;
}

export interface MemoryRun {
  /** Megabytes in use after a collection: when it was warm, and after so many more requests. */
  readonly earlyMb: number;
  readonly lateMb: number;
}

/** The world `scale`, whose time goes on by a second from request to request. */
function scaleAzure(): SimulatedAzure {
  const origin = originOf('scale');
  let ms = isoMs(origin.seed.startsAt);
  const azure = createSimulatedAzure({
    store: createMemoryStore(),
    world: async () => ({ epoch: 0, origin }),
    clock: { now: () => instant(ms) },
  });
  return {
    ...azure,
    fetch: async (request) => {
      ms += 1000;
      return azure.fetch(request);
    },
  };
}

async function ask(azure: SimulatedAzure, { path, body }: Listing): Promise<string> {
  const answer = await azure.fetch(
    new Request(`https://management.azure.com${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: 'Bearer token' },
      ...(body === undefined ? {} : { body }),
    }),
  );
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return answer.text();
}

/** Processor milliseconds of some work: other programs do not count. */
async function workMs<Result>(
  work: () => Promise<Result> | Result,
): Promise<{ readonly ms: number; readonly result: Result }> {
  const begun = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(begun);
  return { ms: (user + system) / 1000, result };
}

/** Rounds before the measuring, in which the code is compiled. */
const WARM_UP = 40;

/** The work of one page of each list: the first of all, then, warm, many times the same. */
export async function measurePages(rounds: number): Promise<PageTimes[]> {
  const results: PageTimes[] = [];
  for (const listing of await listings(scaleAzure())) {
    const azure = scaleAzure();
    const first = await workMs(() => ask(azure, listing));
    for (let round = 0; round < WARM_UP; round += 1) await ask(azure, listing);
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push((await workMs(() => ask(azure, listing))).ms);
    }
    results.push({
      name: listing.name,
      times,
      firstMs: first.ms,
      textShare: (await textMs(first.result)) / percentile(times, 0.5),
      kilobytes: first.result.length / 1000,
    });
  }
  return results;
}

/** What writing a page as text takes by itself. */
async function textMs(text: string): Promise<number> {
  const page: unknown = JSON.parse(text);
  const { ms } = await workMs(() => {
    for (let round = 0; round < WARM_UP; round += 1) JSON.stringify(page);
  });
  return ms / WARM_UP;
}

/** Requests for one list before the next: it remembers fewer lists than there are. */
const IN_A_ROW = 40;

/** The heap after a tenth of the requests and after all of them: every list in turn, a few times. */
export async function measureMemory(requests: number): Promise<MemoryRun> {
  const azure = scaleAzure();
  const all = await listings(azure);
  const askSome = async (count: number): Promise<void> => {
    for (let nth = 0; nth < count; nth += 1) {
      const listing = all[Math.floor(nth / IN_A_ROW) % all.length];
      if (listing !== undefined) await ask(azure, listing);
    }
  };
  await askSome(requests / 10);
  const earlyMb = usedMb();
  await askSome(requests);
  return { earlyMb, lateMb: usedMb() };
}

function usedMb(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed / 1e6;
}

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
async function listings(azure: SimulatedAzure): Promise<readonly Listing[]> {
  const all = await armListings(azure);
  for (const [name, read] of await graphReads(azure)) {
    all.push({ name: `Graph: ${name}`, ...(await requestOf(azure, read)) });
  }
  return all;
}

/** A page of a list as a client asks for it. */
export interface Listing {
  readonly name: string;
  /** With the query. */
  readonly path: string;
  /** Of a question to Resource Graph. */
  readonly body?: string;
}

const version = `api-version=${BACKUP_API_VERSION}`;

/** The lists that ARM gives, of a vault in the middle of the world and of its subscription. */
async function armListings(azure: SimulatedAzure): Promise<Listing[]> {
  const state = await azure.state();
  const vault = state.seed.vaults[1000];
  const instance = instancesIn(state, vault?.id ?? '')[0];
  if (vault === undefined || instance === undefined) throw new Error('The world has no vaults.');
  const [subscription = ''] = vault.id.split('/resourceGroups/');
  const providers = `${subscription}/providers`;
  const filter = "$filter=backupManagementType eq 'AzureIaasVM'";
  return [
    { name: 'vaults', path: `${providers}/Microsoft.RecoveryServices/vaults?${version}` },
    { name: 'protected items', path: `${vault.id}/backupProtectedItems?${version}&${filter}` },
    { name: 'recovery points', path: `${instance.id}/recoveryPoints?${version}` },
    { name: 'jobs', path: `${vault.id}/backupJobs?${version}&${filter}` },
    {
      name: 'virtual machines',
      path: `${providers}/Microsoft.Compute/virtualMachines?api-version=${MACHINE_API_VERSION}`,
    },
    {
      name: 'resource groups',
      path: `${subscription}/resourcegroups?api-version=${GROUP_API_VERSION}`,
    },
    {
      name: 'storage accounts',
      path: `${providers}/Microsoft.Storage/storageAccounts?api-version=${STORAGE_API_VERSION}`,
    },
    {
      name: 'virtual networks',
      path: `${providers}/Microsoft.Network/virtualNetworks?api-version=${NETWORK_API_VERSION}`,
    },
  ];
}
