import type { HttpClient } from '@azure/core-rest-pipeline';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ArmError, AZURE } from '#src/api/arm/error.ts';
import { armPipelines } from '#src/api/arm/pipeline.ts';
import { proveStreams, send } from '#src/api/arm/send.ts';
import { answer, broken, type Sent, testArm } from '#src/api/arm/testing.ts';
import { newUploads } from '#src/api/arm/uploads.ts';
import { testAzure } from '#src/mocks/testing.ts';

const start = {
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
    await expect(send(it.arm, start)).rejects.toThrow(ArmError);
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
    await send(it.arm, start);
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
    await expect(send(it.arm, start)).rejects.toThrow(ArmError);
    expect(formsOf(it.sent)).toEqual(['stream', 'stream']);
    await proveStreams(it.arm);
    await send(it.arm, start);
    expect(formsOf(it.sent)).toEqual(['stream', 'stream', 'text']);
  });

  test('is proved again before the next press where a stream had no answer', async () => {
    let isOld = false;
    const it = armWith(({ bodyAs }) => (isOld && bodyAs === 'stream' ? broken() : answer(200)));
    await proveStreams(it.arm);
    isOld = true;
    await expect(send(it.arm, start)).rejects.toThrow(ArmError);
    await proveStreams(it.arm);
    await send(it.arm, start);
    expect(formsOf(it.sent)).toEqual(['stream', 'stream', 'stream', 'text', 'text']);
  });

  test('leaves as text where its method may be repeated, or where it has no body', async () => {
    const it = armWith(() => answer(200));
    await proveStreams(it.arm);
    await send(it.arm, { ...start, method: 'PUT' });
    await send(it.arm, { ...start, body: undefined });
    await send(it.arm, { ...start, starts: false });
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
