import {
  CancelledError,
  focusManager,
  QueryClient,
  QueryObserver,
  queryOptions,
} from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArmError, type ArmErrorKind, refusedAnswer } from '#src/api/arm/error.ts';
import type { OperationState } from '#src/api/arm/operation.ts';
import { startSession } from '#src/api/arm/pipeline.ts';
import { send } from '#src/api/arm/send.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import { jobQuery } from '#src/api/queries/jobs.ts';
import { mayBeDone, problemOf, readAgainIn, readOther } from '#src/api/queries/query.ts';
import { operationQuery, restoreMutation } from '#src/api/queries/restores.ts';
import { installClock, machineClock, machineNow } from '#src/lib/clock.ts';
import { ownName } from '#src/lib/owner.ts';
import { type FakeClock, fakeClock, fakeStorage } from '#src/lib/testing.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { job } from '#src/progress/testing.ts';

let clock: FakeClock;
beforeEach(() => {
  clock = fakeClock();
  installClock(clock);
});
afterEach(() => installClock(machineClock));

describe('the pause before a running thing is polled again', () => {
  test.each([
    ['is what Azure says', 60_000, 60_000],
    ['is never none, which would end the asking', 0, 250],
    ['is never longer than a timer can be', 10 ** 12, 2 ** 31 - 1],
  ])('%s', (_, ms, expected) => {
    expect(readAgainIn(ms)).toBe(expected);
  });

  test('is as long as a timer can be while the clock is paused', () => {
    clock.pause(true);
    expect(readAgainIn(60_000)).toBe(2 ** 31 - 1);
  });
});

/** A job that is no restore. */
const backup = job({ operation: 'Backup', percent: 10, tasks: [], restoreKind: null });

describe('a job that is followed', () => {
  const vault = '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v';
  const pauseAfter = (error: Error | null, id = `${vault}/backupJobs/j`) => {
    const client = new QueryClient();
    const options = jobQuery(resourceId(id));
    const query = new QueryObserver(client, options).getCurrentQuery();
    query.setState({ ...query.state, error });
    const { refetchInterval } = options;
    return typeof refetchInterval === 'function' ? refetchInterval(query) : refetchInterval;
  };
  afterEach(() => focusManager.setFocused(undefined));

  test('is polled seldom in a hidden tab', () => {
    expect(pauseAfter(null)).toBe(60_000);
    focusManager.setFocused(false);
    expect(pauseAfter(null)).toBe(300_000);
  });

  test('is no restore: read seldom, and in a hidden tab no more often than another', () => {
    const storage = fakeStorage();
    vi.stubGlobal('localStorage', storage.area);
    const every = (subscription: string) => {
      const id = resourceId(vault.replace('/s/', `/${subscription}/`));
      const options = jobQuery(resourceId(`${id}/backupJobs/b`));
      const query = new QueryObserver(new QueryClient(), options).getCurrentQuery();
      query.setState({ ...query.state, data: backup });
      const { refetchInterval } = options;
      return typeof refetchInterval === 'function' ? refetchInterval(query) : null;
    };
    // Azure’s figures of one subscription show a bucket that fills again.
    const figures = [5, 4, 3, 2, 1].map((ago) => ({ at: machineNow() - ago * 30_000, left: 250 }));
    const allowance = { startedAt: [], sharedAt: [], figures, refused: null, open: null };
    storage.entries.set(ownName('reads.quick|recoveryservices'), JSON.stringify(allowance));
    expect([every('slow'), every('quick')]).toEqual([15 * 60_000, 60_000]);
    focusManager.setFocused(false);
    expect([every('slow'), every('quick')]).toEqual([15 * 60_000, 300_000]);
    vi.unstubAllGlobals();
  });

  test('is read more often where its service counts no reads', () => {
    expect(pauseAfter(null, 'commvault:host/job/1')).toBe(15_000);
    focusManager.setFocused(false);
    expect(pauseAfter(null, 'commvault:host/job/1')).toBe(60_000);
  });

  test('is left alone for as long as Azure asks for', async () => {
    const error = await send(testArm(() => answer(429, '', { 'retry-after': '120' })).arm, {
      method: 'GET',
      url: '/',
      starts: true,
    }).catch((thrown: unknown) => thrown);
    expect(pauseAfter(error instanceof Error ? error : null)).toBe(120_000);
    expect(pauseAfter(refusedAnswer(500, '', null))).toBe(60_000);
  });
});

describe('what went wrong, as a screen says it', () => {
  test.each([
    [401, 'signedOut'],
    [403, 'forbidden'],
    [404, 'notFound'],
    [409, 'refused'],
    [429, 'refused'],
    [500, 'refused'],
  ])('an answer of %i is %s', (status, kind) => {
    const error = refusedAnswer(status, '{"error":{"code":"C","message":"M"}}', 'r-1');
    expect(problemOf(error)).toMatchObject({ kind, code: 'C', message: 'M (C)', requestId: 'r-1' });
  });

  test.each(['lost', 'unreadable'] as const)('%s stays what it is', (kind) => {
    const facts = { status: null, code: null, message: 'M', requestId: null, missingAction: null };
    expect(problemOf(new ArmError({ ...facts, kind, body: 'raw' }))).toMatchObject({
      kind,
      body: 'raw',
    });
  });

  test('anything else is unexpected, with its words', () => {
    expect(problemOf(new Error('bug'))).toMatchObject({ kind: 'unexpected', message: 'bug' });
    expect(problemOf('text')).toMatchObject({ kind: 'unexpected', message: 'text' });
  });
});

describe('an accepted operation in the cache', () => {
  const first = 'https://management.azure.com/x/operationsStatus/1?s=a%2Bb';
  const second = 'https://management.azure.com/x/operationsStatus/1?s=c%2Bd';
  const accepted = { pollUrl: first, pollKind: 'status', retryAfterMs: 60_000 } as const;

  test('is polled where the last answer said, until its job is there', async () => {
    const { arm, sent } = testArm(
      inTurn(
        () =>
          answer(
            200,
            { status: 'InProgress' },
            { 'Azure-AsyncOperation': second, 'Retry-After': '5' },
          ),
        () => answer(200, { status: 'InProgress' }),
        () => answer(200, { status: 'Succeeded', properties: { jobId: 'job-1' } }),
      ),
    );
    startSession(arm);
    const queries = new QueryClient();
    const options = { ...operationQuery(accepted), staleTime: 0 };
    const states: OperationState[] = [];
    for (let poll = 0; poll < 3; poll += 1) states.push(await queries.query(options));
    expect(sent.map(({ url }) => url)).toEqual([first, second, second]);
    const next = { ...accepted, pollUrl: second, retryAfterMs: 5000 };
    expect(states).toEqual([
      { status: 'running', next },
      { status: 'running', next },
      { status: 'succeeded', jobId: 'job-1' },
    ]);
  });
});

test('the request of a restore is never repeated by the cache, not even without a network', () => {
  const { retry, networkMode } = restoreMutation('draft-1', async () => undefined);
  expect({ retry, networkMode }).toEqual({ retry: false, networkMode: 'always' });
});

test('a 403 names an action that an owner can allow in Azure alone', () => {
  const own = { status: 403, code: '5', message: 'No.' };
  expect(problemOf(refusedAnswer(403, '{"code":"C"}', null)).kind).toBe('forbidden');
  expect(problemOf(refusedAnswer(403, '', null, { service: 'Commvault', own }))).toMatchObject({
    kind: 'refused',
    service: 'Commvault',
  });
});

test.each([401, 403, 404, 409, 429])(
  'a page with %i says nothing of a sign-in, a permission, or what is there',
  (status) => {
    expect(problemOf(refusedAnswer(status, '<html>', null))).toMatchObject({
      kind: 'refused',
      message: `Something between this page and Azure answered ${String(status)}.`,
    });
  },
);

const failed = (kind: ArmErrorKind): ArmError =>
  new ArmError({ ...refusedAnswer(200, '', null).facts, kind });

test.each([
  ['refused by its answer', refusedAnswer(409, '{"code":"Conflict"}', null), false],
  ['failed once it was accepted', new ArmError({ kind: 'refused', message: 'No.' }), false],
  ['answered by a page', refusedAnswer(409, '<html>', null), true],
  ['held back by this page', failed('notSent'), false],
  ['answered by a server’s error', refusedAnswer(502, '', null), true],
  ['without an answer', failed('lost'), true],
  ['answered by something else', failed('unreadable'), true],
  ['failed by itself', new Error('No.'), true],
])('what was %s may have been done: %#', (_, error, expected) => {
  expect(mayBeDone(error)).toBe(expected);
});

const answered = (status: number, code: unknown, message: string) =>
  refusedAnswer(status, JSON.stringify({ error: { code, message } }), null);

const BESIDE: readonly (readonly [string, unknown, string])[] = [
  ['refused', answered(409, 'Conflict', 'Busy.'), 'Busy. (Conflict)'],
  ['forbidden', answered(403, 'ScopeLocked', 'No.'), 'No. (ScopeLocked)'],
  ['not found', answered(404, 'ResourceNotFound', 'Gone.'), 'Gone. (ResourceNotFound)'],
  ['throttled', answered(429, 'TooManyRequests', 'Later.'), 'Later. (TooManyRequests)'],
  ['a server’s error', answered(500, 'InternalError', 'Oh.'), 'Oh. (InternalError)'],
  ['a code that the text has', answered(409, 'Conflict', 'Conflict: busy.'), 'Conflict: busy.'],
  ['no code', answered(409, null, 'Busy.'), 'Busy.'],
  [
    'a code alone',
    answered(409, 'Conflict', ''),
    'Azure answered 409 without a message. (Conflict)',
  ],
  [
    'Commvault',
    refusedAnswer(500, '', null, {
      service: 'Commvault',
      own: { status: 500, code: '5', message: 'Access denied' },
    }),
    'Access denied (5)',
  ],
  [
    'the browser’s own code',
    new ArmError({
      ...failed('lost').facts,
      code: 'REQUEST_SEND_ERROR',
      message: 'Azure didn’t answer.',
    }),
    'Azure didn’t answer.',
  ],
  ['an error of ours', new Error('No.'), 'No.'],
];

test.each(BESIDE)('%s: the service’s code stands beside its text', (_, error, text) => {
  expect(problemOf(error).message).toBe(text);
});

test(`${String(BESIDE.length)} rows of codes beside texts`, () => {
  console.log(`Codes beside texts: ${String(BESIDE.length)} rows.`);
  expect(BESIDE).toHaveLength(11);
});

/** A query whose reads are answered by hand. */
function heldQuery() {
  const answers: ((text: string) => void)[] = [];
  const options = queryOptions({
    queryKey: ['held'],
    queryFn: async ({ signal }) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        answers.push(resolve);
      }),
  });
  return { answers, options };
}

const outer = (options: ReturnType<typeof heldQuery>['options']) =>
  queryOptions({
    queryKey: ['outer'],
    queryFn: async ({ client }) => `of ${await readOther(client, options)}`,
  });

const later = async (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test('a query goes on when the one it needs is called off, and reads it once more', async () => {
  const client = new QueryClient();
  const { answers, options } = heldQuery();
  const read = client.query(outer(options));
  await later();
  await client.cancelQueries({ queryKey: ['held'] });
  await later();
  answers[1]?.('the second');
  expect(await read).toBe('of the second');
  expect(client.getQueryState(['outer'])).toMatchObject({ status: 'success', fetchStatus: 'idle' });
});

test('a query ends with an error when the one it needs is called off twice', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { options } = heldQuery();
  const read = client.query(outer(options)).catch((error: unknown) => error);
  await later();
  await client.cancelQueries({ queryKey: ['held'] });
  await later();
  await client.cancelQueries({ queryKey: ['held'] });
  expect(await read).toEqual(new Error('This was called off.'));
  expect(await read).not.toBeInstanceOf(CancelledError);
  expect(client.getQueryState(['outer'])).toMatchObject({ status: 'error', fetchStatus: 'idle' });
});

test('what is called off at the end of a visit is not read once more', async () => {
  const client = new QueryClient();
  const { answers, options } = heldQuery();
  const read = client.query(outer(options)).catch((error: unknown) => error);
  await later();
  void client.cancelQueries();
  client.clear();
  expect(await read).toBeInstanceOf(CancelledError);
  await later();
  expect(answers).toHaveLength(1);
});

test('what a read throws is thrown', async () => {
  const client = new QueryClient();
  const options = queryOptions({
    queryKey: ['broken'],
    queryFn: () => Promise.reject<string>(new Error('403')),
  });
  await expect(readOther(client, options)).rejects.toThrow('403');
});
