import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts, UnreachableEntraError } from '#src/api/arm/error.ts';
import {
  awaitedTokens,
  STORAGE_SCOPE,
  type TokenRequest,
  type TokenSource,
} from '#src/api/arm/pipeline.ts';
import { type ArmRequest, send } from '#src/api/arm/send.ts';
import { answer, broken, inTurn, type TestArm, testArm } from '#src/api/arm/testing.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { fakeClock } from '#src/lib/testing.ts';

// A million times as fast: the pauses between repeats are over at once.
beforeEach(() => installClock(fakeClock(0, 1_000_000)));
afterEach(() => {
  vi.useRealTimers();
  installClock(machineClock);
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

describe('the signing of requests', () => {
  beforeEach(() => {
    installClock(machineClock);
    vi.useFakeTimers();
  });

  const MINUTE_MS = 60_000;

  /** A source whose tokens are numbered, and good for an hour unless another life is given. */
  function numbered(lifeMs = 60 * MINUTE_MS) {
    const requests: (TokenRequest | undefined)[] = [];
    const noted: string[] = [];
    const source: TokenSource = {
      getToken: async (_scopes, request) => {
        requests.push(request);
        return { token: String(requests.length), expiresOnTimestamp: Date.now() + lifeMs };
      },
      noteClaims: (claims) => noted.push(claims),
    };
    return { requests, noted, source };
  }

  /** A 401 whose header the page can't read, as where CORS does not expose it. */
  const unread = () => answer(401);
  const ok = () => answer(200);
  const used = ({ sent }: ReturnType<typeof testArm>): (string | undefined)[] =>
    sent.map(({ headers }) => headers['authorization']?.replace('Bearer ', ''));
  const statusOf = async (sending: Promise<unknown>): Promise<unknown> =>
    sending.then(
      () => 200,
      (error: unknown) => armFacts(error)?.status ?? armFacts(error)?.notSent,
    );

  describe('a read that is refused, and the page can’t read why', () => {
    test('is sent once more, with a token that was renewed', async () => {
      const { requests, source } = numbered();
      const it = testArm(inTurn(ok, unread, ok), source);
      await send(it.arm, read);
      await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
      expect(await statusOf(send(it.arm, read))).toBe(200);
      expect(used(it)).toEqual(['1', '1', '2']);
      expect(requests).toEqual([{}, { isRefused: true }]);
    });

    test('is refused for good when the new token is refused, too', async () => {
      const { requests, source } = numbered();
      const it = testArm(inTurn(ok, unread), source);
      await send(it.arm, read);
      await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
      expect(await statusOf(send(it.arm, read))).toBe(401);
      expect(await statusOf(send(it.arm, read))).toBe(401);
      // The second read finds a token that is seconds old: another one would be like it.
      expect(used(it)).toEqual(['1', '1', '2', '2']);
      expect(requests).toHaveLength(2);
    });

    test('is not sent again with the same token', async () => {
      const getToken = vi.fn<TokenSource['getToken']>(async () => ({
        token: 'same',
        expiresOnTimestamp: Number.MAX_SAFE_INTEGER,
      }));
      const it = testArm(inTurn(ok, unread), { getToken });
      await send(it.arm, read);
      await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
      expect(await statusOf(send(it.arm, read))).toBe(401);
      expect(it.sent).toHaveLength(2);
    });

    test('shares the renewal with others like it', async () => {
      const { requests, source } = numbered();
      const began = Date.now();
      const refusesFirst = testArm(
        (_request, { headers }) =>
          headers['authorization'] === 'Bearer 1' && Date.now() > began ? unread() : ok(),
        source,
      );
      await send(refusesFirst.arm, read);
      await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
      await Promise.all([1, 2, 3].map(async () => send(refusesFirst.arm, read)));
      expect(requests).toHaveLength(2);
    });
  });

  describe('a token for reads', () => {
    test('is replaced two minutes before it ends', async () => {
      const { source } = numbered();
      const it = testArm(ok, source);
      await send(it.arm, read);
      await vi.advanceTimersByTimeAsync(57 * MINUTE_MS);
      await send(it.arm, read);
      await vi.advanceTimersByTimeAsync(MINUTE_MS);
      await send(it.arm, read);
      expect(used(it)).toEqual(['1', '1', '2']);
    });

    test('that has ended when it comes, by a wrong clock, is used once and requests for no more', async () => {
      const { requests, source } = numbered(-60 * MINUTE_MS);
      const it = testArm(ok, source);
      expect(await statusOf(send(it.arm, read))).toBe(200);
      expect(requests).toHaveLength(1);
    });

    test('that Entra does not give says why', async () => {
      const unreachable = testArm(ok, {
        getToken: () => Promise.reject(new UnreachableEntraError('No answer.')),
      });
      for (const request of [read, start]) {
        expect(await statusOf(send(unreachable.arm, request))).toBe('entra');
      }
      expect(unreachable.sent).toEqual([]);
    });
  });

  describe('what starts something', () => {
    test('is not sent again after a refusal; the next press has a token that was renewed', async () => {
      const { requests, source } = numbered();
      const it = testArm(inTurn(unread, ok, ok), source);
      expect(await statusOf(send(it.arm, start))).toBe(401);
      expect(it.sent).toHaveLength(1);
      expect(await statusOf(send(it.arm, start))).toBe(200);
      expect(await statusOf(send(it.arm, start))).toBe(200);
      expect(requests).toEqual([undefined, { isRefused: true }, undefined]);
    });

    test('leaves the claims of a challenge for the next sign-in', async () => {
      const { noted, source } = numbered();
      const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
      const challenge = `Bearer error="insufficient_claims", claims="${btoa(claims)}"`;
      const it = testArm(() => answer(401, '', { 'WWW-Authenticate': challenge }), source);
      await statusOf(send(it.arm, start));
      expect(noted).toEqual([claims]);
    });

    test('leaves none where another service wants them: the sign-in is for Azure Resource Manager', async () => {
      const { noted, source } = numbered();
      const challenge = `Bearer error="insufficient_claims", claims="${btoa('{"b":2}')}"`;
      const it = testArm(() => answer(401, '', { 'WWW-Authenticate': challenge }), source);
      const endpoint = 'https://account.blob.core.windows.net';
      const storage = it.arm.to({ endpoint, isOurs: () => true, scope: STORAGE_SCOPE });
      expect(await statusOf(send(storage, start))).toBe(401);
      expect(noted).toEqual([]);
    });
  });

  test('until it is known what signs, requests of both pipelines wait, and nothing leaves', async () => {
    const { promise, resolve } = Promise.withResolvers<TokenSource>();
    const { noted, source } = numbered();
    const tokens = awaitedTokens(promise);
    const it = testArm(() => answer(200), tokens);
    tokens.noteClaims?.('{}');
    const both = Promise.all([send(it.arm, read), send(it.arm, start)]);
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(it.sent).toEqual([]);
    resolve(source);
    await both;
    expect(new Set(used(it))).toEqual(new Set(['1', '2']));
    expect(noted).toEqual(['{}']);
  });
});
