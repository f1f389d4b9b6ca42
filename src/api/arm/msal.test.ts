import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { watchEnd } from '#src/api/arm/msal.ts';
import type { SignInStatus } from '#src/api/arm/sign-in-state.ts';
import { testMemory, tokenNamed } from '#src/api/arm/testing-entra.ts';
import { instant } from '#src/lib/time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DAY_MS = 24 * 60 * 60_000;
const HALF_HOUR_MS = 30 * 60_000;

function watched(onFrame: () => Promise<void>) {
  const memory = testMemory();
  const endsAt = instant(Date.now() + DAY_MS);
  memory.noteEnd(endsAt);
  const statuses: SignInStatus[] = [];
  let frames = 0;
  const done = watchEnd({
    memory,
    byFrame: async () => {
      frames += 1;
      await onFrame();
      return tokenNamed('frame');
    },
    onStatus: (status) => statuses.push(status),
  });
  return { memory, endsAt, statuses, done, frames: () => frames };
}

describe('the end of a sign-in', () => {
  test('shows half an hour ahead where the hidden frame does not work', async () => {
    const it = watched(() => Promise.reject(new Error('login_required')));
    await vi.advanceTimersByTimeAsync(DAY_MS - HALF_HOUR_MS - 1);
    expect([it.frames(), it.statuses]).toEqual([0, []]);
    await vi.advanceTimersByTimeAsync(1);
    await it.done;
    expect([it.frames(), it.statuses]).toEqual([1, [{ kind: 'endsSoon', endsAt: it.endsAt }]]);
  });

  test('is put off by a day where it works', async () => {
    const it = watched(async () => {
      if (it.frames() > 2) throw new Error('login_required');
      it.memory.noteEnd(instant(Date.now() + DAY_MS));
    });
    await vi.advanceTimersByTimeAsync(2 * (DAY_MS - HALF_HOUR_MS));
    expect([it.frames(), it.statuses]).toEqual([2, []]);
    await vi.advanceTimersByTimeAsync(DAY_MS);
    await it.done;
    expect(it.statuses).toHaveLength(1);
  });

  test('shows where the frame brings no later one', async () => {
    const it = watched(async () => undefined);
    await vi.advanceTimersByTimeAsync(DAY_MS);
    await it.done;
    expect(it.statuses).toHaveLength(1);
  });

  test('that Entra has not named is not followed', async () => {
    const onStatus = vi.fn<(status: SignInStatus) => void>();
    await watchEnd({ memory: testMemory(), byFrame: async () => tokenNamed('frame'), onStatus });
    expect(onStatus).not.toHaveBeenCalled();
  });
});
