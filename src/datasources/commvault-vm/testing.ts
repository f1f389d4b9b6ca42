import { QueriesObserver, QueryClient } from '@tanstack/react-query';
import { startSession } from '#src/api/arm/pipeline.ts';
import { testArm } from '#src/api/arm/testing.ts';
import {
  commServeAt,
  commvaultVmId,
  provideCommServes,
  type TokenPair,
} from '#src/api/commvault/home.ts';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { COMMSERVE_ORIGIN } from '#src/mocks/commvault/seed.ts';
import { guidOf, testCommServe } from '#src/mocks/commvault/testing.ts';
import type { TestClock } from '#src/mocks/testing.ts';
import type { ScenarioId } from '#src/mocks/scenarios.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { newCommvaultReader } from '#src/datasources/commvault-vm/prefill.ts';
import type { CommvaultReads } from '#src/datasources/commvault-vm/reads.ts';
import { type CommvaultChoices, newCommvaultDraft } from '#src/datasources/commvault-vm/fields.ts';
import { commvaultView, type CommvaultView } from '#src/datasources/commvault-vm/model.ts';
import { known } from '#src/wizard/read.ts';

export const HOST = new URL(COMMSERVE_ORIGIN).host;

/** The backup instance of a VM of Azure's. */
export const instanceOf = (id: string): ResourceId => commvaultVmId(HOST, guidOf(id));

/** The simulated services of a scenario, with the drafts of their VMs judged by what they answer. */
export function testWizard(scenario: ScenarioId = 'default', ...faults: readonly string[]) {
  const it = testCommServe(scenario, ...faults);
  const { arm, sent } = testArm((request) => it.azure.fetch(request));
  startSession(arm);
  const commServe = commServeAt(COMMSERVE_ORIGIN);
  if (commServe === null) throw new Error('no CommServe');
  const connect = (tokens: TokenPair): void =>
    provideCommServes([{ ...commServe, tokens }], arm.http);
  connect(DEMO_TOKENS);
  return {
    ...it,
    /** Starts again with other tokens, of which no other tab hears. */
    connect,
    /** Starts again without tokens. */
    disconnect: () => provideCommServes([commServe], arm.http),
    sent,
    readsOf: (choices: CommvaultChoices) => readsOf(choices, it.clock),
    /** The view of a VM's draft: of its newest restore point, unless it is given another. */
    viewOf: async (id: string, change: Partial<CommvaultChoices> = {}): Promise<CommvaultView> => {
      const given = { instance: instanceOf(id), ...change };
      const { choices } = newCommvaultDraft('d', it.clock.now(), given);
      const { points } = await readsOf(choices, it.clock);
      const newest = known(points)?.[0]?.id ?? null;
      const draft = newCommvaultDraft('d', it.clock.now(), { point: newest, ...given });
      return commvaultView(draft, await readsOf(draft.choices, it.clock));
    },
  };
}

/** All that is read for some choices, one after the other as the wizard does. */
async function readsOf(
  choices: CommvaultChoices,
  clock: Pick<TestClock, 'add' | 'now'>,
): Promise<CommvaultReads> {
  // Resource Graph answers only so many questions in a few seconds.
  clock.add(5);
  // Each turn watches what is known by then: it reads nothing again, failed or not.
  const once = { retry: false, retryOnMount: false, staleTime: Number.POSITIVE_INFINITY };
  const client = new QueryClient({ defaultOptions: { queries: once } });
  const read = newCommvaultReader(client);
  const watching: (() => void)[] = [];
  for (;;) {
    const { reads, queries } = read(choices);
    watching.push(new QueriesObserver(client, [...queries]).subscribe(() => undefined));
    if (client.isFetching() === 0) {
      for (const stop of watching) stop();
      client.clear();
      return { ...reads, at: clock.now() };
    }
    await settled(client);
  }
}

/** Waits until nothing is on its way. */
const settled = (client: QueryClient): Promise<void> =>
  new Promise((resolve) => {
    const stop = client.getQueryCache().subscribe(() => {
      if (client.isFetching() > 0) return;
      stop();
      resolve();
    });
  });
