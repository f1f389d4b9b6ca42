import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { type ArmRequest, send } from '#src/api/arm/send.ts';
import { answer, broken, inTurn, type TestArm, testArm } from '#src/api/arm/testing.ts';
import { installClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';

// A million times as fast: the pauses between repeats are over at once.
beforeEach(() => installClock(fakeClock(0, 1_000_000)));
afterEach(() => {
  vi.useRealTimers();
  installClock({
    now: () => instant(Date.now()),
    realDelayMs: (ms) => ms,
    onJump: () => () => undefined,
  });
});

const start: ArmRequest = {
  method: 'POST',
  url: '/x/restore?api-version=2024-04-01',
  body: {},
  clientRequestId: 'mine',
  starts: true,
};
const read: ArmRequest = { method: 'GET', url: '/x?api-version=2024-04-01' };

/** What came of a request: its status, or the kind of trouble. */
const outcome = async (it: TestArm, request: ArmRequest): Promise<unknown> =>
  send(it.arm, request).then(
    ({ status }) => status,
    (error: unknown) => armFacts(error)?.status ?? armFacts(error)?.kind,
  );

const answers: readonly [string, () => Response, unknown][] = [
  ['500', () => answer(500, { error: { code: 'InternalServerError' } }), 500],
  ['502 from a proxy', () => answer(502, '<html>'), 502],
  ['503 with Retry-After', () => answer(503, '', { 'Retry-After': '1' }), 503],
  ['503 without', () => answer(503), 503],
  ['504', () => answer(504), 504],
  ['408', () => answer(408), 408],
  ['429 with Retry-After', () => answer(429, '', { 'Retry-After': '1' }), 429],
  ['429 without', () => answer(429), 429],
  ['a broken connection', broken, 'lost'],
];

describe('what starts something is sent exactly once', () => {
  test.each([
    ...answers,
    ['202', () => answer(202), 202],
    ['403', () => answer(403), 403],
    ['307 to another place', () => answer(307, '', { Location: 'https://elsewhere.example' }), 307],
  ] satisfies typeof answers)('whatever the answer: %s', async (_, make, expected) => {
    const it = testArm(make);
    expect(await outcome(it, start)).toBe(expected);
    expect(it.sent).toHaveLength(1);
  });
});

describe('a read', () => {
  test.each(answers)('is sent again after %s, and succeeds in the end', async (_, make) => {
    const it = testArm(inTurn(make, make, make, () => answer(200)));
    expect(await outcome(it, read)).toBe(200);
    expect(it.sent).toHaveLength(4);
  });

  test.each(answers)('is given up after three repeats of %s', async (_, make, expected) => {
    const it = testArm(make);
    expect(await outcome(it, read)).toBe(expected);
    expect(it.sent).toHaveLength(4);
  });

  test.each([400, 401, 403, 404, 409, 412, 501])(
    'is not repeated after %i, which would say the same again',
    async (status) => {
      const it = testArm(() => answer(status));
      expect(await outcome(it, read)).toBe(status);
      expect(it.sent).toHaveLength(1);
    },
  );

  test('is repeated with the body it had', async () => {
    const it = testArm(inTurn(broken, () => answer(200)));
    await send(it.arm, { ...read, method: 'POST', body: { query: 'x' } });
    expect(it.sent.map(({ body }) => body)).toEqual(['{"query":"x"}', '{"query":"x"}']);
  });
});

describe('the pause before a repeat', () => {
  const stillWaiting = async (it: TestArm, ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return it.sent.length;
  };

  test('is what Azure asked for', async () => {
    installClock(fakeClock());
    vi.useFakeTimers();
    const it = testArm(
      inTurn(
        () => answer(429, '', { 'Retry-After': '20' }),
        () => answer(200),
      ),
    );
    const done = send(it.arm, read);
    expect(await stillWaiting(it, 19_999)).toBe(1);
    // A tenth of it at most is added, so that not all come back at once.
    expect(await stillWaiting(it, 2001)).toBe(2);
    expect((await done).status).toBe(200);
  });

  test('doubles from a second where Azure asked for none', async () => {
    installClock(fakeClock());
    vi.useFakeTimers();
    const it = testArm(inTurn(broken, broken, broken, () => answer(200)));
    const done = send(it.arm, read);
    const counts = [];
    // Each pause is lengthened by half of it at most: 1000 to 1500, 2000 to 3000, 4000 to 6000 ms.
    for (const ms of [999, 501, 1499, 1501, 2499, 3501]) counts.push(await stillWaiting(it, ms));
    expect(counts).toEqual([1, 2, 2, 3, 3, 4]);
    expect((await done).status).toBe(200);
  });

  test('is no storm of requests while the clock is paused', async () => {
    const clock = fakeClock();
    clock.pause(true);
    installClock(clock);
    vi.useFakeTimers();
    const it = testArm(
      inTurn(
        () => answer(429, '', { 'Retry-After': '1' }),
        () => answer(200),
      ),
    );
    const done = send(it.arm, read);
    expect(await stillWaiting(it, 59_000)).toBe(1);
    expect(await stillWaiting(it, 1000)).toBe(2);
    await done;
  });

  test('ends when the person leaves the page', async () => {
    installClock(fakeClock());
    vi.useFakeTimers();
    const leaving = new AbortController();
    const it = testArm(broken);
    const done = send(it.arm, { ...read, signal: leaving.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(500);
    leaving.abort();
    expect(armFacts(await done)).toBeNull();
    expect(await stillWaiting(it, 60_000)).toBe(1);
  });
});

describe('the client request id', () => {
  const ids = (it: TestArm) => it.sent.map(({ headers }) => headers['x-ms-client-request-id']);

  test('is the caller’s where one was given', async () => {
    const it = testArm(() => answer(202));
    await send(it.arm, start);
    expect(ids(it)).toEqual(['mine']);
  });

  test('is made where none was given, kept over the repeats of a call, and new for the next', async () => {
    const it = testArm(
      inTurn(
        broken,
        () => answer(500),
        () => answer(200),
      ),
    );
    await send(it.arm, read);
    await send(it.arm, read);
    const [first, second, third, other] = ids(it);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
  });
});

describe('the token', () => {
  const claims = btoa('{"access_token":{"nbf":{"essential":true}}}');
  const challenge = `Bearer authorization_uri="https://login.example", error="insufficient_claims", claims="${claims}"`;

  function tokens() {
    const tokenClaims: (string | undefined)[] = [];
    const source = {
      getToken: async (_: string | string[], options?: { readonly claims?: string }) => {
        tokenClaims.push(options?.claims);
        return {
          token: `token-${String(tokenClaims.length)}`,
          expiresOnTimestamp: Number.MAX_SAFE_INTEGER,
        };
      },
    };
    return { tokenClaims, source };
  }

  test('is requested once and used for many requests', async () => {
    const { tokenClaims, source } = tokens();
    const it = testArm(() => answer(200), source);
    await send(it.arm, read);
    await send(it.arm, read);
    expect(tokenClaims).toHaveLength(1);
    expect(it.sent.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-1',
    ]);
  });

  const refusing = () => answer(401, '', { 'WWW-Authenticate': challenge });

  test('is requested again, once, with the claims of a challenge to a read', async () => {
    const { tokenClaims, source } = tokens();
    const it = testArm(
      inTurn(refusing, () => answer(200)),
      source,
    );
    expect(await outcome(it, read)).toBe(200);
    expect(tokenClaims).toEqual([undefined, atob(claims)]);
    expect(it.sent.map(({ headers }) => headers['authorization'])).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  test('is never a reason to start something again; the next one has the claims', async () => {
    const { tokenClaims, source } = tokens();
    const it = testArm(
      inTurn(refusing, () => answer(202)),
      source,
    );
    expect(await outcome(it, start)).toBe(401);
    expect(it.sent).toHaveLength(1);
    expect(await outcome(it, start)).toBe(202);
    expect(tokenClaims).toEqual([undefined, atob(claims)]);
  });

  test('with unreadable claims is requested as before', async () => {
    const { tokenClaims, source } = tokens();
    const odd = () => answer(401, '', { 'WWW-Authenticate': 'Bearer claims="%"' });
    const it = testArm(
      inTurn(odd, () => answer(202)),
      source,
    );
    await outcome(it, start);
    expect(await outcome(it, start)).toBe(202);
    expect(tokenClaims).toEqual([undefined, undefined]);
  });

  test('is not requested again by any other 401', async () => {
    const { tokenClaims, source } = tokens();
    const it = testArm(
      () => answer(401, '', { 'WWW-Authenticate': 'Bearer error="invalid_token"' }),
      source,
    );
    expect(await outcome(it, read)).toBe(401);
    expect(tokenClaims).toHaveLength(1);
    expect(it.sent).toHaveLength(1);
  });
});
