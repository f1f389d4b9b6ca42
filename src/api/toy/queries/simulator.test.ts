import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { testArm } from '#src/api/arm/testing.ts';
import { isToyId, jobNumberOf, toyId, toyJobId } from '#src/api/toy/id.ts';
import { listBoxes } from '#src/api/toy/boxes/ops.ts';
import { TOY_HOME } from '#src/api/toy/home.ts';
import { askForToyJob, listToyJobs } from '#src/api/toy/jobs/ops.ts';
import { getOwner } from '#src/api/toy/owner/ops.ts';
import { toyJobs } from '#src/api/toy/queries/job-source.ts';
import { toyTokens } from '#src/api/toy/queries/session.ts';
import { jobOfTicket, startToyRestore } from '#src/api/toy/restores/ops.ts';
import { testAzure } from '#src/mocks/testing.ts';
import { toyService } from '#src/mocks/toy/service.ts';

/** The toy shelf, asked by its client over the simulated services. */

function shelf(tokens?: typeof toyTokens) {
  const it = testAzure('default', { others: [toyService] });
  return { ...it, ...testArm(it.azure.fetch, tokens ?? toyTokens, TOY_HOME) };
}

const wanted = { boxId: 'toy:shelf-1', point: 'last-week' };
const codeOf = async (asked: Promise<unknown>) =>
  armFacts(await asked.catch((error: unknown) => error))?.code;

describe('the shelf', () => {
  test('gives all boxes with all their points in one answer', async () => {
    const { arm, sent } = shelf();
    const boxes = await listBoxes(arm);
    expect(boxes.map(({ id }) => id)).toEqual(['toy:shelf-1', 'toy:shelf-2', 'toy:shelf-3']);
    expect(boxes[0]?.points.map(({ name }) => name)).toEqual(['today', 'last-week', 'last-month']);
    expect(sent.map(({ url }) => url)).toEqual(['https://toy.example/boxes']);
  });

  test("accepts its own token, and not Azure's", async () => {
    expect(await getOwner(shelf().arm)).toBe('Toy owner');
    const azures = { getToken: async () => ({ token: 'token', expiresOnTimestamp: 9e15 }) };
    expect(await codeOf(getOwner(shelf(azures).arm))).toBe('WrongToken');
  });

  test('never gets a token to another host', async () => {
    const { arm, sent } = shelf();
    const url = 'https://management.azure.com/subscriptions?api-version=2022-12-01';
    const { send } = await import('#src/api/arm/send.ts');
    const error: unknown = await send(arm, { method: 'GET', url }).catch((one: unknown) => one);
    expect(armFacts(error)).toMatchObject({ kind: 'notSent', notSent: 'host' });
    expect(sent).toEqual([]);
  });
});

describe('a restore', () => {
  test('is followed by its ticket until its job exists, and then by the number of the job', async () => {
    const { arm, clock } = shelf();
    const ticket = await startToyRestore(arm, wanted, 'mine');
    expect(await jobOfTicket(arm, ticket)).toBeNull();
    clock.add(20);
    expect(await jobOfTicket(arm, ticket)).toBe(7);
    const job = async () => toyJobs.jobFrom(toyJobId(7), await askForToyJob(arm, 7));
    expect(await job()).toMatchObject({ id: 'toy:job-7', statusWord: 'queued', percent: 0 });
    clock.add(30 + 120);
    const bytes = { transferred: 60e9, total: 120e9 };
    expect(await job()).toMatchObject({ status: 'inProgress', percent: 50, bytes });
    clock.add(121);
    expect(await job()).toMatchObject({ status: 'completed', percent: 100 });
    expect((await listToyJobs(arm)).map(({ mark }) => mark)).toEqual(['mine']);
  });

  test.each([
    ['a box that is not there', { ...wanted, boxId: 'toy:shelf-9' }, 'NoSuchBox'],
    ['a point that is not there', { ...wanted, point: 'tomorrow' }, 'NoSuchPoint'],
    ['a point that is worn out', { ...wanted, point: 'last-month' }, 'PointWorn'],
  ])('of %s is refused', async (_what, asked, code) => {
    const { arm } = shelf();
    expect(await codeOf(startToyRestore(arm, asked, 'mine'))).toBe(code);
    expect(await listToyJobs(arm)).toEqual([]);
  });

  test('is refused while another one of the same box runs', async () => {
    const { arm, clock } = shelf();
    await startToyRestore(arm, wanted, 'first');
    expect(await codeOf(startToyRestore(arm, wanted, 'second'))).toBe('BoxOpen');
    clock.add(600);
    expect(await startToyRestore(arm, wanted, 'third')).toBe(2);
  });

  test('leaves no job in the lists of Azure', async () => {
    const { arm, azure } = shelf();
    await startToyRestore(arm, wanted, 'mine');
    const { jobs, diskJobs, restores, serviceEvents } = await azure.state();
    const before = await shelf().azure.state();
    expect([jobs, diskJobs]).toEqual([before.jobs, before.diskJobs]);
    expect(restores).toEqual([]);
    expect(serviceEvents).toHaveLength(1);
  });
});

test('an id tells whose it is, and a job by its number alone', async () => {
  expect([toyId('shelf-1'), toyJobId(7), '/subscriptions/toy:'].map(isToyId)).toEqual([
    true,
    true,
    false,
  ]);
  expect([toyJobId(7), toyId('shelf-1'), 'toy:job-x'].map(jobNumberOf)).toEqual([7, null, null]);
  const answer = toyJobs.ask(toyId('shelf-1'), new AbortController().signal);
  expect(await codeOf(answer)).toBe('NoSuchJob');
});
