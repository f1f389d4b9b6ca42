import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { instant } from '#src/lib/time.ts';
import { createSimulatedAzure, type SimulatedAzure } from '#src/mocks/azure.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { isoMs } from '#src/mocks/time/text.ts';
import { createMemoryStore } from '#src/mocks/world/store.ts';

import type { Listing } from './arm-listings.ts';
import { listings } from './listings.ts';
import { percentile } from './stats.ts';

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
