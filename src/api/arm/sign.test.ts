import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts, UnreachableEntraError } from '#src/api/arm/error.ts';
import { send } from '#src/api/arm/send.ts';
import { answer, inTurn, testArm } from '#src/api/arm/testing.ts';
import {
  awaitedTokens,
  STORAGE_SCOPE,
  type TokenRequest,
  type TokenSource,
} from '#src/api/arm/pipeline.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const read = { method: 'GET', url: '/x?api-version=1' } as const;
const start = { method: 'POST', url: '/x/restore?api-version=1', body: {}, starts: true } as const;

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
