import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { send } from '#src/api/arm/send.ts';
import { answer, testArm } from '#src/api/arm/testing.ts';

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
    expect(await troubleOf(send(it.arm, start))).toBe('signed out');
    expect(it.sent).toEqual([]);
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
