import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Sent, testArm } from '#src/api/arm/testing.ts';
import { startSession } from '#src/api/arm/session.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { azureDisk } from '#src/datasources/azure-disk/index.ts';
import { lostDiskSearch } from '#src/datasources/azure-disk/request/lost-search.ts';
import { sendDiskRestore } from '#src/datasources/azure-disk/request/send.ts';
import { createDraft } from '#src/datasources/azure-vm/choices/testing-store.ts';
import { EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { lostSearch } from '#src/datasources/azure-vm/request/lost-search.ts';
import { sendRestore } from '#src/datasources/azure-vm/request/send-machine.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing-confirmed.ts';
import { sendInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { searchFor } from '#src/datasources/commvault-vm/request/lost-search.ts';
import { begin, openTab, press } from '#src/datasources/commvault-vm/request/testing.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeStorage } from '#src/lib/testing.ts';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import { productionGroup, restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { production } from '#src/mocks/world/worlds/default-estate.ts';
import { certainJob, requestOf } from '#src/model/lost-restore.ts';
import { nameOf } from '#src/model/resource-id.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { attemptOf, isSent } from '#src/wizard/draft/submission.ts';
import { adoptJob } from '#src/wizard/submit/follow.ts';
import { type LookedFor, pressOf } from '#src/wizard/submit/press.ts';
import { pressBehind } from '#src/wizard/submit/press-behind.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** Each service that restores, in each trouble after a press: which job is taken, which are shown, and what is closed. */

interface Service {
  readonly it: Pick<TestAzure, 'azure' | 'clock' | 'store'>;
  /** What left the page. */
  readonly sent: readonly Sent[];
  /** Creates a draft and presses Restore. */
  readonly press: () => Promise<string>;
  readonly search: (draft: Draft, attempt: LookedFor) => LostSearchQuery;
}

function withAzure(
  scenario: 'document' | 'default',
  pressIn: (client: ReturnType<typeof testArm>) => Promise<string>,
  search: Service['search'],
): Service {
  resetPageState();
  const it = testAzure(scenario);
  const client = testArm((request) => it.azure.fetch(request));
  startSession(client.arm);
  return { it, sent: client.sent, press: () => pressIn(client), search };
}

const isStillSo = () => Promise.resolve(true);
const disk = restoreOfDisk('app01_DataDisk_0', { group: productionGroup('rg-restore-weu') });

const services = {
  'Recovery Services': () =>
    withAzure(
      'document',
      async ({ arm }) => {
        const id = createDraft(EXAMPLE_CHOICES);
        await sendRestore(arm, id, confirmedExample(), { isStillSo });
        return id;
      },
      lostSearch,
    ),
  'the secondary region': () => withAzure('default', sendInSecondary, lostSearch),
  'Data Protection': () =>
    withAzure(
      'default',
      async ({ arm }) => {
        const id = azureDisk.tasks.restore.begin({
          datasource: 'azure-disk',
          instance: disk.instanceId,
          subscription: production,
          rg: 'rg-restore-weu',
          diskName: nameOf(disk.targetDiskId),
        });
        const confirmedChoices = storedDraft(id).choices;
        await sendDiskRestore(arm, id, { restore: disk, confirmedChoices }, { isStillSo });
        return id;
      },
      lostDiskSearch,
    ),
  Commvault: (): Service => {
    const tab = openTab();
    const pressed = async () => {
      const id = begin();
      await press(id);
      return id;
    };
    return { it: tab, sent: tab.sent, press: pressed, search: searchFor };
  },
} as const;
type Name = keyof typeof services;

const added = (id: string, more: Pick<Fault, 'match' | 'times' | 'effect'>): WorldEvent => ({
  type: 'fault-added',
  at: 0,
  fault: { id, ...more },
});

/** The next restore, or every request from now on, has these faults. */
const breaks = ({ it }: Service, ...effects: readonly FaultEffect[]) =>
  it.azure.append(
    effects.map((effect, at) =>
      added(String(at), { match: { group: 'restore-start' }, times: 1, effect }),
    ),
  );
const withoutIds = async ({ it }: Service) =>
  void (await it.azure.append([
    added('ids', { match: {}, times: null, effect: { kind: 'odd-ids', are: 'unreported' } }),
    added('bags', {
      match: { operation: 'commvaultJobs.taskDetails' },
      times: null,
      effect: { kind: 'commserve', does: 'no-description' },
    }),
  ]));

/** The request that started the restore arrives again: as it is, or as that of another person. */
async function arrives({ it, sent }: Service, as: 'it is' | 'another'): Promise<void> {
  const start = sent.find(({ url }) =>
    /\/restore\?|\/backupCrossRegionRestore\?|\/CreateTask$/.test(url),
  );
  if (start === undefined) throw new Error('nothing was sent');
  const { url, method, headers, body } = start;
  const theirs = '99999999-0000-4000-8000-000000000000';
  const description = /(?<="jobDescription":")[^"]*/;
  const answer = await it.azure.fetch(
    as === 'it is'
      ? new Request(url, { method, headers, body })
      : new Request(url, {
          method,
          headers: { ...headers, 'x-ms-client-request-id': theirs },
          body: body?.replace(description, theirs) ?? null,
        }),
  );
  if (!answer.ok) throw new Error(`the other request was refused: ${String(answer.status)}`);
}

/** A service in a browser that has stored nothing. */
function fresh(name: Name): Service {
  vi.stubGlobal('localStorage', fakeStorage().area);
  return services[name]();
}

/** One press with faults, and what happens after it. */
const pressed =
  (effects: readonly FaultEffect[], after?: (service: Service) => Promise<void>) =>
  async (name: Name) => {
    const service = fresh(name);
    await breaks(service, ...effects);
    const id = await service.press();
    service.it.clock.add(5);
    await after?.(service);
    return [service, id] as const;
  };

/** The event of an accepted restore as a log of before has it: its job has an ID of its own. */
async function olderEvents(name: Name): Promise<readonly WorldEvent[]> {
  const service = fresh(name);
  await service.press();
  const stored = await service.it.store.read(0);
  return stored.map(({ event }): WorldEvent => {
    if (event.type !== 'restore-accepted') return event;
    const activityId = '11111111-0000-4000-8000-000000000000';
    return { ...event, plan: { ...event.plan, activityId } };
  });
}

/** Looks for the job as the page does, and takes the one that is certain. */
async function looked({ it, search }: Service, id: string) {
  it.clock.add(120);
  const draft = storedDraft(id);
  const attempt = attemptOf(draft.submission);
  if (attempt === null) throw new Error(`no request is open: ${draft.submission.state}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { jobs, isFound } = await client.query(search(draft, attempt));
  const certain = certainJob(pressOf(attempt), jobs);
  if (certain !== null) adoptJob(id, certain, 'target');
  const { submission } = storedDraft(id);
  return {
    found: jobs.map((job) => requestOf(pressOf(attempt), job)),
    /** How the job was found that the draft has now; null: the person decides. */
    by: submission.state === 'job' ? (submission.foundBy ?? 'named') : null,
    goesOn: !isFound,
    isClosed: isSent(submission),
  };
}

/** What the page of the draft's job lists beside it. */
async function beside({ search }: Service, id: string, requestId: string | null) {
  const submission = submissionOf(id);
  if (submission.state !== 'job') throw new Error(submission.state);
  const behind = pressBehind(submission.jobId, requestId);
  if (behind === null) return null;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { jobs } = await client.query(search(behind.draft, behind.attempt));
  return [behind.shares, jobs.length];
}

const ourId = (id: string): string => attemptOf(submissionOf(id))?.clientRequestId ?? '';

afterEach(() => {
  vi.unstubAllGlobals();
  installMachineClock();
});

const byId = { found: ['ours'], by: 'id', goesOn: false, isClosed: true };
const ofAnother = { found: ['another'], by: null, goesOn: true, isClosed: true };
const byTarget = { found: ['unknown'], by: 'target', goesOn: false, isClosed: true };
/** A CommServe describes a job by nothing else, so the person decides. */
const byPerson = { found: ['unknown'], by: null, goesOn: false, isClosed: true };

interface Row {
  readonly title: string;
  /** Has a service do so, and gives it with the draft that was pressed. */
  readonly run: (name: Name) => Promise<readonly [Service, string]>;
  /** What is found; null: the answer has named the job. */
  readonly finds: object | null;
  /** Where one service differs. */
  readonly but?: Partial<Record<Name, object | null>>;
  /** How the jobs beside it belong to it, and how many there are. */
  readonly besides?: readonly [string, number];
}

const LOST: FaultEffect = { kind: 'answer-lost' };
const DROPPED: FaultEffect = { kind: 'drop' };

const twice = (service: Service) => arrives(service, 'it is');
const byAnother = (service: Service) => arrives(service, 'another');

const rows: readonly Row[] = [
  {
    title: 'its answer is lost',
    run: pressed([LOST]),
    finds: byId,
    besides: ['id', 0],
  },
  {
    title: 'the page can’t read the headers of its answer',
    run: pressed([{ kind: 'hide-headers' }]),
    finds: byId,
    // Its body names the job.
    but: { Commvault: null },
  },
  {
    title: 'it arrives twice',
    run: pressed([LOST], twice),
    finds: { ...byId, found: ['ours', 'ours'] },
    besides: ['id', 1],
  },
  {
    title: 'it never arrives, and another person starts the same',
    run: pressed([DROPPED], byAnother),
    finds: ofAnother,
  },
  {
    title: 'its answer is lost, and another person starts the same',
    run: pressed([LOST], byAnother),
    finds: byId,
    besides: ['id', 0],
  },
  {
    title: 'its answer is lost, and jobs report no ID',
    run: pressed([LOST], withoutIds),
    finds: byTarget,
    but: { Commvault: byPerson },
  },
  {
    title: 'its answer is lost, and a gateway has replaced its ID',
    run: pressed([LOST, { kind: 'odd-ids', are: 'replaced' }]),
    finds: ofAnother,
    // The ID is in the body.
    but: { Commvault: byId },
  },
  {
    title: 'the log is of before, when jobs had IDs of their own',
    run: async (name) => {
      if (name === 'Commvault') return pressed([LOST])(name);
      const events = await olderEvents(name);
      return pressed([DROPPED], async ({ it }) => void (await it.azure.append(events)))(name);
    },
    finds: ofAnother,
    // A CommServe has repeated the description before, too.
    but: { Commvault: byId },
  },
];

const cells = rows.flatMap((row) =>
  (['Recovery Services', 'the secondary region', 'Data Protection', 'Commvault'] as const).map(
    (name) => ({ ...row, name }),
  ),
);

test('the table is whole', () => {
  expect(cells).toHaveLength(8 * 4);
});

describe(`a restore, found by its ID: ${String(cells.length)} cells`, () => {
  test.each(cells)('$name: $title', async ({ name, run, finds, but = {}, besides }) => {
    const [service, id] = await run(name);
    const expected = name in but ? but[name] : finds;
    if (expected === null) {
      expect(submissionOf(id).state).toBe('accepted');
      return;
    }
    const ours = ourId(id);
    expect(await looked(service, id)).toEqual(expected);
    if (besides !== undefined) expect(await beside(service, id, ours)).toEqual(besides);
  });
});
