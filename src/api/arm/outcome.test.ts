import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { startWrite } from '#src/api/arm/operation.ts';
import { lookAfterRefusal, pauseAfterLook, writeOnce } from '#src/api/arm/outcome.ts';
import { answer, broken, inTurn, testArm } from '#src/api/arm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';

beforeEach(() => {
  vi.useFakeTimers();
  installClock(machineClock);
});
afterEach(() => {
  vi.useRealTimers();
  installClock(machineClock);
});

const CONFLICT = [0, 15_000, 45_000, 120_000];
const OTHER = [0, 15_000];

/** Longer than all looks take, also while the clock stands still. */
const ALL_LOOKS_MS = 600_000;

/** Looks by hand: when each was made in real milliseconds, the one that finds it, and what came of them. */
function looks(isConflict: boolean, foundAt = Infinity) {
  const at: number[] = [];
  const begunAt = machineClock.now();
  const look = async (): Promise<boolean> => {
    at.push(machineClock.now() - begunAt);
    return at.length >= foundAt;
  };
  return { at, end: lookAfterRefusal(isConflict, look, (isThere) => isThere) };
}

describe('what was refused is looked for', () => {
  test.each([
    ['after the code of a conflict', true, CONFLICT],
    ['after another code', false, OTHER],
  ])('%s', async (_, isConflict, times) => {
    const { at, end } = looks(isConflict);
    await vi.advanceTimersByTimeAsync(ALL_LOOKS_MS);
    expect(at).toEqual(times);
    expect(await end).toBe(false);
  });

  test('until it is there, and no longer', async () => {
    for (const [foundAt, times] of [1, 2, 3, 4].map((n) => [n, CONFLICT.slice(0, n)] as const)) {
      const { at, end } = looks(true, foundAt);
      await vi.advanceTimersByTimeAsync(ALL_LOOKS_MS);
      expect(at).toEqual(times);
      expect(await end).toBe(true);
    }
  });

  test('with the clock at its fastest: never less than 250 ms of real time apart', async () => {
    installClock(fakeClock(0, 3600));
    const { at } = looks(true);
    await vi.advanceTimersByTimeAsync(ALL_LOOKS_MS);
    expect(at).toEqual([0, 250, 500, 750]);
  });

  test('at the speed of a demo', async () => {
    installClock(fakeClock(0, 10));
    const { at } = looks(true);
    await vi.advanceTimersByTimeAsync(ALL_LOOKS_MS);
    expect(at).toEqual([0, 1500, 4500, 12_000]);
  });

  test('with the clock paused: after its real time', async () => {
    const clock = fakeClock(0, 3600);
    clock.pause(true);
    installClock(clock);
    const { at } = looks(true);
    await vi.advanceTimersByTimeAsync(ALL_LOOKS_MS);
    expect(at).toEqual(CONFLICT);
  });

  test('where the clock is moved: at once, but 250 ms after the look before', async () => {
    const clock = fakeClock();
    installClock(clock);
    const { at } = looks(true);
    await vi.advanceTimersByTimeAsync(0);
    clock.jump(3_600_000);
    await vi.advanceTimersByTimeAsync(249);
    expect(at).toEqual([0]);
    await vi.advanceTimersByTimeAsync(1);
    expect(at).toEqual([0, 250]);
  });

  test('and it is known after how many looks it is over', () => {
    const pauses = (isConflict: boolean) =>
      [1, 2, 3, 4, 5].map((made) => pauseAfterLook(isConflict, made));
    expect(pauses(true)).toEqual([15_000, 30_000, 75_000, null, null]);
    expect(pauses(false)).toEqual([15_000, null, null, null, null]);
    expect(pauseAfterLook(true, 0)).toBe(0);
  });
});

/** Sends a write once; the resource is read by `find`, by the number of the look. */
async function writing(response: () => Response, find: (look: number) => unknown) {
  const { arm, sent } = testArm(inTurn(response));
  let made = 0;
  const ending = writeOnce(
    () => startWrite(arm, { method: 'PUT', url: '/x', body: {} }),
    async () => {
      made += 1;
      return find(made);
    },
  ).catch((caught: unknown) => ({ thrown: armFacts(caught) }));
  await vi.advanceTimersByTimeAsync(ALL_LOOKS_MS);
  const end = await ending;
  expect(sent).toHaveLength(1);
  return { end, looks: made };
}

/** How a read of Azure fails. */
const failing = (status: number, body: unknown) => async () => {
  const { arm } = testArm(inTurn(() => answer(status, body)));
  await startWrite(arm, { method: 'GET', url: '/x' });
  return {};
};

const own = (status: number, code = 'Conflict') =>
  answer(status, { error: { code, message: 'No.' } });
const page = (status: number) => answer(status, '<html><body>No.</body></html>');

describe('a write whose answer doesn’t say what came of it', () => {
  const OPEN: readonly (readonly [string, () => Response])[] = [
    ['none', broken],
    ['a server’s error', () => own(500, 'InternalError')],
    ['a server’s error without words', () => answer(500)],
    ['a request that took too long', () => own(408, 'RequestTimeout')],
    ...[401, 404, 409, 413, 429, 502].map(
      (status) => [`a page with ${String(status)}`, () => page(status)] as const,
    ),
  ];
  const made = { name: 'x' };

  test.each(OPEN)('%s: the resource is read once, and nothing is thrown', async (_, response) => {
    expect(await writing(response, () => made)).toEqual({
      end: { kind: 'lost', seen: 'asWanted', found: made },
      looks: 1,
    });
    const gone = failing(404, { error: { code: 'ResourceNotFound', message: 'Gone.' } });
    for (const [find, seen] of [
      [() => null, 'otherwise'],
      [gone, 'otherwise'],
      [failing(403, { error: { code: 'AuthorizationFailed', message: 'No.' } }), 'unknown'],
      [failing(404, '<html>'), 'unknown'],
      [failing(401, { error: { code: 'ExpiredAuthenticationToken', message: 'No.' } }), 'unknown'],
    ] as const) {
      const { end, looks: count } = await writing(response, find);
      expect([end, count]).toMatchObject([{ kind: 'lost', seen }, 1]);
      expect('error' in end && armFacts(end.error)).toBeTruthy();
    }
  });
});

describe('a write that Azure refuses', () => {
  const CODES: readonly (readonly [number, string, number])[] = [
    [400, 'InvalidParameter', 2],
    [403, 'AuthorizationFailed', 2],
    [404, 'ResourceGroupNotFound', 2],
    [409, 'Conflict', 4],
    [409, 'QuotaExceeded', 2],
    [412, 'PreconditionFailed', 4],
    [429, 'TooManyRequests', 2],
  ];

  test.each(CODES)('by %i %s is thrown after its last look', async (status, code, last) => {
    const { end, looks: count } = await writing(
      () => own(status, code),
      () => null,
    );
    expect(end).toMatchObject({ thrown: { kind: 'refused', status, code } });
    expect(count).toBe(last);
  });

  test.each(CODES)('by %i %s is found by any of its looks', async (status, code, last) => {
    for (let at = 1; at <= last; at += 1) {
      const { end, looks: count } = await writing(
        () => own(status, code),
        (look) => (look === at ? { at } : null),
      );
      expect(end).toEqual({ kind: 'lost', seen: 'asWanted', found: { at } });
      expect(count).toBe(at);
    }
  });

  test.each(CODES)(
    'by %i %s and can’t be read is of unknown outcome',
    async (status, code, last) => {
      const { end, looks: count } = await writing(
        () => own(status, code),
        failing(401, { error: { code: 'ExpiredAuthenticationToken', message: 'No.' } }),
      );
      expect(end).toMatchObject({
        kind: 'lost',
        seen: 'unknown',
        error: { facts: { status, code } },
      });
      expect(count).toBe(last);
    },
  );

  test('is found although a look before couldn’t read it', async () => {
    const unread = failing(403, { error: { code: 'AuthorizationFailed', message: 'No.' } });
    const { end } = await writing(
      () => own(409),
      (look) => (look < 3 ? unread() : { name: 'x' }),
    );
    expect(end).toMatchObject({ seen: 'asWanted' });
  });
});

test('what never left is looked for nowhere', async () => {
  const { arm } = testArm(() => answer(200), { getToken: () => Promise.resolve(null) });
  const look = vi.fn<() => Promise<null>>(async () => null);
  const end = writeOnce(() => startWrite(arm, { method: 'PUT', url: '/x', body: {} }), look);
  await expect(end).rejects.toMatchObject({ facts: { kind: 'notSent' } });
  await expect(writeOnce(() => Promise.reject(new Error('bug')), look)).rejects.toThrow('bug');
  expect(look).not.toHaveBeenCalled();
});
