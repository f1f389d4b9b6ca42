import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import {
  diskValidationByItselfQuery,
  dueValidationQuery,
  runDiskValidation,
} from '#src/api/queries/disk-restores.ts';
import { validationRunQuery } from '#src/api/queries/validations.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';

/** Validates automatically: at Review, and when a new role counts (document 002, Restore to create a new disk, note). */

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const status = 'https://management.azure.com/status';
const accepted = () => answer(202, '', { 'azure-asyncoperation': status, 'retry-after': '10' });
const passed = () => answer(200, { status: 'Succeeded' });
const failed = () => answer(200, { status: 'Failed', error: { code: 'A', message: 'No.' } });

const QUARTER_S = 15 * 60;
const pass = async (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

const validationOf = (name: string) => ({
  restore: restoreOfDisk('app01_DataDisk_0', { name }),
  restoreText: name,
});

/** A role that was given just now: validation runs when it counts. */
function world(...answers: (() => Response)[]) {
  const { arm, sent } = testArm(inTurn(...answers));
  startSession(arm);
  const client = new QueryClient();
  const queryNow = () =>
    dueValidationQuery('draft', { ...validationOf('this'), at: instant(now() + QUARTER_S * 1000) });
  const query = queryNow();
  return {
    client,
    sent,
    wait: () => client.query({ ...query, staleTime: 0 }),
    /** The same for a role that is given now. */
    waitForRole: () => client.query(queryNow()),
    run: (name: string) => runDiskValidation(client, 'draft', validationOf(name)),
    atReview: (name: string) =>
      client.query(diskValidationByItselfQuery('draft', validationOf(name).restore)),
    stood: () => client.getQueryData(validationRunQuery('draft').queryKey) ?? null,
  };
}

test('at that moment, not before', async () => {
  const it = world(accepted, passed);
  const waited = it.wait();
  await pass(QUARTER_S - 1);
  expect(it.sent).toHaveLength(0);
  await pass(1);
  await waited;
  expect(it.stood()).toMatchObject({ kind: 'running', restoreText: 'this' });
  await pass(11);
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
});

test('again where the last answer is from before it', async () => {
  const it = world(accepted, failed, accepted, passed);
  const waited = it.wait();
  void it.run('this');
  await pass(QUARTER_S + 11);
  await waited;
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
  expect(it.sent).toHaveLength(4);
});

test('not where it has passed by then', async () => {
  const it = world(accepted, passed);
  const waited = it.wait();
  void it.run('this');
  await pass(QUARTER_S + 60);
  await waited;
  expect(it.sent).toHaveLength(2);
});

test('again where it has passed before the role was given', async () => {
  const it = world(accepted, passed, accepted, passed);
  void it.run('this');
  await pass(60);
  const waited = it.waitForRole();
  await pass(QUARTER_S + 11);
  await waited;
  expect(it.sent).toHaveLength(4);
});

test('once: what a person has stopped then stays so, however often all is read again', async () => {
  const it = world(accepted);
  const waited = it.wait();
  await pass(QUARTER_S);
  await waited;
  const run = it.stood();
  if (run?.kind === 'running') run.stop();
  await it.wait();
  expect(it.stood()).toMatchObject({ kind: 'stopped' });
  expect(it.sent).toHaveLength(1);
});

test('a look at something else ends with it', async () => {
  const it = world(accepted, accepted, passed);
  const waited = it.wait();
  await pass(QUARTER_S - 5);
  void it.run('that');
  await pass(20);
  await waited;
  expect(it.stood()).toMatchObject({ kind: 'done', restoreText: 'this' });
  expect(it.sent).toHaveLength(3);
});

const noAnswer = (): Response => {
  throw new TypeError('Failed to fetch');
};

test('a look that gets no answer is taken again: the operation goes on', async () => {
  // More often than a request is sent again by itself.
  const it = world(accepted, ...Array.from({ length: 6 }, () => noAnswer), passed);
  void it.run('this');
  await pass(600);
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
});

test('one that never gets an answer is given up, and said', async () => {
  const it = world(accepted, ...Array.from({ length: 40 }, () => noAnswer));
  void it.run('this');
  await pass(3600);
  expect(it.stood()).toMatchObject({ kind: 'trouble', problem: { kind: 'lost' } });
});

test('at Review once for each restore, and not again where its answer is there', async () => {
  const it = world(accepted, passed, accepted, passed);
  await it.atReview('this');
  await it.atReview('this');
  await pass(11);
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
  await it.atReview('this');
  expect(it.sent).toHaveLength(2);
  await it.atReview('another');
  await pass(11);
  expect(it.sent).toHaveLength(4);
});

test('at Review once where the headers of the answer are hidden: it never repeats by itself', async () => {
  const it = world(() => answer(202));
  await it.atReview('this');
  await pass(1);
  expect(it.stood()).toMatchObject({ kind: 'trouble' });
  await it.atReview('this');
  await pass(60);
  expect(it.sent).toHaveLength(1);
});

test('at Review not while a part of the restore is missing', async () => {
  const it = world();
  await it.client.query(diskValidationByItselfQuery('draft', null));
  expect(it.sent).toHaveLength(0);
});
