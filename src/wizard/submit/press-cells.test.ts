import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { type Sent, testArm } from '#src/api/arm/testing.ts';
import type { LostSearchQuery } from '#src/api/queries/restores.ts';
import { acceptedDiskQuery, lostDiskSearch } from '#src/datasources/azure-disk/jobs.ts';
import { beginDisk, pressDisk } from '#src/datasources/azure-disk/testing-request.ts';
import { acceptedQuery, lostSearch } from '#src/datasources/azure-vm/jobs.ts';
import { sendRestore } from '#src/datasources/azure-vm/request.ts';
import { beginInSecondary } from '#src/datasources/azure-vm/request/testing-secondary.ts';
import { confirmedExample } from '#src/datasources/azure-vm/request/testing.ts';
import { createDraft, EXAMPLE_CHOICES } from '#src/datasources/azure-vm/testing.ts';
import { acceptedCommvaultQuery, lostCommvaultSearch } from '#src/datasources/commvault-vm/jobs.ts';
import {
  begin,
  openTab,
  press as pressCommvault,
} from '#src/datasources/commvault-vm/testing-request.ts';
import type { AcceptedQueryOf } from '#src/datasources/datasource.ts';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock, freshStorage } from '#src/lib/testing.ts';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import type { Fault, FaultEffect } from '#src/mocks/faults/fault.ts';
import {
  byCommvault,
  needsNoBrowser,
  type PressTrouble,
  pressTroubles,
  type Says,
} from '#src/mocks/faults/testing-presses.ts';
import { type TestAzure, testAzure } from '#src/mocks/testing.ts';
import type { WorldEvent } from '#src/mocks/world/events.ts';
import { certainJob, requestOf } from '#src/model/lost-restore.ts';
import { attemptOf, type Draft, isSent } from '#src/wizard/draft/schema.ts';
import { discardDraft } from '#src/wizard/draft/store.ts';
import { adoptJob, type LookedFor, operationEnded, pressOf } from '#src/wizard/submit/follow.ts';
import { pressBehind } from '#src/wizard/submit/press-of-job.ts';
import { findBy, lookedAfterRefusal } from '#src/wizard/submit/testing-refusal.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';

/** Every service that restores, with drafts of it and presses of Restore. */

interface Service {
  readonly it: Pick<TestAzure, 'azure' | 'clock' | 'store'>;
  /** What left the page. */
  readonly sent: readonly Sent[];
  /** Creates a draft, which is pressed as often as the test likes. */
  readonly begin: () => Promise<Begun>;
  /** Creates a draft and presses Restore. */
  readonly press: () => Promise<string>;
  readonly search: (draft: Draft, attempt: LookedFor) => LostSearchQuery;
  readonly acceptedQuery: AcceptedQueryOf;
}

interface Begun {
  readonly id: string;
  readonly press: () => Promise<void>;
}

type Follows = Pick<Service, 'search' | 'acceptedQuery'>;

const pressedOnce = async (beginOne: Service['begin']): Promise<string> => {
  const { id, press: pressNow } = await beginOne();
  await pressNow();
  return id;
};

function withAzure(
  scenario: 'document' | 'default',
  beginIn: (client: ReturnType<typeof testArm>) => Promise<Begun>,
  follows: Follows,
): Service {
  resetPageState();
  const it = testAzure(scenario);
  const client = testArm((request) => it.azure.fetch(request));
  startSession(client.arm);
  const beginHere = () => beginIn(client);
  return {
    it,
    sent: client.sent,
    begin: beginHere,
    press: () => pressedOnce(beginHere),
    ...follows,
  };
}

const isStillSo = () => Promise.resolve(true);

const services = {
  'Recovery Services': () =>
    withAzure(
      'document',
      async ({ arm }) => {
        const id = createDraft(EXAMPLE_CHOICES);
        return { id, press: () => sendRestore(arm, id, confirmedExample(), { isStillSo }) };
      },
      { search: lostSearch, acceptedQuery },
    ),
  'the secondary region': () =>
    withAzure('default', beginInSecondary, { search: lostSearch, acceptedQuery }),
  'Data Protection': () =>
    withAzure(
      'default',
      async (client) => {
        const id = beginDisk();
        return { id, press: () => pressDisk(client, id) };
      },
      { search: lostDiskSearch, acceptedQuery: acceptedDiskQuery },
    ),
  Commvault: (): Service => {
    const tab = openTab();
    const beginHere = async () => {
      const id = begin();
      return { id, press: () => pressCommvault(id) };
    };
    return {
      it: tab,
      sent: tab.sent,
      begin: beginHere,
      press: () => pressedOnce(beginHere),
      search: lostCommvaultSearch,
      acceptedQuery: acceptedCommvaultQuery,
    };
  },
} as const;
type Name = keyof typeof services;

/** What happens around a press of Restore, of any service. */

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
const withoutIds = ({ it }: Service) =>
  it.azure.append([
    added('ids', { match: {}, times: null, effect: { kind: 'odd-ids', are: 'unreported' } }),
    added('bags', {
      match: { operation: 'commvaultJobs.taskDetails' },
      times: null,
      effect: { kind: 'commserve', does: 'no-description' },
    }),
  ]);

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

/** One press with faults, and what happens after it. */
const pressed =
  (effects: readonly FaultEffect[], after?: (service: Service) => Promise<void>) =>
  async (name: Name) => {
    const service = services[name]();
    await breaks(service, ...effects);
    const id = await service.press();
    service.it.clock.add(5);
    await after?.(service);
    return [service, id] as const;
  };

/** The event of an accepted restore as a log of before has it: its job has an ID of its own. */
async function olderEvents(name: Name): Promise<readonly WorldEvent[]> {
  const service = services[name]();
  // Its draft would hold back the next press for the same target.
  discardDraft(await service.press());
  const stored = await service.it.store.read(0);
  return stored.map(({ event }): WorldEvent => {
    if (event.type !== 'restore-accepted') return event;
    const activityId = '11111111-0000-4000-8000-000000000000';
    return { ...event, plan: { ...event.plan, activityId } };
  });
}

/** Looks for the job as the page does, and takes the one that is certain. */
async function looked({ search }: Service, id: string) {
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

/**
 * The outcome of one press of Restore under every fault: the client of each service against the simulated one. A dozen
 * of these cells are in `e2e/request-matrix.spec.ts`, by what a person does and sees.
 */

/** What a person does around the press. */
const gestures: Readonly<Record<string, (begun: Begun) => Promise<unknown>>> = {
  'one press': ({ press }) => press(),
  'a double press': ({ press }) => Promise.all([press(), press()]),
  'a reload': async ({ press }) => {
    await press();
    resetPageState();
  },
  'a reload before the answer': async ({ press }) => {
    const pressing = press();
    resetPageState();
    await pressing;
  },
};

const inNode = Object.entries<PressTrouble>(pressTroubles).filter(([, one]) => needsNoBrowser(one));
const names = [
  'Recovery Services',
  'the secondary region',
  'Data Protection',
  'Commvault',
] as const satisfies readonly Name[];

const differing = new Map(Object.entries<Partial<PressTrouble>>(byCommvault));
const cells = names.flatMap((name) =>
  inNode.flatMap(([trouble, usual]) =>
    Object.entries(gestures).map(([gesture, doIt]) => ({
      name,
      trouble,
      gesture,
      doIt,
      ...usual,
      ...(name === 'Commvault' && differing.get(trouble)),
    })),
  ),
);

/** This computer's clock stands at the service's time, or as far from it as the faults have it. */
function setClock({ it }: Service, faults: readonly Fault[]): void {
  const minutes = faults.map(({ effect }) => (effect.kind === 'clock-off' ? effect.minutes : 0));
  const off = minutes.reduce((sum, one) => sum + one, 0);
  const clock = fakeClock(it.clock.now() + off * 60_000);
  clock.pause(true);
  installClock(clock);
}

/** How often a request that starts a restore left the page. */
const startsIn = ({ sent }: Service) =>
  sent.filter(({ url }) => /\/restore\?|\/backupCrossRegionRestore\?|\/CreateTask$/.test(url))
    .length;

/** How many restores the services have accepted. */
async function acceptedIn({ it }: Service): Promise<number> {
  const events = (await it.store.read(0)).map(({ event }) => event);
  return events.filter(
    (event) => event.type === 'restore-accepted' || JSON.stringify(event).includes('"kind":"task"'),
  ).length;
}

/** Follows what was accepted to its job, as the page does. */
async function follow({ it, acceptedQuery: queryOf }: Service, id: string): Promise<void> {
  const { submission, choices } = storedDraft(id);
  if (submission.state !== 'accepted' || submission.operation === null) return;
  const { operation, secondaryRegion } = submission;
  const query = queryOf({ instance: choices.instance ?? '', operation, secondaryRegion });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  for (let look = 0; look < 10; look += 1) {
    it.clock.add(30);
    operationEnded(id, await client.query({ ...query, staleTime: 0 }), null);
    if (submissionOf(id).state !== 'accepted') return;
  }
}

/** What a press has come to once lists have its job. */
async function outcomeOf(service: Service, id: string): Promise<Says> {
  await follow(service, id);
  await lookedAfterRefusal(id, findBy(service.search), (seconds) => service.it.clock.add(seconds));
  service.it.clock.add(120);
  const submission = submissionOf(id);
  if (submission.state === 'job') return 'job';
  if (submission.state === 'refused' || submission.state === 'notSent')
    return submission.isSignedOut === true ? 'signIn' : 'refused';
  const { by, found } = await looked(service, id);
  if (by !== null) return 'job';
  if (found.length === 0) return 'unknown';
  return found.includes('another') ? 'ofAnother' : 'likely';
}

freshStorage();
afterEach(() => {
  installMachineClock();
});

test('the table is whole', () => {
  expect(cells).toHaveLength(4 * 20 * 4);
});

describe(`one press: ${String(cells.length)} cells`, () => {
  test.each(cells)('$name, $trouble, $gesture', async ({ name, doIt, faults, accepted, says }) => {
    const service = services[name]();
    const begun = await service.begin();
    const addedFaults = faults.map((text) => {
      const fault = faultNamed(text);
      if (fault === null) throw new Error(`The simulation has no fault ${text}.`);
      return fault;
    });
    setClock(service, addedFaults);
    await service.it.azure.append(
      addedFaults.map((fault) => ({ type: 'fault-added', at: 0, fault })),
    );
    await doIt(begun);
    expect(await outcomeOf(service, begun.id)).toBe(says);
    expect(await acceptedIn(service)).toBe(accepted);
    expect(startsIn(service)).toBeLessThanOrEqual(1);
  });
});

/** Each service that restores, in each trouble after a press: which job is taken, which are shown, and what is closed. */

/** How the jobs that the page of the draft's job lists belong to it, and how many; null: none is looked for. */
async function beside({ search }: Service, id: string, requestId: string | null) {
  const submission = submissionOf(id);
  const behind = submission.state === 'job' ? pressBehind(submission.jobId, requestId) : null;
  if (behind === null) return null;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { jobs } = await client.query(search(behind.draft, behind.attempt));
  return [behind.shares, jobs.length];
}

/** What a press has come to, once lists have its job; an answer that names the job needs no search. */
async function seenOf([service, id]: readonly [Service, string]) {
  service.it.clock.add(120);
  const before = submissionOf(id);
  if (before.state === 'accepted' && before.operation !== null) return { state: 'accepted' };
  const seen = await looked(service, id);
  const reported = seen.by === 'id' ? (attemptOf(before)?.clientRequestId ?? null) : null;
  return { ...seen, beside: await beside(service, id, reported) };
}

const byAnswer = { state: 'accepted' };
const byId = { found: ['ours'], by: 'id', goesOn: false, isClosed: true, beside: ['id', 0] };
const ofAnother = { found: ['another'], by: null, goesOn: true, isClosed: true, beside: null };
const byTarget = {
  found: ['unknown'],
  by: 'target',
  goesOn: false,
  isClosed: true,
  beside: ['target', 0],
};
/** A CommServe describes a job by nothing else, so the person decides. */
const byPerson = { found: ['unknown'], by: null, goesOn: false, isClosed: true, beside: null };

interface Row {
  readonly title: string;
  /** Has a service do so, and gives it with the draft that was pressed. */
  readonly run: (name: Name) => Promise<readonly [Service, string]>;
  readonly finds: object;
  /** Where one service differs. */
  readonly but?: Partial<Record<Name, object>>;
}

const LOST: FaultEffect = { kind: 'answer-lost' };
const DROPPED: FaultEffect = { kind: 'drop' };

const twice = (service: Service) => arrives(service, 'it is');
const byAnother = (service: Service) => arrives(service, 'another');

const rows: readonly Row[] = [
  { title: 'its answer is lost', run: pressed([LOST]), finds: byId },
  {
    title: 'the page can’t read the headers of its answer',
    run: pressed([{ kind: 'hide-headers' }]),
    finds: byId,
    // Its body names the job.
    but: { Commvault: byAnswer },
  },
  {
    title: 'it arrives twice',
    run: pressed([LOST], twice),
    finds: { ...byId, found: ['ours', 'ours'], beside: ['id', 1] },
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
      return pressed([DROPPED], ({ it }) => it.azure.append(events))(name);
    },
    finds: ofAnother,
    // A CommServe has repeated the description before, too.
    but: { Commvault: byId },
  },
];

const idCells = rows.flatMap((row) =>
  (['Recovery Services', 'the secondary region', 'Data Protection', 'Commvault'] as const).map(
    (name) => ({ ...row, name }),
  ),
);

test('the table is whole', () => {
  expect(idCells).toHaveLength(8 * 4);
});

describe(`a restore, found by its ID: ${String(idCells.length)} cells`, () => {
  test.each(idCells)('$name: $title', async ({ name, run, finds, but = {} }) => {
    expect(await seenOf(await run(name))).toEqual(but[name] ?? finds);
  });
});
