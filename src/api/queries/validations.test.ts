import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSession } from '#src/api/arm/pipeline.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import {
  diskValidationByItselfQuery,
  dueValidationQuery,
  runDiskValidation,
} from '#src/api/queries/disk-restores.ts';
import {
  keepValidation,
  lookAtValidation,
  resumedValidationQuery,
  runValidation,
  storedValidationOf,
  validationByItselfQuery,
  validationRunQuery,
} from '#src/api/queries/validations.ts';
import { now, waitsUnderWay } from '#src/lib/clock.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { restoreOfDisk } from '#src/mocks/testing-disks.ts';
import { exampleDisks } from '#src/mocks/testing-example.ts';

freshStorage();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const status = 'https://management.azure.com/status';
const accepted = () => answer(202, '', { 'azure-asyncoperation': status, 'retry-after': '10' });
const running = () => answer(200, { status: 'InProgress' }, { 'retry-after': '10' });
const found = (...validationResults: object[]) =>
  answer(200, {
    status: 'Succeeded',
    properties: { validateOperationResponse: { validationResults } },
  });

/** A requested validation with its answers in turn. */
function startedWith(...answers: (() => Response)[]) {
  const { arm, sent } = testArm(inTurn(...answers));
  startSession(arm);
  const client = new QueryClient();
  const { queryKey } = validationRunQuery('draft');
  const ended = runValidation(client, 'draft', { restore: exampleDisks, restoreText: 'this' });
  return { sent, ended, stood: () => client.getQueryData(queryKey) };
}

const pass = async (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

test('runs until Azure is done, and ends with its result', async () => {
  const it = startedWith(accepted, running, () => found({ code: 'A', message: 'No.' }));
  expect(it.stood()).toMatchObject({ kind: 'running', restoreText: 'this' });
  await pass(9);
  expect(it.sent).toHaveLength(1);
  await pass(2);
  expect(it.stood()?.kind).toBe('running');
  await pass(10);
  await it.ended;
  const problems = [{ code: 'A', message: 'No.', recommendations: [] }];
  expect(it.stood()).toMatchObject({ kind: 'done', restoreText: 'this', problems });
});

test('starts by itself once for each plan, also for one that is looked at again, and after a press', async () => {
  const { arm, sent } = testArm(() => accepted());
  startSession(arm);
  const client = new QueryClient();
  const starts = () => sent.filter(({ method }) => method === 'POST').length;
  const arrive = async (plan: string) =>
    client.query(validationByItselfQuery('draft', { restore: exampleDisks, restoreText: plan }));
  await arrive('this');
  await arrive('this');
  await pass(1);
  expect(starts()).toBe(1);
  await arrive('another');
  await pass(1);
  expect(starts()).toBe(2);
  void runValidation(client, 'draft', { restore: exampleDisks, restoreText: 'pressed' });
  await arrive('pressed');
  await pass(1);
  expect(starts()).toBe(3);
});

test('does not start by itself while something of the plan is missing', async () => {
  const { arm, sent } = testArm(() => accepted());
  startSession(arm);
  const client = new QueryClient();
  await client.query(validationByItselfQuery('draft', { restore: null, restoreText: 'null' }));
  expect(sent).toHaveLength(0);
});

test('an operation that Azure ends by itself is a problem in its words', async () => {
  const failed = () => answer(200, { status: 'Failed', error: { code: 'B', message: 'Broken.' } });
  const it = startedWith(accepted, failed);
  await pass(11);
  await it.ended;
  const problems = [{ code: 'B', message: 'Broken.', recommendations: [] }];
  expect(it.stood()).toMatchObject({ kind: 'done', problems });
});

test('without headers to follow, requests an immediate validation', async () => {
  const quick = () => answer(200, { validateOperationResponse: { validationResults: [] } });
  const it = startedWith(() => answer(202), quick);
  await it.ended;
  expect(it.sent[1]?.url).toContain('/backupValidateOperation?');
  expect(it.stood()).toMatchObject({ kind: 'done', problems: [] });
});

test('a refusal says nothing of the restore', async () => {
  const it = startedWith(() =>
    answer(403, { error: { code: 'AuthorizationFailed', message: 'No.' } }),
  );
  await it.ended;
  expect(it.stood()).toMatchObject({ kind: 'trouble', problem: { kind: 'forbidden' } });
});

test('once stopped, sends nothing more and ignores later answers', async () => {
  const it = startedWith(accepted, () => found());
  await pass(5);
  const run = it.stood();
  if (run?.kind === 'running') run.stop();
  expect(it.stood()).toEqual({ restoreText: 'this', kind: 'stopped' });
  await pass(60);
  await it.ended;
  expect(it.sent).toHaveLength(1);
  expect(it.stood()).toEqual({ restoreText: 'this', kind: 'stopped' });
});

test('it ends with the visit, and nothing of it is waited for any more', async () => {
  // Test files share a page: what an earlier one waits for counts, too.
  const before = waitsUnderWay();
  const it = startedWith(accepted, () => found());
  await pass(5);
  expect(waitsUnderWay()).toBe(before + 1);
  resetPageState();
  await it.ended;
  expect(waitsUnderWay()).toBe(before);
  expect(it.sent).toHaveLength(1);
});

const operation = { pollUrl: status, pollKind: 'status', retryAfterMs: 10_000 } as const;

/** The page is loaded anew: what was followed here is followed no more. */
function reloaded(...answers: (() => Response)[]) {
  const { arm, sent } = testArm(inTurn(...answers));
  startSession(arm);
  const client = new QueryClient();
  const { queryKey, initialData } = validationRunQuery('draft');
  const first = typeof initialData === 'function' ? initialData() : initialData;
  if (first !== undefined) client.setQueryData(queryKey, first);
  const resume = () =>
    client.query({ ...resumedValidationQuery('draft', lookAtValidation), staleTime: 0 });
  return { sent, resume, stood: () => client.getQueryData(queryKey) };
}

test('one that Azure works on is gone on with after a reload, once', async () => {
  const since = now();
  keepValidation('draft', { kind: 'running', restoreText: 'this', since, operation });
  await pass(5);
  const it = reloaded(running, () => found());
  await it.resume();
  await it.resume();
  expect(it.stood()).toMatchObject({ kind: 'running', restoreText: 'this', since });
  await pass(40);
  expect(it.stood()).toMatchObject({ kind: 'done', restoreText: 'this', problems: [] });
  expect(it.sent).toHaveLength(2);
});

test('what Azure has accepted is kept while it runs', async () => {
  startedWith(accepted);
  await pass(5);
  expect(storedValidationOf('draft')).toMatchObject({
    kind: 'running',
    restoreText: 'this',
    operation,
  });
});

test('an answer is still there after a reload, and no longer after a day', async () => {
  const it = startedWith(accepted, () => found({ code: 'A', message: 'No.' }));
  await pass(11);
  await it.ended;
  expect(reloaded().stood()).toEqual(it.stood());
  await pass(24 * 60 * 60);
  expect(reloaded().stood()).toBeNull();
});

test('what was stopped, refused or never accepted is not gone on with', async () => {
  const stopped = startedWith(accepted);
  await pass(5);
  const run = stopped.stood();
  if (run?.kind === 'running') run.stop();
  const refused = startedWith(() => answer(403, {}));
  await refused.ended;
  const it = reloaded();
  await it.resume();
  expect(it.stood()).toBeNull();
});

test('an operation that Azure has forgotten says nothing of the restore', async () => {
  keepValidation('draft', { kind: 'running', restoreText: 'this', since: now(), operation });
  const it = reloaded(() => answer(404, { error: { code: 'ResourceNotFound', message: 'No.' } }));
  await it.resume();
  await pass(20);
  expect(it.stood()).toMatchObject({ kind: 'trouble', problem: { kind: 'unexpected' } });
});

test('two presses in one tick are one validation; another restore takes the place of the one before', async () => {
  const { arm, sent } = testArm(() => accepted());
  startSession(arm);
  const client = new QueryClient();
  const starts = () => sent.filter(({ method }) => method === 'POST').length;
  const press = (restoreText: string) =>
    void runValidation(client, 'draft', { restore: exampleDisks, restoreText });
  press('this');
  press('this');
  await pass(1);
  press('this');
  await pass(1);
  expect(starts()).toBe(1);
  press('another');
  await pass(1);
  expect(starts()).toBe(2);
  expect(client.getQueryData(validationRunQuery('draft').queryKey)).toMatchObject({
    kind: 'running',
    restoreText: 'another',
  });
});

const passed = () => answer(200, { status: 'Succeeded' });
const failed = () => answer(200, { status: 'Failed', error: { code: 'A', message: 'No.' } });

const QUARTER_S = 15 * 60;

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
