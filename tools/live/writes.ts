import { tried } from '#src/api/queries/testing-write.ts';
import { WRITES } from '#src/api/queries/testing-writes.ts';
import { killsOf, tasksOf } from '#src/mocks/commvault/task.ts';
import type { LiveWorld } from './world.ts';

/** What the client writes, for tests with real connections. */

/** A request that starts something, as it leaves. */
export interface WrittenRequest {
  /** The function of the client that sends it. */
  readonly of: string;
  readonly method: string;
  readonly body: 'stream' | 'text' | 'none';
}

/** Every request of the client that starts something, in a browser whose way carries streams, or doesn't. */
export async function everyWrite(canStream: boolean): Promise<WrittenRequest[]> {
  const all: WrittenRequest[] = [];
  for (const write of WRITES) {
    const { starts } = await tried(write, { canStream });
    for (const { method, body, bodyAs } of starts)
      all.push({ of: write.of, method, body: body === null ? 'none' : bodyAs });
  }
  return all;
}

/** The jobs that the CommServe of a world has started, and those that it ends on request, by their numbers. */
export async function jobsOfCommServe({ azure }: Pick<LiveWorld, 'azure'>) {
  const state = await azure.state();
  return {
    started: tasksOf(state).map(({ jobId }) => jobId),
    killed: [...killsOf(state).keys()],
  };
}
