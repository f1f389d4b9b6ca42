import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { instancesQuestion } from '#src/api/recovery-services/protected-items/list.ts';
import { now } from '#src/lib/clock.ts';
import { createSimulatedAzure, type SimulatedAzure } from '#src/mocks/azure.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { instancesIn } from '#src/mocks/world/lookup.ts';
import { createMemoryStore } from '#src/mocks/world/store-memory.ts';
import type { InstanceFilter } from '#src/model/instance-list.ts';

export interface PageTimes {
  readonly list: string;
  /** Milliseconds of work for each page that was asked for. */
  readonly times: readonly number[];
}

export interface MemoryRun {
  /** Megabytes in use after a collection: when it was warm, and after so many more requests. */
  readonly earlyMb: number;
  readonly lateMb: number;
}

/** As many rows as the product's own lists ask for. */
const GRAPH_ROWS = 200;

/** What a client asks of the world `scale`: the first page of each list. */
interface Asked {
  readonly list: string;
  readonly path: string;
  readonly body?: string;
}

function scaleAzure(): SimulatedAzure {
  const origin = originOf('scale');
  return createSimulatedAzure({
    store: createMemoryStore(),
    world: async () => ({ epoch: 0, origin }),
    clock: { now },
  });
}

const everything: InstanceFilter = {
  search: '',
  subscriptions: [],
  regions: [],
  vaults: [],
  healths: [],
  sources: [],
  datasources: [],
};

const version = 'api-version=2024-04-01';

/** The lists of one vault in the middle, and of its subscription. */
async function lists(azure: SimulatedAzure): Promise<Asked[]> {
  const state = await azure.state();
  const vault = state.seed.vaults[1000];
  const instance = instancesIn(state, vault?.id ?? '')[0];
  if (vault === undefined || instance === undefined) throw new Error('The world has no vaults.');
  const [subscription = ''] = vault.id.split('/resourceGroups/');
  const providers = `${subscription}/providers`;
  const filter = "$filter=backupManagementType eq 'AzureIaasVM'";
  const query = instancesQuestion(everything, { by: 'name', isDescending: false });
  return [
    { list: 'vaults', path: `${providers}/Microsoft.RecoveryServices/vaults?${version}` },
    { list: 'protected items', path: `${vault.id}/backupProtectedItems?${version}&${filter}` },
    { list: 'recovery points', path: `${instance.id}/recoveryPoints?${version}` },
    { list: 'jobs', path: `${vault.id}/backupJobs?${version}&${filter}` },
    { list: 'virtual machines', path: `${providers}/Microsoft.Compute/virtualMachines?${version}` },
    { list: 'resource groups', path: `${subscription}/resourcegroups?${version}` },
    {
      list: 'instances by Resource Graph',
      path: `/providers/Microsoft.ResourceGraph/resources?${version}`,
      body: JSON.stringify({ query, options: { $top: GRAPH_ROWS } }),
    },
  ];
}

async function ask(azure: SimulatedAzure, { path, body }: Asked): Promise<void> {
  const answer = await azure.fetch(
    new Request(`https://management.azure.com${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { Authorization: 'Bearer token' },
      ...(body === undefined ? {} : { body }),
    }),
  );
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  await answer.text();
}

/** Processor time of one page of each list, after a warm-up: other programs do not count. */
export async function measurePages(rounds: number): Promise<PageTimes[]> {
  const azure = scaleAzure();
  const results: PageTimes[] = [];
  for (const asked of await lists(azure)) {
    const times: number[] = [];
    for (let round = -20; round < rounds; round += 1) {
      const begun = process.cpuUsage();
      await ask(azure, asked);
      const { user, system } = process.cpuUsage(begun);
      if (round >= 0) times.push((user + system) / 1000);
    }
    results.push({ list: asked.list, times });
  }
  return results;
}

/** The heap after a tenth of the requests and after all of them. */
export async function measureMemory(requests: number): Promise<MemoryRun> {
  const azure = scaleAzure();
  const all = await lists(azure);
  const askSome = async (count: number): Promise<void> => {
    for (let nth = 0; nth < count; nth += 1) {
      const asked = all[nth % all.length];
      if (asked !== undefined) await ask(azure, asked);
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
