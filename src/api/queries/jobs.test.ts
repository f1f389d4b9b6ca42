import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { scheduled } from '#src/api/queries/jobs.ts';
import { now } from '#src/lib/clock.ts';
import { type Owner, ownName } from '#src/lib/owner.ts';
import {
  MOST_BEFORE_QUIET,
  MOST_SHARED,
  MOST_UNDER_WAY,
  type ReadFor,
} from '#src/lib/poll-schedule.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';

describe('a read by schedule', () => {
  const MINUTE = 60_000;
  let start = 1_749_091_440_000;

  // The budget is one for the whole tab: each test starts when the budget of the one before is free again.
  beforeEach(() => {
    start += 10 * MINUTE;
    vi.useFakeTimers({ now: start });
  });
  afterEach(() => void vi.useRealTimers());

  const never = new AbortController().signal;
  const readOf = (readFor: ReadFor) => ({
    readAt: null,
    readFor: () => readFor,
    allowance: null,
    ageMs: 0,
  });
  const shared = readOf('shared');
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  /** Starts so many reads with immediate answers; returns their starts in milliseconds after the first. */
  function many(count: number, request: Parameters<typeof scheduled>[0] = shared): number[] {
    const began: number[] = [];
    const read = async () => void began.push(now() - start);
    for (let at = 0; at < count; at += 1) void scheduled(request, read, never);
    return began;
  }

  test('starts so many within a minute, the rest when it is over', async () => {
    const began = many(MOST_SHARED + 10);
    await pass(MINUTE - 1);
    expect(began).toHaveLength(MOST_SHARED);
    await pass(1);
    expect(began).toHaveLength(MOST_SHARED + 10);
  });

  test('a person who opens one job does not wait for those', async () => {
    many(MOST_SHARED + 10);
    const read = vi.fn<() => Promise<string>>(async () => 'there');
    expect(await scheduled(readOf('open'), read, never)).toBe('there');
    await pass(MINUTE);
  });

  test('one that is opened while it waits among the others waits no more', async () => {
    many(MOST_SHARED);
    let readFor: ReadFor = 'shared';
    const read = vi.fn<() => Promise<string>>(async () => 'there');
    void scheduled({ ...shared, readFor: () => readFor }, read, never);
    await pass(1);
    expect(read).not.toHaveBeenCalled();
    readFor = 'open';
    // Whatever comes makes the schedule look again.
    many(1);
    await pass(1);
    expect(read).toHaveBeenCalledOnce();
    await pass(MINUTE);
  });

  test('what no screen waits for is read after the others, and leaves a part of the minute to them', async () => {
    const quiet = many(MOST_BEFORE_QUIET + 1, readOf('quiet'));
    await pass(1);
    expect(quiet).toHaveLength(MOST_BEFORE_QUIET);
    const others = many(1);
    await pass(1);
    expect(others).toHaveLength(1);
    await pass(MINUTE);
    expect(quiet).toHaveLength(MOST_BEFORE_QUIET + 1);
  });

  test('one that is called off while it waits is not read, and costs nothing', async () => {
    many(MOST_SHARED);
    const abort = new AbortController();
    const read = vi.fn<() => Promise<string>>(async () => 'there');
    const reading = scheduled(shared, read, abort.signal);
    abort.abort(new Error('away'));
    await expect(reading).rejects.toThrow('away');
    const next = many(1);
    await pass(MINUTE);
    expect(read).not.toHaveBeenCalled();
    expect(next).toEqual([MINUTE]);
  });

  test('reads that do not come back hold the others, and failed ones let them go', async () => {
    const fail: ((error: Error) => void)[] = [];
    const stuck = () => new Promise<never>((_, reject) => fail.push(reject));
    const refused = Array.from({ length: MOST_UNDER_WAY }, () =>
      expect(scheduled(shared, stuck, never)).rejects.toThrow('throttled'),
    );
    const held = many(1);
    await pass(MINUTE / 2 - 1);
    expect(held).toEqual([]);
    for (const one of fail) one(new Error('throttled'));
    await Promise.all(refused);
    await pass(0);
    expect(held).toEqual([MINUTE / 2 - 1]);
  });

  test('reads that are stuck hold the others for half a minute, and give their places back once', async () => {
    const end: (() => void)[] = [];
    const stuck = () => new Promise<void>((resolve) => end.push(resolve));
    const begin = (count: number) =>
      Array.from({ length: count }, () => scheduled(shared, stuck, never));
    const first = begin(MOST_UNDER_WAY);
    const held = many(1);
    await pass(MINUTE / 2);
    expect(held).toEqual([MINUTE / 2]);
    for (const one of end.splice(0)) one();
    await Promise.all(first);
    const second = begin(MOST_UNDER_WAY + 1);
    await pass(MINUTE / 2 - 1);
    expect(end).toHaveLength(MOST_UNDER_WAY);
    await pass(1);
    expect(end).toHaveLength(MOST_UNDER_WAY + 1);
    for (const one of end) one();
    await Promise.all(second);
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** A tab with a channel of its own to the others of its account. */
async function newTab(owner: Owner = TEST_OWNER) {
  vi.resetModules();
  const { setOwner } = await import('#src/lib/owner.ts');
  setOwner(owner);
  return import('#src/api/queries/jobs.ts');
}

/** An answer that comes when it is let. */
function late() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { ask: vi.fn<() => Promise<string>>(() => promise), resolve, reject };
}

test('two tabs that ask at once: one request, and both have the answer', async () => {
  const [one, two] = [await newTab(), await newTab()];
  const [ofOne, ofTwo] = [late(), late()];
  const first = one.readOnce('/j1', ofOne.ask);
  await vi.waitFor(() => expect(ofOne.ask).toHaveBeenCalled());
  const second = two.readOnce('/J1', ofTwo.ask);
  ofOne.resolve('answer');
  expect(await first).toMatchObject({ id: '/j1', answer: 'answer' });
  expect(await second).toMatchObject({ answer: 'answer' });
  expect(ofTwo.ask).not.toHaveBeenCalled();
});

test('a tab that is due while an answer is on its way to it does not ask again', async () => {
  const [one, two] = [await newTab(), await newTab()];
  const stop = two.onSharedAnswer(() => undefined);
  await one.readOnce('/j7', async () => 'answer');
  const ofTwo = late();
  expect(await two.readOnce('/j7', ofTwo.ask)).toMatchObject({ answer: 'answer' });
  expect(ofTwo.ask).not.toHaveBeenCalled();
  stop();
});

test('a tab that fails keeps its error, and the next asks', async () => {
  const [one, two] = [await newTab(), await newTab()];
  const [ofOne, ofTwo] = [late(), late()];
  const first = one.readOnce('/j2', ofOne.ask);
  await vi.waitFor(() => expect(ofOne.ask).toHaveBeenCalled());
  const second = two.readOnce('/j2', ofTwo.ask);
  ofTwo.resolve('from two');
  ofOne.reject(new Error('throttled'));
  await expect(first).rejects.toThrow('throttled');
  expect(await second).toMatchObject({ answer: 'from two' });
});

describe('a tab that is stuck with its read', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('holds the next up for half a minute, and then has its answer', async () => {
    const [one, two] = [await newTab(), await newTab()];
    const [ofOne, ofTwo] = [late(), late()];
    const first = one.readOnce('/j8', ofOne.ask);
    await vi.waitFor(() => expect(ofOne.ask).toHaveBeenCalled());
    const second = two.readOnce('/j8', ofTwo.ask);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(ofTwo.ask).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1000);
    await vi.waitFor(() => expect(ofTwo.ask).toHaveBeenCalled());
    ofTwo.resolve('from two');
    expect(await second).toMatchObject({ answer: 'from two' });
    expect(await first).toMatchObject({ answer: 'from two' });
    ofOne.resolve('late');
  });

  test('is waited for by all others, and one of them asks in its place', async () => {
    const [one, two, three] = [await newTab(), await newTab(), await newTab()];
    const [ofOne, ofTwo, ofThree] = [late(), late(), late()];
    void one.readOnce('/j9', ofOne.ask);
    await vi.waitFor(() => expect(ofOne.ask).toHaveBeenCalled());
    const others = [two.readOnce('/j9', ofTwo.ask), three.readOnce('/j9', ofThree.ask)];
    await vi.advanceTimersByTimeAsync(30_000);
    await vi.waitFor(() => expect(ofTwo.ask).toHaveBeenCalled());
    ofTwo.resolve('from two');
    for (const shared of await Promise.all(others)) expect(shared.answer).toBe('from two');
    expect(ofThree.ask).not.toHaveBeenCalled();
    ofOne.resolve('late');
  });
});

test('requests different things in parallel', async () => {
  const tab = await newTab();
  const slow = late();
  const waiting = tab.readOnce('/j3', slow.ask);
  expect(await tab.readOnce('/j4', async () => 'there')).toMatchObject({ answer: 'there' });
  slow.resolve('late');
  expect(await waiting).toMatchObject({ answer: 'late' });
});

test('passes answers to followers, but no other messages', async () => {
  const [one, two] = [await newTab(), await newTab()];
  const heard = vi.fn<(id: string) => void>();
  const stop = two.onSharedAnswer(({ id }) => heard(id));
  const odd = new BroadcastChannel(ownName('answers'));
  for (const message of [null, 'text', { id: '/j5', at: 'now' }]) odd.postMessage(message);
  await one.readOnce('/j5', async () => 'there');
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(heard.mock.calls).toEqual([['/j5']]);
  stop();
  odd.close();
});

test.each([
  ['account', { accountId: 'other' }],
  ['tenant', { tenantId: 'other' }],
  ['cloud', { cloud: 'AzureUSGovernment' }],
  ['mode', { mode: 'demo' }],
] as const)(
  'tabs that differ in the %s share no answer, and none waits for the other',
  async (_, other) => {
    const [one, same] = [await newTab(), await newTab()];
    const two = await newTab({ ...TEST_OWNER, ...other });
    const [ofOne, ofTwo] = [late(), late()];
    const heard = vi.fn<(answer: unknown) => void>();
    const heardBySame = vi.fn<(answer: unknown) => void>();
    const stop = two.onSharedAnswer(({ answer }) => heard(answer));
    const stopSame = same.onSharedAnswer(({ answer }) => heardBySame(answer));
    const first = one.readOnce('/j7', ofOne.ask);
    const second = two.readOnce('/j7', ofTwo.ask);
    await vi.waitFor(() => expect(ofTwo.ask).toHaveBeenCalled());
    ofOne.resolve('of one');
    expect(await first).toMatchObject({ answer: 'of one' });
    // By now it would have heard, too.
    await vi.waitFor(() => expect(heardBySame).toHaveBeenCalledWith('of one'));
    ofTwo.resolve('of two');
    expect(await second).toMatchObject({ answer: 'of two' });
    expect(heard).not.toHaveBeenCalled();
    stop();
    stopSame();
  },
);

test('a browser without locks and channels lets every tab ask for itself', async () => {
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
  const [one, two] = [await newTab(), await newTab()];
  const ask = vi.fn<() => Promise<string>>(async () => 'there');
  await Promise.all([one.readOnce('/j6', ask), two.readOnce('/j6', ask)]);
  expect(ask).toHaveBeenCalledTimes(2);
});
