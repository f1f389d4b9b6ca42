import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UnreachableEntraError } from '#src/api/arm/error.ts';
import { SCOPE, STORAGE_SCOPE } from '#src/api/arm/pipeline.ts';
import type { SignInStatus } from '#src/api/arm/sign-in-state.ts';
import {
  type CameBack,
  type LiveTokens,
  newRenewal,
  signInByChoice,
  signInMemory,
  type SignInStart,
  signOutOf,
  startSignIn,
} from '#src/api/arm/sign-in.ts';
import {
  ADA,
  entraError,
  testLibrary,
  testMemory,
  testSilent,
  tokenNamed,
} from '#src/api/arm/testing-entra.ts';
import { instant } from '#src/lib/time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Tab = NonNullable<Parameters<typeof testLibrary>[1] & Parameters<typeof testSilent>[0]>;

/** A tab that has opened a page; more pages of it have the same memory. */
function tabOf(memory = testMemory()) {
  const statuses: SignInStatus[] = [];
  const page = async (tab: Tab = {}) => {
    const { library, left } = testLibrary(testSilent(tab).silent, tab);
    const world = { library, memory, onStatus: (status: SignInStatus) => statuses.push(status) };
    return { world, left, started: await startSignIn(world) };
  };
  return { memory, statuses, page };
}

const outcomeOf = (started: SignInStart): string =>
  started.kind === 'trouble' ? started.trouble.kind : started.kind;

function tokensOf(started: SignInStart): LiveTokens {
  if (started.kind !== 'signedIn') throw new Error(`not signed in: ${outcomeOf(started)}`);
  return started.tokens;
}

const signedIn: CameBack = { issuedAt: null };
const noOne: Tab = { account: null };
/** A day later in a browser that gives frames no cookies. */
const aDayLater: Tab = { refresh: 'invalid_grant', frame: 'timed_out' };

describe('a page', () => {
  test('without an account leaves for the sign-in', async () => {
    const { left } = await tabOf().page(noOne);
    expect(left).toEqual([{}]);
  });

  test('with an account and a token stays', async () => {
    const { started, left } = await tabOf().page();
    expect(started).toMatchObject({ kind: 'signedIn', account: ADA });
    expect(left).toEqual([]);
  });

  test('with an account of a day ago leaves for the sign-in, at every load', async () => {
    const tab = tabOf();
    expect((await tab.page(aDayLater)).left).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect((await tab.page(aDayLater)).left).toHaveLength(1);
  });

  test('leaves with the claims that Entra wants to see', async () => {
    const error = entraError('interaction_required', { claims: '{"a":1}' });
    const { library, left } = testLibrary({
      ...testSilent().silent,
      byRefreshToken: () => Promise.reject(error),
    });
    await startSignIn({ library, memory: testMemory(), onStatus: () => undefined });
    expect(left).toEqual([{ claims: '{"a":1}' }]);
  });

  test.each([
    ['network_error', 'unreachable'],
    ['unauthorized_client', 'other'],
  ])('whose renewal ends with %s says so and stays', async (refresh, kind) => {
    const { started, left } = await tabOf().page({ refresh });
    expect(outcomeOf(started)).toBe(kind);
    expect(left).toEqual([]);
  });
});

describe('a tab that comes back', () => {
  test('with Entra’s refusal shows it, and does not leave again', async () => {
    const tab = tabOf();
    await tab.page(noOne);
    const errorMessage = 'AADSTS65004: User declined to consent.';
    const refused = async () => Promise.reject(entraError('access_denied', { errorMessage }));
    const { started, left } = await tab.page({ ...noOne, comeBack: refused });
    expect(outcomeOf(started)).toBe('consent');
    expect(left).toEqual([]);
  });

  test('with nothing shows that, and leaves again at the next load', async () => {
    const tab = tabOf();
    await tab.page(noOne);
    const { started, left } = await tab.page(noOne);
    expect(outcomeOf(started)).toBe('notFinished');
    expect(left).toEqual([]);
    expect((await tab.page(noOne)).left).toHaveLength(1);
  });

  test('a day later with nothing leaves: its person starts anew', async () => {
    const tab = tabOf();
    await tab.page(noOne);
    await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
    expect((await tab.page(noOne)).left).toHaveLength(1);
  });

  test('with an account and no token does not leave again', async () => {
    const tab = tabOf();
    await tab.page(noOne);
    const { started, left } = await tab.page({ ...aDayLater, comeBack: async () => signedIn });
    expect(outcomeOf(started)).toBe('noToken');
    expect(left).toEqual([]);
  });

  test.each([-60, 60])('with no token says so when its clock is off by %i minutes', async (off) => {
    const issuedAt = Date.now() + off * 60_000;
    const { started } = await tabOf().page({ ...aDayLater, comeBack: async () => ({ issuedAt }) });
    expect(outcomeOf(started)).toBe('clock');
  });

  test('with a token is signed in whatever its clock says', async () => {
    const issuedAt = Date.now() + 60 * 60_000;
    const { started } = await tabOf().page({ comeBack: async () => ({ issuedAt }) });
    expect(started.kind).toBe('signedIn');
  });
});

describe('a person who signs out', () => {
  test('is not signed in again by itself, and may choose the account', async () => {
    const tab = tabOf();
    await signOutOf((await tab.page()).world);
    for (const load of ['first', 'second']) {
      const { started, left } = await tab.page(noOne);
      expect([load, started.kind, left]).toEqual([load, 'signedOut', []]);
    }
    const { world, left } = await tab.page(noOne);
    await signInByChoice(world);
    expect(left).toEqual([{ isChoice: true }]);
    const back = await tab.page({ comeBack: async () => signedIn });
    expect(back.started.kind).toBe('signedIn');
    expect(tab.memory.isSignedOut()).toBe(false);
  });
});

describe('tokens', () => {
  test('that need the person say so to the page, and the sign-in brings the claims', async () => {
    const tab = tabOf();
    const { silent } = testSilent();
    let isEnded = false;
    const { library, left } = testLibrary({
      ...silent,
      byRefreshToken: async (request) => {
        if (isEnded) throw entraError('interaction_required');
        return silent.byRefreshToken(request);
      },
    });
    const onStatus = (status: SignInStatus) => tab.statuses.push(status);
    const tokens = tokensOf(await startSignIn({ library, memory: tab.memory, onStatus }));
    isEnded = true;
    await expect(tokens.getToken(SCOPE, { claims: '{"b":2}' })).rejects.toThrow(
      'interaction_required',
    );
    expect(tab.statuses).toEqual([{ kind: 'ended' }]);
    await tokens.signInAgain();
    expect(left).toEqual([{ claims: '{"b":2}' }]);
  });

  test('that Entra does not give in time are no reason to sign in', async () => {
    const tab = tabOf();
    let isHanging = false;
    const { silent } = testSilent();
    const { library } = testLibrary({
      ...silent,
      byRefreshToken: async (request) =>
        isHanging ? new Promise(() => undefined) : silent.byRefreshToken(request),
    });
    const onStatus = (status: SignInStatus) => tab.statuses.push(status);
    const tokens = tokensOf(await startSignIn({ library, memory: tab.memory, onStatus }));
    isHanging = true;
    const hung = tokens.getToken(SCOPE).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await hung).toBeInstanceOf(UnreachableEntraError);
    expect(tab.statuses).toEqual([]);
  });

  test('for Storage that Entra refuses say nothing about the sign-in', async () => {
    const tab = tabOf();
    const { silent } = testSilent();
    const scopes: unknown[] = [];
    const { library, left } = testLibrary({
      ...silent,
      byRefreshToken: async (request) => {
        scopes.push(request.scope);
        if (request.scope === STORAGE_SCOPE) throw entraError('interaction_required');
        return silent.byRefreshToken(request);
      },
    });
    const onStatus = (status: SignInStatus) => tab.statuses.push(status);
    const tokens = tokensOf(await startSignIn({ library, memory: tab.memory, onStatus }));
    await expect(tokens.getToken(STORAGE_SCOPE)).rejects.toThrow('interaction_required');
    expect(await tokens.getToken(SCOPE)).toMatchObject({ token: 'refresh' });
    expect(scopes).toEqual([undefined, STORAGE_SCOPE, undefined]);
    expect([tab.statuses, left]).toEqual([[], []]);
  });

  test.each([
    ['user_cancelled', []],
    ['interaction_in_progress', []],
    ['timed_out', [{ kind: 'notReached' }]],
  ])('whose sign-in page ends with %s: the page says %j', async (code, expected) => {
    const tab = tabOf();
    const { library } = testLibrary(testSilent().silent);
    const stuck = { ...library, leave: () => Promise.reject(entraError(code)) };
    const onStatus = (status: SignInStatus) => tab.statuses.push(status);
    const tokens = tokensOf(await startSignIn({ library: stuck, memory: tab.memory, onStatus }));
    await tokens.signInAgain();
    expect(tab.statuses).toEqual(expected);
    expect(tab.memory.leftAt()).toBeNull();
  });
});

describe('a renewal', () => {
  test('is the refresh token’s while that is good', async () => {
    const { silent, tried } = testSilent();
    expect(await newRenewal(silent)({})).toEqual({ kind: 'token', token: tokenNamed('refresh') });
    expect(tried).toEqual(['refresh']);
  });

  test('is the hidden frame’s once the refresh token has ended', async () => {
    const { silent, tried } = testSilent({ refresh: 'invalid_grant' });
    expect(await newRenewal(silent)({})).toEqual({ kind: 'token', token: tokenNamed('frame') });
    expect(tried).toEqual(['refresh', 'frame']);
  });

  test.each([
    ['invalid_grant', 'login_required', 'redirect', ['refresh', 'frame']],
    ['no_tokens_found', 'timed_out', 'redirect', ['refresh', 'frame']],
    ['invalid_grant', 'network_error', 'later', ['refresh', 'frame']],
    ['interaction_required', 'none', 'redirect', ['refresh']],
    ['network_error', 'none', 'later', ['refresh']],
    ['unauthorized_client', 'none', 'stop', ['refresh']],
  ])('after %s and %s is left to: %s', async (refresh, frame, kind, expected) => {
    const { silent, tried } = testSilent({ refresh, frame });
    expect((await newRenewal(silent)({})).kind).toBe(kind);
    expect(tried).toEqual(expected);
  });

  test('is given up after 30 seconds, and the next one asks anew', async () => {
    let isHanging = true;
    const renewal = newRenewal({
      ...testSilent().silent,
      byRefreshToken: async () =>
        isHanging ? new Promise(() => undefined) : tokenNamed('refresh'),
    });
    const hung = renewal({});
    let outcome = '';
    void hung.then(({ kind }) => (outcome = kind));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(outcome).toBe('');
    await vi.advanceTimersByTimeAsync(1);
    expect((await hung).kind).toBe('later');
    isHanging = false;
    expect((await renewal({})).kind).toBe('token');
  });

  test('that needs the person rests for a minute: Entra blocks who asks on and on', async () => {
    const { silent, tried } = testSilent({ refresh: 'interaction_required' });
    const renewal = newRenewal(silent);
    await renewal({});
    await vi.advanceTimersByTimeAsync(59_999);
    expect((await renewal({})).kind).toBe('redirect');
    expect(tried).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await renewal({});
    expect(tried).toHaveLength(2);
  });

  test('with claims that need the person leaves those without them alone', async () => {
    const renewal = newRenewal({
      ...testSilent().silent,
      byRefreshToken: async ({ claims }) => {
        if (claims !== undefined) throw entraError('interaction_required');
        return tokenNamed('refresh');
      },
    });
    expect((await renewal({ claims: '{}' })).kind).toBe('redirect');
    expect((await renewal({})).kind).toBe('token');
  });
});

test('a tab remembers when it left, and forgets it', () => {
  const memory = testMemory();
  expect([memory.isUsable(), memory.leftAt()]).toEqual([true, null]);
  memory.noteLeaving(instant(5));
  expect(memory.leftAt()).toBe(5);
  memory.noteLeaving(null);
  expect(memory.leftAt()).toBeNull();
});

test('a browser that blocks all storage remembers nothing, and says so', () => {
  const memory = signInMemory(() => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  memory.noteLeaving(instant(5));
  memory.noteSignedOut(true);
  expect([memory.isUsable(), memory.leftAt(), memory.isSignedOut()]).toEqual([false, null, false]);
});
