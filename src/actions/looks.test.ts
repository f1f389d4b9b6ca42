import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ActionStep, GuardedAction } from '#src/actions/action.ts';
import { actionStatusText, stateWord } from '#src/actions/ActionPanel.tsx';
import { forgetRecord, recordOf, type StepRecord } from '#src/actions/record.ts';
import { carryOut, confirmAction, lookAgain } from '#src/actions/run.ts';
import { actionOf, type Behaviour, plant, sent, states } from '#src/actions/testing.ts';
import { refusedAnswer } from '#src/api/arm/error.ts';
import { installClock, machineClock, now } from '#src/lib/clock.ts';
import { freshStorage, untilEnd } from '#src/lib/testing.ts';
import { actions as words } from '#src/strings/actions.ts';

/** What is looked for after an answer that says nothing of what was done. */

const storage = freshStorage();
beforeEach(() => {
  sent.length = 0;
  installClock(machineClock);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const carriedOut = (action: GuardedAction): Promise<void> => untilEnd(carryOut(action));

/** Answers of 4xx in Azure’s own form, and how many looks follow each. */
const REFUSALS: readonly (readonly [number, string, boolean, number])[] = [
  [400, 'CloudInvalidInputError', true, 4],
  [400, 'InvalidParameter', false, 2],
  [403, 'AuthorizationFailed', false, 2],
  [404, 'ResourceNotFound', false, 2],
  [409, 'Conflict', true, 4],
  [409, 'QuotaExceeded', false, 2],
  [412, 'PreconditionFailed', true, 4],
  [429, 'TooManyRequests', false, 2],
];

/** An action whose one request is refused so, and how often its result was read after that. */
function refusedAction(refusal: (typeof REFUSALS)[number], behaviour: Behaviour) {
  const [status, code, isConflict] = refusal;
  const answer = { status, code, ...(isConflict && { isConflict }) };
  const { action } = actionOf({ fails: 'refused', answer, ...behaviour });
  const [step] = action.steps;
  const look = vi.fn<ActionStep['look']>(step?.look ?? (async () => 'open' as const));
  confirmAction(action);
  const looked = {
    ...action,
    steps: [{ ...step, id: 's0', title: '', writes: [], run: runOf(step), look }],
  };
  return { action: looked, looks: () => look.mock.calls.length - 1 };
}

const runOf = (step: ActionStep | undefined): ActionStep['run'] => step?.run ?? (async () => {});

describe('what Azure refuses is looked for', () => {
  test.each(REFUSALS)('%i %s: it is there, and done', async (...refusal) => {
    const { action, looks } = refusedAction(refusal, { works: true });
    await carriedOut(action);
    const [step] = recordOf(action.id)?.steps ?? [];
    expect(step).toMatchObject({ state: 'done', isRefused: true, code: refusal[1] });
    expect(step && stateWord(step)).toBe('found');
    expect(step?.lookedAt).toBeUndefined();
    expect(looks()).toBe(1);
    expect(sent).toEqual(['s0']);
  });

  test.each(REFUSALS)('%i %s: it is there at the last look', async (...refusal) => {
    const last = refusal[3];
    const { action, looks } = refusedAction(refusal, { works: true, thereAfter: last - 1 });
    await carriedOut(action);
    expect(recordOf(action.id)?.steps[0]).toMatchObject({ state: 'done', isRefused: true });
    expect(looks()).toBe(last);
    expect(sent).toEqual(['s0']);
  });

  test.each(REFUSALS)('%i %s: it isn’t there, and when that was seen', async (...refusal) => {
    const { action, looks } = refusedAction(refusal, { works: false });
    const before = now();
    await carriedOut(action);
    const [step] = recordOf(action.id)?.steps ?? [];
    expect(step).toMatchObject({
      state: 'refused',
      refusedBy: 'service',
      code: refusal[1],
      message: 'A reason.',
      requestId: 'r1',
    });
    expect(step?.lookedAt).toBeGreaterThan(before);
    expect(step?.lookedAt).toBeLessThanOrEqual(now());
    expect(looks()).toBe(refusal[3]);
  });

  test.each(REFUSALS)('%i %s: it can’t be read, and is unknown', async (...refusal) => {
    const { action } = refusedAction(refusal, { works: true, thenUnreadable: true });
    await carriedOut(action);
    const [step] = recordOf(action.id)?.steps ?? [];
    expect(step).toMatchObject({ state: 'unknown', openBecause: 'unread', code: refusal[1] });
    expect(step?.lookedAt).toBeUndefined();
    await carriedOut(action);
    expect(sent).toEqual(['s0']);
  });

  test('and its message stands there meanwhile, with what is being done', async () => {
    const { action } = actionOf({ fails: 'refused', answer: { isConflict: true } }, {});
    confirmAction(action);
    const end = carryOut(action);
    for (const passed of [0, 14_999, 30_000, 75_000]) {
      await vi.advanceTimersByTimeAsync(passed);
      const record = recordOf(action.id);
      expect(record?.steps[0]).toMatchObject({
        state: 'sent',
        refusedBy: 'service',
        code: 'Conflict',
        message: 'A reason.',
        requestId: 'r1',
      });
      expect(record && actionStatusText('here', record)).toBe(words.looking);
    }
    await vi.advanceTimersByTimeAsync(1);
    await end;
    expect(states()).toEqual(['refused', 'waiting']);
    expect(recordOf(action.id)?.steps[0]?.lookedAt).toBe(now());
  });

  test('goes on with the next request once it was found', async () => {
    const { action } = actionOf({ fails: 'refused', works: true, thereAfter: 1 }, {});
    confirmAction(action);
    await carriedOut(action);
    expect(sent).toEqual(['s0', 's1']);
    expect(states()).toEqual(['done', 'done']);
  });

  test('also while Azure still works on it', async () => {
    const { action } = actionOf({ fails: 'refused', works: true, underWayFor: 4 });
    confirmAction(action);
    await carriedOut(action);
    expect(recordOf(action.id)?.steps[0]).toMatchObject({ state: 'done' });
  });

  test('after a reload it is looked for before anything is sent', async () => {
    const step = {
      id: 's0',
      title: '',
      state: 'sent',
      at: 0,
      refusedBy: 'service',
      code: 'Conflict',
    };
    for (const [behaviour, wanted] of [
      [{ wasSo: true }, { state: 'done', isRefused: true }],
      [{}, { state: 'refused', refusedBy: 'service', code: 'Conflict' }],
    ] as const) {
      const { action } = actionOf(behaviour);
      confirmAction(action);
      plant(storage.entries, JSON.stringify({ startedAt: 0, sentence: '', steps: [step] }));
      await carriedOut(action);
      expect(sent).toEqual([]);
      expect(recordOf(action.id)?.steps[0]).toMatchObject(wanted);
      forgetRecord(action.id);
    }
  });
});

describe('what something else answers is no refusal', () => {
  test.each([401, 403, 404, 409, 413, 429, 502])('%i: unknown, and read once', async (status) => {
    const page = refusedAnswer(status, '<html>', null).facts;
    const open = { state: 'unknown', openBecause: 'noAnswer', message: page.message };
    for (const [works, wanted] of [
      [true, { state: 'done' }],
      [false, open],
    ] as const) {
      sent.length = 0;
      const { action } = actionOf({ fails: 'refused', answer: page, works });
      confirmAction(action);
      await carriedOut(action);
      const [step] = recordOf(action.id)?.steps ?? [];
      expect(step).toMatchObject(wanted);
      expect(step?.isRefused).toBeUndefined();
      await carriedOut(action);
      expect(sent).toEqual(['s0']);
      forgetRecord(action.id);
    }
  });
});

describe('what an action stopped at is looked for when its page opens', () => {
  const STOPPED: readonly (readonly [string, Partial<StepRecord>, boolean])[] = [
    ['a refusal of Azure’s', { state: 'refused', refusedBy: 'service', code: 'Conflict' }, true],
    ['a refusal of before, without who refused', { state: 'refused', code: 'Conflict' }, true],
    ['an unknown outcome', { state: 'unknown', openBecause: 'noAnswer' }, true],
    ['a request that this page kept back', { state: 'refused', refusedBy: 'page' }, false],
    ['a request that was kept back offline', { state: 'refused', refusedBy: 'offline' }, false],
    ['a request that waits', { state: 'waiting' }, false],
    ['one before which nothing could be read', { state: 'unread' }, false],
  ];
  const opened = async (behaviour: Behaviour, ...steps: readonly Partial<StepRecord>[]) => {
    const { action } = actionOf(...steps.map(() => behaviour));
    confirmAction(action);
    const stored = steps.map((one, n) => ({ id: `s${String(n)}`, title: '', at: 0, ...one }));
    plant(storage.entries, JSON.stringify({ startedAt: 0, sentence: '', steps: stored }));
    await untilEnd(lookAgain(action));
    expect(sent).toEqual([]);
    return { action, steps: recordOf(action.id)?.steps ?? [], stored };
  };

  test.each(STOPPED)('%s: its result is there', async (_, stopped, isLookedFor) => {
    const { steps, stored } = await opened({ wasSo: true }, stopped);
    const isFound = isLookedFor && stopped.state === 'refused';
    expect(steps).toMatchObject(isLookedFor ? [{ state: 'done' }] : stored);
    expect(steps[0]?.isRefused).toBe(isFound ? true : undefined);
    expect(steps[0]?.wasSo).toBeUndefined();
  });

  test.each(STOPPED)('%s: its result isn’t there', async (_, stopped, isLookedFor) => {
    const before = now();
    const { steps, stored } = await opened({}, stopped);
    expect(steps).toMatchObject(stored);
    const isShown = isLookedFor && stopped.state === 'refused';
    expect((steps[0]?.lookedAt ?? -1) >= before).toBe(isShown);
  });

  test.each(STOPPED)('%s: it can’t be read, and stays as it is', async (_, stopped) => {
    const { steps, stored } = await opened({ isUnreadable: true }, stopped);
    expect(steps).toEqual(stored);
  });

  test('each of several', async () => {
    const refused = { state: 'refused', refusedBy: 'service' } as const;
    const { steps } = await opened({ wasSo: true }, refused, { state: 'waiting' }, refused);
    expect(steps.map(({ state }) => state)).toEqual(['done', 'waiting', 'done']);
  });

  test('and a press that comes before says no more of it', async () => {
    const { action } = actionOf({ wasSo: true });
    confirmAction(action);
    const steps = [{ id: 's0', title: '', state: 'refused', at: 0 }];
    plant(storage.entries, JSON.stringify({ startedAt: 0, sentence: '', steps }));
    await carriedOut(action);
    expect(sent).toEqual([]);
    // Not "was so before", which says that no request of ours did it.
    const [step] = recordOf(action.id)?.steps ?? [];
    expect(step && stateWord(step)).toBe('found');
  });
});
