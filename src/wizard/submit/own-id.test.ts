import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test } from 'vitest';
import { freshStorage } from '#src/lib/testing.ts';
import type { FaultEffect } from '#src/mocks/faults/fault.ts';
import { attemptOf } from '#src/wizard/draft/schema.ts';
import { pressBehind } from '#src/wizard/submit/press-of-job.ts';
import type { Name, Service } from '#src/wizard/submit/testing-services.ts';
import { installMachineClock, submissionOf } from '#src/wizard/submit/testing-tab.ts';
import {
  arrives,
  looked,
  olderEvents,
  pressed,
  withoutIds,
} from '#src/wizard/submit/testing-troubles.ts';

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

freshStorage();
afterEach(() => {
  installMachineClock();
});

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
  {
    title: 'its answer is lost',
    run: pressed([LOST]),
    finds: byId,
  },
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

const cells = rows.flatMap((row) =>
  (['Recovery Services', 'the secondary region', 'Data Protection', 'Commvault'] as const).map(
    (name) => ({ ...row, name }),
  ),
);

test('the table is whole', () => {
  expect(cells).toHaveLength(8 * 4);
});

describe(`a restore, found by its ID: ${String(cells.length)} cells`, () => {
  test.each(cells)('$name: $title', async ({ name, run, finds, but = {} }) => {
    expect(await seenOf(await run(name))).toEqual(but[name] ?? finds);
  });
});
