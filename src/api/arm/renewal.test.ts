import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { newRenewal } from '#src/api/arm/sign-in.ts';
import { entraError, testSilent, tokenNamed } from '#src/api/arm/testing-entra.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
