import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { send } from '#src/api/arm/send.ts';
import { answer, broken } from '#src/api/arm/testing.ts';
import { HOST, testServe } from '#src/api/commvault/testing.ts';
import type { TokenPair } from '#src/api/commvault/home.ts';
import { commServeTokens, type Renew, renewTokens } from '#src/api/commvault/session.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { whenFree } from '#src/lib/lock.ts';
import { fakeClock } from '#src/lib/testing.ts';

let clock = fakeClock();
let tests = 0;
/** Each test has a CommServe of its own: tabs hear of one another by its name. */
let host = '';

beforeEach(() => {
  clock = fakeClock(1_000_000);
  installClock(clock);
  tests += 1;
  host = `tokens-${String(tests)}.example`;
});
afterEach(() => installClock(machineClock));

const pair = (number: number): TokenPair => ({
  accessToken: `access-${String(number)}`,
  refreshToken: `refresh-${String(number)}`,
});
const refusedToken = { isRefused: true };

/** A CommServe that accepts one pair and replaces it by the next. */
function rotating(first = 1) {
  let now = first;
  const renew = vi.fn<Renew>((given) => {
    if (given.refreshToken !== pair(now).refreshToken) return Promise.resolve(null);
    now += 1;
    return Promise.resolve(pair(now));
  });
  return { renew, isGood: (token: string | null) => token === `Bearer ${pair(now).accessToken}` };
}

const tokenOf = async (tokens: ReturnType<typeof commServeTokens>, isRefused = false) =>
  (await tokens.getToken('', isRefused ? refusedToken : {}))?.token;

/** The client of a CommServe whose first token has ended. */
function ended() {
  const { renew, isGood } = rotating(2);
  renew.mockImplementationOnce(() => Promise.resolve(pair(2)));
  const tokens = commServeTokens({ host }, renew);
  tokens.enter(pair(1));
  const serve = testServe(
    (request) => answer(isGood(request.headers.get('authtoken')) ? 200 : 401, {}),
    tokens,
  );
  return { ...serve, renew, tokens };
}

const used = ({ sent }: Pick<ReturnType<typeof testServe>, 'sent'>) =>
  sent.map(({ headers }) => headers['authtoken']);

describe('a token that has ended', () => {
  test('is renewed once, and the read is repeated once', async () => {
    const it = ended();
    await send(it.arm, { method: 'GET', url: '/VM' });
    expect(used(it)).toEqual(['Bearer access-1', 'Bearer access-2']);
    expect(it.renew.mock.calls).toEqual([[pair(1)]]);
    await send(it.arm, { method: 'GET', url: '/VM' });
    expect(used(it).at(-1)).toBe('Bearer access-2');
  });

  test('is renewed once for many reads', async () => {
    const it = ended();
    await Promise.all([1, 2, 3].map(() => send(it.arm, { method: 'GET', url: '/VM' })));
    expect(it.renew).toHaveBeenCalledTimes(1);
    expect(used(it)).toHaveLength(6);
  });

  test('never repeats a restore: after the renewal the person presses again', async () => {
    const it = ended();
    const start = { method: 'POST', url: '/CreateTask', body: {}, starts: true } as const;
    const error: unknown = await send(it.arm, start).catch((one: unknown) => one);
    expect(armFacts(error)).toMatchObject({ kind: 'refused', status: 401 });
    expect(used(it)).toEqual(['Bearer access-1']);
    await send(it.arm, start);
    expect(used(it)).toEqual(['Bearer access-1', 'Bearer access-2']);
  });

  test('is not renewed without end where another one is refused, too', async () => {
    const { renew } = rotating();
    const tokens = commServeTokens({ host }, renew);
    tokens.enter(pair(1));
    const { arm, sent } = testServe(() => answer(401), tokens);
    const read = async () => send(arm, { method: 'GET', url: '/VM' }).catch(() => undefined);
    await read();
    // The other tabs have the new token now.
    await whenFree(`renew.${host}`);
    await read();
    expect([renew.mock.calls.length, sent.length]).toEqual([1, 3]);
    clock.pass(60_000);
    // The other tabs hear of the first one for half a second.
    await vi.waitFor(async () => {
      await read();
      expect(renew).toHaveBeenCalledTimes(2);
    });
  });

  test('is forgotten where the CommServe refuses to renew it', async () => {
    const tokens = commServeTokens({ host }, () => Promise.resolve(null));
    const heard = vi.fn<() => void>();
    tokens.enter(pair(1));
    tokens.listen(heard);
    expect(await tokenOf(tokens, true)).toBeUndefined();
    expect([tokens.isThere(), heard.mock.calls.length]).toEqual([false, 1]);
  });

  test('is kept where the outcome of the renewal is unknown', async () => {
    const tokens = commServeTokens({ host }, () => Promise.reject(new Error('lost')));
    tokens.enter(pair(1));
    expect(await tokenOf(tokens, true)).toBe('access-1');
  });

  test('is kept where it can’t be renewed', async () => {
    const { renew } = rotating();
    const tokens = commServeTokens({ host }, renew);
    tokens.enter({ accessToken: 'access-1', refreshToken: '' });
    expect(await tokenOf(tokens, true)).toBe('access-1');
    expect(renew).not.toHaveBeenCalled();
  });
});

describe('two tabs', () => {
  test('share what is entered in one, also with a tab that is opened later', async () => {
    const { renew } = rotating();
    const one = commServeTokens({ host }, renew);
    const two = commServeTokens({ host }, renew);
    one.enter(pair(1));
    expect(await tokenOf(two)).toBe('access-1');
    expect(await tokenOf(commServeTokens({ host }, renew))).toBe('access-1');
    expect(await tokenOf(commServeTokens({ host: 'other.example' }, renew))).toBeUndefined();
    clock.pass(1);
    one.enter(null);
    await vi.waitFor(() => expect(two.isThere()).toBe(false));
  });

  test('renew once between them, and both have the new pair', async () => {
    const { renew } = rotating();
    const [one, two] = [commServeTokens({ host }, renew), commServeTokens({ host }, renew)];
    one.enter(pair(1));
    await vi.waitFor(() => expect(two.isThere()).toBe(true));
    clock.pass(60_000);
    const both = await Promise.all([tokenOf(one, true), tokenOf(two, true)]);
    expect(both).toEqual(['access-2', 'access-2']);
    expect(renew).toHaveBeenCalledTimes(1);
  });

  test('keep the newer pair when an older one comes late', async () => {
    const { renew } = rotating();
    const one = commServeTokens({ host }, renew);
    one.enter(pair(1));
    const heard = vi.fn<() => void>();
    one.listen(heard);
    const other = new BroadcastChannel(
      `restore-center/live/azurecloud/tenant/account/commserve.${host}`,
    );
    const say = (at: number, number: number) => other.postMessage({ at, pair: pair(number) });
    say(clock.now() - 1, 7);
    other.postMessage({ at: 'soon', pair: 'none' });
    say(clock.now() + 1, 8);
    await vi.waitFor(async () => expect(await tokenOf(one)).toBe('access-8'));
    say(clock.now(), 9);
    say(clock.now() + 2, 10);
    await vi.waitFor(async () => expect(await tokenOf(one)).toBe('access-10'));
    expect(heard).toHaveBeenCalledTimes(2);
    other.close();
  });
});

describe('a renewal', () => {
  const sendTo = (answering: Parameters<typeof testServe>[0]) => {
    const serve = testServe(answering);
    return { ...serve, renewal: renewTokens(serve.arm, pair(1)) };
  };

  test('sends both and gets both', async () => {
    const { renewal, sent } = sendTo(() => answer(200, pair(2)));
    expect(await renewal).toEqual(pair(2));
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: `https://${HOST}/webconsole/api/V4/AccessToken/Renew`,
    });
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual(pair(1));
  });

  test('may give another name to the token, and keep the one that renews', async () => {
    const { renewal } = sendTo(() => answer(200, { token: 'access-2' }));
    expect(await renewal).toEqual({ accessToken: 'access-2', refreshToken: 'refresh-1' });
  });

  test.each([
    ['a code in a 200', () => answer(200, { errorCode: 5, errorMessage: 'Expired' })],
    ['401', () => answer(401, { errorCode: 401, errorMessage: 'Expired' })],
    ['no token', () => answer(200, {})],
  ])('is refused by %s', async (_what, answering) => {
    expect(await sendTo(answering).renewal).toBeNull();
  });

  test.each([
    ['between this page and Commvault answered 401', () => answer(401)],
    ['between this page and Commvault answered 401.', () => answer(401, '<html>')],
    ['between this page and Commvault answered 400', () => answer(400, '<html>')],
    ['between this page and Commvault answered 405', () => answer(405, '<html>')],
    ['between this page and Commvault answered 403', () => answer(403, '<html>')],
    ['between this page and Commvault answered 500', () => answer(500)],
    ['Commvault didn’t answer.', broken],
  ])('that “%s” says nothing of the tokens, and is not repeated', async (message, answering) => {
    const { renewal, sent } = sendTo(answering);
    await expect(renewal).rejects.toThrow(message);
    expect(sent).toHaveLength(1);
  });
});
