import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { type Sent, testArm } from '#src/api/arm/testing.ts';
import { provideJobSources } from '#src/api/queries/jobs.ts';
import { diskWay } from '#src/datasources/azure-disk/jobs.ts';
import { beginDisk, pressDisk } from '#src/datasources/azure-disk/testing-request.ts';
import { vmWay } from '#src/datasources/azure-vm/jobs.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { beginInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing.ts';
import { createDraft, EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { commvaultWay } from '#src/datasources/commvault-vm/jobs.ts';
import { begin, openTab, press } from '#src/datasources/commvault-vm/testing-request.ts';
import type { WayToJob } from '#src/datasources/datasource.ts';
import { JOB_SOURCES } from '#src/datasources/registry.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { FoundJob } from '#src/model/lost-restore.ts';
import { type Attempt, attemptOf } from '#src/wizard/draft/schema.ts';
import { changeDraft } from '#src/wizard/draft/store.ts';
import { operationEnded } from '#src/wizard/submit/follow.ts';
import { comparedQuery } from '#src/wizard/submit/followed.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** The answer to a press leads to the job of another request, in each service that restores. */

freshStorage();
beforeAll(() => provideJobSources(JOB_SOURCES));
afterEach(() => {
  installMachineClock();
});

interface Tab {
  readonly it: Pick<TestAzure, 'azure' | 'clock'>;
  readonly sent: readonly Sent[];
  readonly id: string;
  readonly press: () => Promise<void>;
  readonly way: WayToJob;
}

async function azureTab(
  scenario: 'document' | 'default',
  beginIn: (client: ReturnType<typeof testArm>) => Promise<Pick<Tab, 'id' | 'press'>>,
  way: WayToJob,
): Promise<Tab> {
  resetPageState();
  const it = testAzure(scenario);
  const client = testArm((request) => it.azure.fetch(request));
  startSession(client.arm);
  return { it, sent: client.sent, way, ...(await beginIn(client)) };
}

const isStillSo = () => Promise.resolve(true);

const services = {
  'Recovery Services': () =>
    azureTab(
      'document',
      async ({ arm }) => {
        const id = createDraft(EXAMPLE_CHOICES);
        return { id, press: () => sendRestore(arm, id, confirmedExample(), { isStillSo }) };
      },
      vmWay,
    ),
  'the secondary region': () => azureTab('default', beginInSecondary, vmWay),
  'Data Protection': () =>
    azureTab(
      'default',
      async (client) => {
        const id = beginDisk();
        return { id, press: () => pressDisk(client, id) };
      },
      diskWay,
    ),
  Commvault: async (): Promise<Tab> => {
    const it = openTab();
    const id = begin();
    return { it, sent: it.sent, id, press: () => press(id), way: commvaultWay };
  },
} as const;
type Name = keyof typeof services;
const names = Object.keys(services).filter((name): name is Name => name in services);

const STARTS = /\/restore\?|\/backupCrossRegionRestore\?|\/CreateTask$/;
const THEIRS = '99999999-0000-4000-8000-000000000000';

/** The request that started the restore, as another person's. */
async function another({ it, sent }: Tab): Promise<void> {
  const start = sent.find(({ url }) => STARTS.test(url));
  if (start === undefined) throw new Error('nothing was sent');
  const { url, method, headers, body } = start;
  const answer = await it.azure.fetch(
    new Request(url, {
      method,
      headers: { ...headers, 'x-ms-client-request-id': THEIRS },
      body: body?.replace(/(?<="jobDescription":")[^"]*/, THEIRS) ?? null,
    }),
  );
  if (!answer.ok) throw new Error(`the other request was refused: ${String(answer.status)}`);
}

/** The jobs that a search lists, by whose they are. */
async function listed({ id, way }: Tab, attempt: Attempt) {
  const client = new QueryClient();
  const { jobs } = await client.query(
    way.searchFor(storedDraft(id), { ...attempt, clientRequestId: 'nobody’s' }),
  );
  const of = (requestId: string): FoundJob | undefined =>
    jobs.find((job) => job.requestId?.includes(requestId));
  return { ours: of(attempt.clientRequestId), theirs: of(THEIRS) };
}

/** What a press has come to whose answer named a job. */
async function ledTo({ id, way }: Tab, attempt: Attempt, jobId: string) {
  const { choices } = storedDraft(id);
  const client = new QueryClient();
  const named = await client.query(comparedQuery({ accepted: attempt, choices, way }, jobId));
  operationEnded(id, { status: 'started', jobId }, null, named);
  return submissionOf(id);
}

async function pressed(name: Name, isLost: boolean) {
  const tab = await services[name]();
  const effect = isLost ? ({ kind: 'drop' } as const) : null;
  const match = { group: 'restore-start' } as const;
  if (effect !== null) {
    const fault = { id: 'f', match, times: 1, effect };
    await tab.it.azure.append([{ type: 'fault-added', at: 0, fault }]);
  }
  await tab.press();
  const attempt = attemptOf(submissionOf(tab.id));
  if (attempt === null) throw new Error('nothing was sent');
  tab.it.clock.add(5);
  await another(tab);
  tab.it.clock.add(120);
  return { tab, attempt, jobs: await listed(tab, attempt) };
}

const reads = ({ sent }: Tab): number => sent.length;

describe('an answer that leads to another request’s job', () => {
  test.each(names)('leads to the one with our ID, where there is one: %s', async (name) => {
    const { tab, attempt, jobs } = await pressed(name, false);
    expect(await ledTo(tab, attempt, jobs.theirs?.id ?? '')).toMatchObject({
      state: 'job',
      jobId: jobs.ours?.id,
      foundBy: 'id',
    });
  });

  test.each(names)('is followed to it and says so, where none has our ID: %s', async (name) => {
    const { tab, attempt, jobs } = await pressed(name, true);
    const id = tab.id;
    expect(jobs.ours).toBeUndefined();
    const { state: _, ...rest } = { ...submissionOf(id), ...attempt };
    const accepted = { ...rest, state: 'accepted', operation: {} } as const;
    changeDraft(id, (draft) => ({ ...draft, submission: accepted }));
    expect(await ledTo(tab, attempt, jobs.theirs?.id ?? '')).toMatchObject({
      state: 'job',
      jobId: jobs.theirs?.id,
      foundBy: 'answer',
    });
  });

  test.each(names)('reads our own job once, and no list: %s', async (name) => {
    const { tab, attempt, jobs } = await pressed(name, false);
    const before = reads(tab);
    expect(await ledTo(tab, attempt, jobs.ours?.id ?? '')).toMatchObject({
      state: 'job',
      isAdopted: false,
    });
    const since = tab.sent.slice(before).map(({ url }) => url);
    expect(since.filter((url) => /\/backupJobs\?|backupCrrJobs\?|\/Job\?/.test(url))).toEqual([]);
  });
});
