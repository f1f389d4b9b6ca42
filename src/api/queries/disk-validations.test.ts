import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startSession } from '#src/api/arm/session.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import {
  diskValidationRunQuery,
  hasPassed,
  runDiskValidation,
  validationWhenDueQuery,
} from '#src/api/queries/disk-validations.ts';
import { now } from '#src/lib/clock.ts';
import { instant } from '#src/lib/time.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const status =
  'https://management.azure.com/subscriptions/s/providers/Microsoft.DataProtection/locations/l/operationStatus/o';
const accepted = () => answer(202, '', { 'azure-asyncoperation': status, 'retry-after': '10' });
const running = () => answer(200, { status: 'Inprogress' }, { 'retry-after': '10' });
const passed = () => answer(200, { status: 'Succeeded' });
const failed = () => answer(200, { status: 'Failed', error: { code: 'A', message: 'No.' } });

const restore = restoreOfDisk('app01_DataDisk_0');

function world(...answers: (() => Response)[]) {
  const { arm, sent } = testArm(inTurn(...answers));
  startSession(arm);
  const client = new QueryClient();
  const { queryKey } = diskValidationRunQuery(restore.instanceId);
  return { client, sent, stood: () => client.getQueryData(queryKey) ?? null };
}

const pass = async (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

test('runs as long as Azure says, and has passed for these parameters alone', async () => {
  const it = world(accepted, running, passed);
  const ended = runDiskValidation(it.client, restore);
  expect(it.stood()).toMatchObject({ kind: 'running', since: now() });
  await pass(21);
  await ended;
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
  expect(hasPassed(it.stood(), restore)).toBe(true);
  expect(hasPassed(it.stood(), restoreOfDisk('app01_DataDisk_0', { name: 'other' }))).toBe(false);
});

test('what it has found is kept', async () => {
  const it = world(accepted, failed);
  const ended = runDiskValidation(it.client, restore);
  await pass(11);
  await ended;
  const problems = [{ code: 'A', message: 'No.', recommendations: [] }];
  expect(it.stood()).toMatchObject({ kind: 'done', problems });
  expect(hasPassed(it.stood(), restore)).toBe(false);
});

test('an answer that cannot be had is lost, a refusal is trouble', async () => {
  const it = world(
    () => answer(202),
    () => answer(400, { error: { code: 'B', message: 'Bad.' } }),
  );
  await runDiskValidation(it.client, restore);
  expect(it.stood()).toMatchObject({ kind: 'lost' });
  await runDiskValidation(it.client, restore);
  expect(it.stood()).toMatchObject({ kind: 'trouble', problem: { kind: 'refused' } });
});

test('once cancelled nothing is asked any more', async () => {
  const it = world(accepted, passed);
  const ended = runDiskValidation(it.client, restore);
  await pass(5);
  const run = it.stood();
  if (run?.kind === 'running') run.stop();
  await pass(60);
  await ended;
  expect(it.stood()).toMatchObject({ kind: 'stopped' });
  expect(it.sent).toHaveLength(1);
});

test('a second one ends the first', async () => {
  const it = world(accepted, accepted, passed);
  const first = runDiskValidation(it.client, restore);
  await pass(5);
  const second = runDiskValidation(it.client, restore);
  await pass(11);
  await Promise.all([first, second]);
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
  expect(it.sent).toHaveLength(3);
});

describe('when a role counts', () => {
  const QUARTER_MS = 15 * 60_000;

  test('it begins by itself, once', async () => {
    const it = world(accepted, passed);
    const due = instant(now() + QUARTER_MS);
    const waited = it.client.fetchQuery(validationWhenDueQuery(restore, due));
    await pass(15 * 60 - 1);
    expect(it.stood()).toBeNull();
    await pass(1);
    await waited;
    expect(it.stood()).toMatchObject({ kind: 'running' });
    await pass(11);
    expect(it.stood()).toMatchObject({ kind: 'done' });
    await it.client.fetchQuery(validationWhenDueQuery(restore, due));
    expect(it.sent).toHaveLength(2);
  });

  test('what has passed by then is left alone', async () => {
    const it = world(accepted, passed);
    const due = instant(now() + QUARTER_MS);
    const waited = it.client.fetchQuery(validationWhenDueQuery(restore, due));
    void runDiskValidation(it.client, restore);
    await pass(15 * 60 + 60);
    await waited;
    expect(it.sent).toHaveLength(2);
  });
});
