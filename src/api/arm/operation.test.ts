import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { armFacts, isNotFound, refusedAnswer, retryAfterMs } from '#src/api/arm/error.ts';
import {
  acceptedOperation,
  type AcceptedOperation,
  nextState,
  pollOperation,
  startWrite,
  storedOperation,
} from '#src/api/arm/operation.ts';
import { writeOnce } from '#src/api/arm/outcome.ts';
import { answer, armAnswer, broken, inTurn, testArm } from '#src/api/arm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';

const host = 'https://management.azure.com';
const statusUrl = `${host}/x/operationsStatus/1?api-version=2024-04-01&t=1&c=MII&s=a%2Bb%3D&h=q`;
const doubled = `${host}/subscriptions//subscriptions/x/operationResults/1?api-version=2019-05-13`;

const onStatus: AcceptedOperation = {
  pollUrl: statusUrl,
  pollKind: 'status',
  retryAfterMs: 60_000,
};
const onLocation: AcceptedOperation = {
  pollUrl: doubled,
  pollKind: 'location',
  retryAfterMs: 60_000,
};

describe('an accepted request is followed', () => {
  test.each([
    [
      'on Azure-AsyncOperation before Location',
      { 'Azure-AsyncOperation': statusUrl, Location: doubled, 'Retry-After': '60' },
      onStatus,
    ],
    [
      'on Location alone, its doubled prefix kept',
      { Location: doubled, 'Retry-After': '60' },
      onLocation,
    ],
    [
      'after half a minute when Azure names no pause',
      { 'Azure-AsyncOperation': statusUrl },
      { ...onStatus, retryAfterMs: 30_000 },
    ],
    ['nowhere when neither header can be read', { 'Retry-After': '60' }, null],
  ])('%s', (_, headers, expected) => {
    expect(acceptedOperation(armAnswer(202, '', headers))).toEqual(expected);
  });
});

describe('an operation that was stored', () => {
  const read = (pollUrl: string) =>
    storedOperation.safeParse({ pollUrl, pollKind: 'status', retryAfterMs: 1000 }).success;

  test.each([
    'https://management.azure.com/subscriptions/s/x?api-version=1&t=2#a',
    'https://centraluseuap.management.azure.com//subscriptions//x',
    '/subscriptions/s/backupOperations/1?api-version=1',
  ])('is followed at %s', (pollUrl) => {
    expect(read(pollUrl)).toBe(true);
  });

  test.each([
    'https://evil.example/x',
    'http://management.azure.com/x',
    'https://management.azure.com.evil.example/x',
    '.evil.example/x',
    '@evil.example/x',
    '/subscriptions/../x',
    '',
  ])('is none at "%s", wherever it came from', (pollUrl) => {
    expect(read(pollUrl)).toBe(false);
  });
});

describe('where an operation stands', () => {
  const jobId = '3021262a-fb3a-4538-9b37-e3e97a386093';
  const job = { objectType: 'OperationStatusJobExtendedInfo', jobId };
  const running = (next: AcceptedOperation) => ({ status: 'running', next });

  test.each([
    ['202 without a body', armAnswer(202)],
    ['202 whatever its body says', armAnswer(202, { status: 'Succeeded' })],
    ['InProgress', armAnswer(200, { status: 'InProgress' })],
    [
      'InProgress with an end in the year 1',
      armAnswer(200, { status: 'InProgress', endTime: '0001-01-01T00:00:00' }),
    ],
    ['a status nobody knows', armAnswer(200, { status: 'Thinking' })],
    ['Invalid, which ARM does not call an end', armAnswer(200, { status: 'Invalid' })],
  ])('%s: it goes on, at the same address', (_, given) => {
    expect(nextState(onStatus, given)).toEqual(running(onStatus));
    expect(nextState(onLocation, given)).toEqual(running(onLocation));
  });

  test.each([
    ['Succeeded with its job', armAnswer(200, { status: 'Succeeded', properties: job }), jobId],
    ['succeeded in small letters', armAnswer(200, { status: 'succeeded', properties: job }), jobId],
    ['Succeeded without a job', armAnswer(200, { status: 'Succeeded', properties: null }), null],
    ['204', armAnswer(204), null],
    ['200 without a body', armAnswer(200), null],
    [
      '200 with the protected item, as the specification has it',
      armAnswer(200, { id: '/x', name: 'VM;a', properties: { protectedItemType: 'x' } }),
      null,
    ],
  ])('%s: it ended well', (_, given, expected) => {
    expect(nextState(onLocation, given)).toEqual({ status: 'succeeded', jobId: expected });
  });

  test.each(['Failed', 'failed', 'Canceled', 'Cancelled', 'CANCELLED'])(
    '%s: it failed',
    (status) => {
      const error = { code: 'UserErrorX', message: 'It does not fit.' };
      const id = { 'x-ms-request-id': 'request-of-the-poll' };
      expect(nextState(onStatus, armAnswer(200, { status, error }, id))).toEqual({
        status: 'failed',
        code: 'UserErrorX',
        message: 'It does not fit.',
        requestId: 'request-of-the-poll',
      });
      const bare = nextState(onStatus, armAnswer(200, { status }));
      expect(bare).toMatchObject({ status: 'failed', code: null });
      expect(bare).not.toMatchObject({ message: '' });
    },
  );

  test('each answer sets the next pause, and one that names none leaves it', () => {
    const paused = nextState(
      onStatus,
      armAnswer(200, { status: 'InProgress' }, { 'Retry-After': '5' }),
    );
    expect(paused).toEqual(running({ ...onStatus, retryAfterMs: 5000 }));
    expect(nextState(onStatus, armAnswer(202))).toEqual(running(onStatus));
  });

  test('a new address of the kind that is followed replaces the old one', () => {
    const elsewhere = `${host}/x/operationsStatus/2`;
    const both = { 'Azure-AsyncOperation': elsewhere, Location: `${host}/x/operationResults/2` };
    expect(nextState(onStatus, armAnswer(202, '', both))).toEqual(
      running({ ...onStatus, pollUrl: elsewhere }),
    );
    expect(nextState(onLocation, armAnswer(202, '', both))).toEqual(
      running({ ...onLocation, pollUrl: both.Location }),
    );
    expect(nextState(onStatus, armAnswer(202, '', { Location: both.Location }))).toEqual(
      running(onStatus),
    );
  });

  test.each([
    ['a status that is a number', { status: 1 }, '"status"'],
    ['a list', [], '""'],
  ])('%s cannot be read, and the answer is kept', (_, body, field) => {
    const error = thrownBy(() => nextState(onStatus, armAnswer(200, body)));
    expect(armFacts(error)).toMatchObject({ kind: 'unreadable', body: JSON.stringify(body) });
    expect(armFacts(error)?.message).toContain(field);
  });
});

describe('asking where it stands', () => {
  test.each([onStatus, onLocation])('uses $pollUrl exactly as it came', async (operation) => {
    const { arm, sent } = testArm(inTurn(() => answer(202)));
    await pollOperation(arm, operation);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${operation.pollUrl}`]);
  });

  test('says by 404 that the operation is no longer known', async () => {
    const { arm } = testArm(inTurn(() => answer(404, { error: { code: 'OperationNotFound' } })));
    const error: unknown = await pollOperation(arm, onStatus).catch((caught: unknown) => caught);
    expect(isNotFound(error)).toBe(true);
    expect(isNotFound(refusedAnswer(403, '', null))).toBe(false);
    expect(isNotFound(new Error('bug'))).toBe(false);
  });
});

function thrownBy(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

const followed = { 'Azure-AsyncOperation': 'https://management.azure.com/op', 'Retry-After': '5' };
const body = (provisioningState: string) => ({ id: '/x', properties: { provisioningState } });
const starting = async (response: () => Response) => {
  const { arm, sent } = testArm(inTurn(response));
  const started = await startWrite(arm, { method: 'PUT', url: '/x?api-version=1', body: {} });
  return { started, sent };
};

describe('a write', () => {
  test.each([201, 200, 202])('answered by %i with an address is followed there', async (status) => {
    const { started } = await starting(() => answer(status, body('Creating'), followed));
    expect(started).toEqual({
      kind: 'accepted',
      operation: {
        pollUrl: 'https://management.azure.com/op',
        pollKind: 'status',
        retryAfterMs: 5000,
      },
    });
  });

  test.each([
    [200, body('Succeeded'), { kind: 'done' }],
    [200, '', { kind: 'done' }],
    [204, '', { kind: 'done' }],
    [200, body('Updating'), { kind: 'accepted', operation: null }],
    [201, body('Creating'), { kind: 'accepted', operation: null }],
    [202, '', { kind: 'accepted', operation: null }],
  ])('answered by %i %j without an address', async (status, told, expected) => {
    expect((await starting(() => answer(status, told))).started).toEqual(expected);
  });

  test('says on which condition it is made', async () => {
    const { arm, sent } = testArm(inTurn(() => answer(200)));
    await startWrite(arm, { method: 'PUT', url: '/x', body: {}, ifMatch: '"1"' });
    await startWrite(arm, { method: 'PUT', url: '/x', body: {}, isOnlyNew: true });
    expect(sent.map(({ headers }) => [headers['if-match'], headers['if-none-match']])).toEqual([
      ['"1"', undefined],
      [undefined, '*'],
    ]);
  });

  test.each([500, 503, 429, 409])('refused by %i is not sent again', async (status) => {
    const { arm, sent } = testArm(inTurn(() => answer(status, {}, { 'Retry-After': '0' })));
    const error: unknown = await startWrite(arm, { method: 'PUT', url: '/x', body: {} }).catch(
      (caught: unknown) => caught,
    );
    expect(armFacts(error)?.status).toBe(status);
    expect(sent).toHaveLength(1);
  });
});

describe('a write whose answer is lost', () => {
  const losing = async (response: () => Response, look: () => Promise<boolean>) => {
    const { arm, sent } = testArm(inTurn(response));
    const end = await writeOnce(
      () => startWrite(arm, { method: 'PUT', url: '/x', body: {} }),
      look,
    ).catch((caught: unknown) => armFacts(caught)?.status);
    return { end, sent };
  };
  const failing = (status: number) => async () => {
    const { arm } = testArm(inTurn(() => answer(status)));
    await startWrite(arm, { method: 'GET', url: '/x' });
    return true;
  };

  test.each([
    ['is as wanted', async () => true, 'asWanted'],
    ['is otherwise', async () => false, 'otherwise'],
    ['is not there', failing(404), 'otherwise'],
    ['cannot be read', failing(403), 'unknown'],
  ])('is looked for, and the resource %s', async (_, look, seen) => {
    for (const response of [broken, () => answer(500)]) {
      const { end, sent } = await losing(response, look);
      expect(end).toEqual({ kind: 'lost', seen });
      expect(sent).toHaveLength(1);
    }
  });

  test('is not looked for where Azure refused it', async () => {
    const { end } = await losing(
      () => answer(409, {}),
      () => Promise.reject(new Error('nobody looks')),
    );
    expect(end).toBe(409);
  });
});

describe('how long to wait', () => {
  beforeEach(() => installClock(fakeClock(Date.parse('2025-06-05T02:44:00Z'))));
  afterEach(() => installClock(machineClock));

  test.each([
    ['seconds', { 'retry-after': '60' }, 60_000],
    ['no seconds at all', { 'retry-after': '0' }, 0],
    ['a date ahead', { 'retry-after': 'Thu, 05 Jun 2025 02:45:30 GMT' }, 90_000],
    ['a date gone by', { 'retry-after': 'Thu, 05 Jun 2025 02:40:00 GMT' }, 0],
    [
      'a date, by a clock an hour ahead of ours',
      { 'retry-after': 'Thu, 05 Jun 2025 03:45:30 GMT', date: 'Thu, 05 Jun 2025 03:44:00 GMT' },
      90_000,
    ],
    [
      'a date, by a clock an hour behind ours',
      { 'retry-after': 'Thu, 05 Jun 2025 01:45:30 GMT', date: 'Thu, 05 Jun 2025 01:44:00 GMT' },
      90_000,
    ],
    [
      'a date beside one that is none',
      { 'retry-after': 'Thu, 05 Jun 2025 02:45:30 GMT', date: 'today' },
      90_000,
    ],
    ['milliseconds', { 'retry-after-ms': '1500' }, 1500],
    ['milliseconds of Azure’s own', { 'x-ms-retry-after-ms': '250' }, 250],
    ['milliseconds before seconds', { 'retry-after-ms': '1500', 'retry-after': '60' }, 1500],
    [
      'seconds when the milliseconds are nonsense',
      { 'retry-after-ms': 'soon', 'retry-after': '2' },
      2000,
    ],
    ['nothing', {}, null],
    ['an empty text', { 'retry-after': '' }, null],
    ['nonsense', { 'retry-after': 'soon' }, null],
  ])('an answer that names %s', (_, headers, expected) => {
    expect(retryAfterMs(new Headers(headers))).toBe(expected);
  });
});
