import type { HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArmError, armFacts, AZURE, requestedPauseMs } from '#src/api/arm/error.ts';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { type ArmRequest, proveStreams, send } from '#src/api/arm/send.ts';
import { answer, broken, inTurn, type Sent, testArm, type TestArm } from '#src/api/arm/testing.ts';
import { newUploads } from '#src/api/arm/uploads.ts';
import { installClock, machineClock } from '#src/lib/clock.ts';
import { askNow, lastWait } from '#src/lib/limits.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { type FakeClock, fakeClock } from '#src/lib/testing.ts';
import { testAzure } from '#src/mocks/testing.ts';

const start = {
  method: 'POST',
  url: '/x/restore?api-version=1',
  body: { a: 1 },
  starts: true,
} as const;
const read = { method: 'GET', url: '/x?api-version=1' } as const;
const troubleOf = async (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => null,
    (error: unknown) => armFacts(error)?.kind ?? (error instanceof Error ? error.message : error),
  );

const reasonOf = async (sending: Promise<unknown>): Promise<unknown> =>
  sending.then(
    () => null,
    (error: unknown) => armFacts(error)?.notSent,
  );

afterEach(() => void vi.unstubAllGlobals());

/** A page that can tell of a violation of its policy. */
function fakeDocument() {
  const events = new EventTarget();
  let listeners = 0;
  vi.stubGlobal('document', {
    addEventListener: (...[name, listener]: Parameters<EventTarget['addEventListener']>) => {
      listeners += 1;
      events.addEventListener(name, listener);
    },
    removeEventListener: (...[name, listener]: Parameters<EventTarget['removeEventListener']>) => {
      listeners -= 1;
      events.removeEventListener(name, listener);
    },
  });
  return {
    listeners: () => listeners,
    violate: (blockedURI: string, disposition = 'enforce') =>
      events.dispatchEvent(
        Object.assign(new Event('securitypolicyviolation'), { blockedURI, disposition }),
      ),
  };
}

/** What the library does when a hundred seconds have gone by without an answer. */
const tooLate = () => {
  throw new DOMException('The operation was aborted.', 'AbortError');
};

describe('a request without an answer', () => {
  test.each([start, read])('is lost when it took too long: $method', async (request) => {
    expect(await troubleOf(send(testArm(tooLate).arm, request))).toBe('lost');
  });

  test('is no trouble of Azure’s when the person called it off', async () => {
    const signal = AbortSignal.abort(new Error('left'));
    expect(await troubleOf(send(testArm(tooLate).arm, { ...read, signal }))).not.toBe('lost');
  });

  test('because there is no token never left', async () => {
    const noToken = { getToken: () => Promise.reject(new Error('signed out')) };
    const it = testArm(() => answer(202), noToken);
    for (const request of [start, read]) {
      expect(await reasonOf(send(it.arm, request))).toBe('token');
    }
    expect(it.sent).toEqual([]);
  });

  test.each([
    'https://management.azure.com.example/x',
    'https://example.com/management.azure.com',
    'https://management.azure.com:8443/x',
    'https://user@example.com/x',
    'https://',
  ])('never left for a host that no token may go to: %s', async (url) => {
    const it = testArm(() => answer(200));
    for (const request of [start, read]) {
      expect(await reasonOf(send(it.arm, { ...request, url }))).toBe('host');
    }
    expect(it.sent).toEqual([]);
  });

  test('never left a machine without a connection, where it starts something', async () => {
    vi.stubGlobal('navigator', { onLine: false });
    const it = testArm(broken);
    expect(await reasonOf(send(it.arm, start))).toBe('offline');
    expect(it.sent).toEqual([]);
  });

  test('never left a page whose policy holds it back', async () => {
    const page = fakeDocument();
    const blocked = testArm(() => {
      page.violate('https://management.azure.com/x/restore');
      return broken();
    });
    expect(await reasonOf(send(blocked.arm, start))).toBe('policy');
    const other = testArm(() => {
      page.violate('https://management.azure.com/y');
      return broken();
    });
    expect(await troubleOf(send(other.arm, start))).toBe('lost');
    expect(page.listeners()).toBe(0);
  });

  test('is lost where the policy only reports', async () => {
    const page = fakeDocument();
    const it = testArm(() => {
      page.violate('https://management.azure.com/x/restore', 'report');
      return broken();
    });
    expect(await troubleOf(send(it.arm, start))).toBe('lost');
  });
});

describe('a request that leaves', () => {
  test('goes to Azure Resource Manager by its path, or to the very address that Azure gave', async () => {
    const it = testArm(() => answer(200));
    const given =
      'https://centraluseuap.management.azure.com/subscriptions//subscriptions/a?s=a%2Bb';
    await send(it.arm, read);
    await send(it.arm, { ...read, url: given });
    expect(it.sent.map(({ url }) => url)).toEqual([
      'https://management.azure.com/x?api-version=1',
      given,
    ]);
  });

  test('says what its body is only when it has one', async () => {
    const it = testArm(() => answer(200));
    await send(it.arm, start);
    await send(it.arm, read);
    expect(
      it.sent.map(({ body, headers }) => [body, headers['content-type'], headers['accept']]),
    ).toEqual([
      ['{"a":1}', 'application/json', 'application/json'],
      [null, undefined, 'application/json'],
    ]);
  });
});

const restoreStart = {
  method: 'POST',
  url: '/x/restore?api-version=1',
  body: { name: 'ü' },
  starts: true,
} as const;

/** A browser with request streams, in front of what answers each form. */
const armWith = (answers: (sent: Sent) => Response | Promise<Response>) =>
  testArm((_, sent) => answers(sent), undefined, undefined, true);

const formsOf = (sent: readonly Sent[]) => sent.map(({ bodyAs }) => bodyAs);

describe('what starts something', () => {
  test('leaves as a stream with the very same body once one question has passed as one', async () => {
    const { azure } = testAzure('document');
    const it = testArm((request) => azure.fetch(request), undefined, undefined, true);
    await proveStreams(it.arm);
    expect(formsOf(it.sent)).toEqual(['stream']);
    expect(it.sent[0]?.url).toContain('/Microsoft.ResourceGraph/resources?');
    await expect(send(it.arm, restoreStart)).rejects.toThrow(ArmError);
    expect(it.sent[1]).toMatchObject({ bodyAs: 'stream', body: '{"name":"ü"}' });
    expect(it.sent[1]?.headers['content-type']).toBe('application/json');
  });

  test.each([
    ['breaks off', broken],
    ['gets 411', () => answer(411)],
    ['gets 400', () => answer(400)],
  ])('leaves as text where a stream %s and text passes', async (_, streamed) => {
    const it = armWith(({ bodyAs }) => (bodyAs === 'stream' ? streamed() : answer(200)));
    await proveStreams(it.arm);
    await send(it.arm, restoreStart);
    expect(formsOf(it.sent)).toEqual(['stream', 'text', 'text']);
  });

  test.each([401, 403, 429])('leaves as a stream where its answer is %i', async (status) => {
    const it = armWith(() => answer(status));
    await proveStreams(it.arm);
    await proveStreams(it.arm);
    expect(formsOf(it.sent)).toEqual(['stream']);
    expect(it.arm.uploads.form()).toBe('stream');
  });

  test('never changes its form within one press; after a 411 the next one is text', async () => {
    const it = armWith(({ url, bodyAs }) =>
      answer(url.includes('/restore') && bodyAs === 'stream' ? 411 : 200),
    );
    await proveStreams(it.arm);
    await expect(send(it.arm, restoreStart)).rejects.toThrow(ArmError);
    expect(formsOf(it.sent)).toEqual(['stream', 'stream']);
    await proveStreams(it.arm);
    await send(it.arm, restoreStart);
    expect(formsOf(it.sent)).toEqual(['stream', 'stream', 'text']);
  });

  test('is proved again before the next press where a stream had no answer', async () => {
    let isOld = false;
    const it = armWith(({ bodyAs }) => (isOld && bodyAs === 'stream' ? broken() : answer(200)));
    await proveStreams(it.arm);
    isOld = true;
    await expect(send(it.arm, restoreStart)).rejects.toThrow(ArmError);
    await proveStreams(it.arm);
    await send(it.arm, restoreStart);
    expect(formsOf(it.sent)).toEqual(['stream', 'stream', 'stream', 'text', 'text']);
  });

  test('leaves as text where its method may be repeated, or where it has no body', async () => {
    const it = armWith(() => answer(200));
    await proveStreams(it.arm);
    await send(it.arm, { ...restoreStart, method: 'PUT' });
    await send(it.arm, { ...restoreStart, body: undefined });
    await send(it.arm, { ...restoreStart, starts: false });
    expect(formsOf(it.sent)).toEqual(['stream', 'text', 'text', 'text']);
  });
});

describe('a question that gets no answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('holds nothing up: after ten seconds as a stream and ten as text the press goes on', async () => {
    const forms: string[] = [];
    const silent: HttpClient = {
      sendRequest: ({ body, abortSignal }) => {
        forms.push(typeof body);
        return new Promise((_, reject) => {
          abortSignal?.addEventListener('abort', () => reject(new Error('aborted')));
        });
      },
    };
    const getToken = async () => ({ token: 'token', expiresOnTimestamp: Number.MAX_SAFE_INTEGER });
    const arm = armPipelines({ getToken }, silent, AZURE, newUploads(true));
    const proof = proveStreams(arm);
    await vi.advanceTimersByTimeAsync(20_000);
    await proof;
    expect(forms).toEqual(['function', 'string']);
    expect(arm.uploads.form()).toBe('stream');
  });
});

describe('a request that is repeated', () => {
  let clock: FakeClock;
  const NOON = Date.parse('2025-06-05T12:00:00Z');

  beforeEach(() => {
    clock = fakeClock(NOON);
    installClock(clock);
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
    resetPageState();
    installClock(machineClock);
  });

  const other: ArmRequest = { method: 'GET', url: '/y?api-version=2024-04-01' };
  const HOUR = 3600;
  const later = (headers: Record<string, string>, status = 429) => answer(status, '', headers);
  const there = () => answer(200);

  /** What comes of a read once so many milliseconds have gone by. */
  async function outcome(it: TestArm, request: ArmRequest, ms = 0): Promise<unknown> {
    const done = send(it.arm, request).then(
      ({ status }) => status,
      (error: unknown) => error,
    );
    await vi.advanceTimersByTimeAsync(ms);
    return done;
  }

  describe('a pause of more than two minutes', () => {
    test.each([
      ['429', 429, { 'Retry-After': String(HOUR) }],
      ['503', 503, { 'Retry-After': String(HOUR) }],
      ['a date', 429, { 'Retry-After': 'Thu, 05 Jun 2025 13:00:00 GMT' }],
    ])('ends the read at once, with its end: %s', async (_, status, headers) => {
      const it = testArm(() => later(headers, status));
      const error = await outcome(it, read);
      expect(armFacts(error)).toMatchObject({ status, pause: { until: NOON + HOUR * 1000 } });
      expect(requestedPauseMs(error)).toBe(HOUR * 1000);
      expect(it.sent).toHaveLength(1);
    });

    test('lets nothing be sent to that address by itself before its end, and keeps the answer', async () => {
      const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
      await outcome(it, read);
      clock.pass(HOUR * 1000 - 1);
      const again = await outcome(it, read);
      expect(armFacts(again)).toMatchObject({ status: 429, pause: { until: NOON + HOUR * 1000 } });
      expect(requestedPauseMs(again)).toBe(1);
      expect(it.sent).toHaveLength(1);
      clock.pass(1);
      expect(await outcome(it, read)).toBe(200);
    });

    test('is no pause for another address', async () => {
      const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
      await outcome(it, read);
      expect(await outcome(it, other)).toBe(200);
    });

    test('ends when a person asks again', async () => {
      const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
      const error = await outcome(it, read);
      const ask = vi.fn<() => void>();
      askNow(armFacts(error)?.pause, ask);
      expect(ask).toHaveBeenCalledOnce();
      expect(await outcome(it, read)).toBe(200);
    });

    test('belongs to one page: a new visit sends its own request', async () => {
      const it = testArm(inTurn(() => later({ 'Retry-After': String(HOUR) }), there));
      await outcome(it, read);
      resetPageState();
      expect(await outcome(it, read)).toBe(200);
    });

    test('counts all waits of a read together', async () => {
      const it = testArm(() => later({ 'Retry-After': '50' }));
      const error = await outcome(it, read, 120_000);
      expect(armFacts(error)).toMatchObject({ status: 429 });
      expect(it.sent).toHaveLength(3);
    });
  });

  describe('a wait', () => {
    test('is reported with its end while it goes on', async () => {
      const it = testArm(inTurn(() => later({ 'Retry-After': '20' }), there));
      expect(lastWait()).toBeNull();
      const done = send(it.arm, read);
      await vi.advanceTimersByTimeAsync(1000);
      expect(lastWait()).toBeGreaterThanOrEqual(NOON + 20_000);
      expect(lastWait()).toBeLessThanOrEqual(NOON + 22_000);
      await vi.advanceTimersByTimeAsync(22_000);
      await done;
      expect(lastWait()).toBeNull();
    });

    test('without a waiting request is not reported', async () => {
      const leaving = new AbortController();
      const it = testArm(() => later({ 'Retry-After': '20' }));
      const done = send(it.arm, { ...read, signal: leaving.signal }).catch(() => 'left');
      await vi.advanceTimersByTimeAsync(1000);
      leaving.abort();
      expect(await done).toBe('left');
      expect(lastWait()).toBeNull();
    });

    test('of our own is not reported as Azure’s', async () => {
      const it = testArm(inTurn(() => later({}), there));
      const done = send(it.arm, read);
      await vi.advanceTimersByTimeAsync(500);
      expect(lastWait()).toBeNull();
      await vi.advanceTimersByTimeAsync(1000);
      expect((await done).status).toBe(200);
    });

    test('is over at once when the clock is moved past its end', async () => {
      const it = testArm(inTurn(() => later({ 'Retry-After': '20' }), there));
      const done = send(it.arm, read);
      await vi.advanceTimersByTimeAsync(0);
      clock.jump(22_000);
      expect((await done).status).toBe(200);
    });
  });

  test('a pause of no length is one that Azure did not name: no storm of requests', async () => {
    const it = testArm(() => later({ 'Retry-After': '0' }));
    const done = send(it.arm, read).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(999);
    expect(it.sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(it.sent).toHaveLength(4);
    expect(armFacts(await done)?.pause).toBeUndefined();
  });

  test('what starts something is never held back, and has no pause', async () => {
    const it = testArm(() => later({ 'Retry-After': String(HOUR) }));
    const post: ArmRequest = { ...read, method: 'POST', starts: true };
    expect(armFacts(await outcome(it, post))?.pause).toBeUndefined();
    await outcome(it, post);
    expect(it.sent).toHaveLength(2);
  });
});
