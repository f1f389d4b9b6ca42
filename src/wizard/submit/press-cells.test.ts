import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { installClock } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { fakeClock, freshStorage } from '#src/lib/testing.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import { operationEnded } from '#src/wizard/submit/follow.ts';
import {
  byCommvault,
  needsNoBrowser,
  type PressTrouble,
  pressTroubles,
  type Says,
} from '#src/mocks/faults/testing-presses.ts';
import { type Name, type Service, services } from '#src/wizard/submit/testing-services.ts';
import { installMachineClock, storedDraft, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import { looked } from '#src/wizard/submit/testing-troubles.ts';

/**
 * The outcome of one press of Restore under every fault: the client of each service against the simulated one. A dozen
 * of these cells are in `e2e/request-matrix.spec.ts`, by what a person does and sees.
 */

type Begun = Awaited<ReturnType<Service['begin']>>;

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
async function follow({ it, acceptedQuery }: Service, id: string): Promise<void> {
  const { submission, choices } = storedDraft(id);
  if (submission.state !== 'accepted' || submission.operation === null) return;
  const { operation, secondaryRegion } = submission;
  const query = acceptedQuery({ instance: choices.instance ?? '', operation, secondaryRegion });
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
    const added = faults.map((text) => {
      const fault = faultNamed(text);
      if (fault === null) throw new Error(`The simulation has no fault ${text}.`);
      return fault;
    });
    setClock(service, added);
    await service.it.azure.append(added.map((fault) => ({ type: 'fault-added', at: 0, fault })));
    await doIt(begun);
    expect(await outcomeOf(service, begun.id)).toBe(says);
    expect(await acceptedIn(service)).toBe(accepted);
    expect(startsIn(service)).toBeLessThanOrEqual(1);
  });
});
