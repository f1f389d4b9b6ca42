import { describe, expect, test } from 'vitest';
import { armFacts } from '#src/api/arm/error.ts';
import { answer, broken, inTurn, testArm } from '#src/api/arm/testing.ts';
import { startWrite, writeOnce } from '#src/api/arm/operation.ts';

const followed = { 'Azure-AsyncOperation': 'https://management.azure.com/op', 'Retry-After': '5' };
const body = (provisioningState: string) => ({ id: '/x', properties: { provisioningState } });
const starting = async (response: () => Response) => {
  const { arm, sent } = testArm(inTurn(response));
  const started = await startWrite(arm, { method: 'PUT', url: '/x?api-version=1', body: {} });
  return { started, sent };
};

describe('a write', () => {
  test.each([201, 200, 202])('answered by %i with an address is followed there', async (status) => {
    const { started } = await starting(() => answer(status, body('Creating'), followed));
    expect(started).toEqual({
      kind: 'accepted',
      operation: {
        pollUrl: 'https://management.azure.com/op',
        pollKind: 'status',
        retryAfterMs: 5000,
      },
    });
  });

  test.each([
    [200, body('Succeeded'), { kind: 'done' }],
    [200, '', { kind: 'done' }],
    [204, '', { kind: 'done' }],
    [200, body('Updating'), { kind: 'accepted', operation: null }],
    [201, body('Creating'), { kind: 'accepted', operation: null }],
    [202, '', { kind: 'accepted', operation: null }],
  ])('answered by %i %j without an address', async (status, told, expected) => {
    expect((await starting(() => answer(status, told))).started).toEqual(expected);
  });

  test('says on which condition it is made', async () => {
    const { arm, sent } = testArm(inTurn(() => answer(200)));
    await startWrite(arm, { method: 'PUT', url: '/x', body: {}, ifMatch: '"1"' });
    await startWrite(arm, { method: 'PUT', url: '/x', body: {}, isOnlyNew: true });
    expect(sent.map(({ headers }) => [headers['if-match'], headers['if-none-match']])).toEqual([
      ['"1"', undefined],
      [undefined, '*'],
    ]);
  });

  test.each([500, 503, 429, 409])('refused by %i is not sent again', async (status) => {
    const { arm, sent } = testArm(inTurn(() => answer(status, {}, { 'Retry-After': '0' })));
    const error: unknown = await startWrite(arm, { method: 'PUT', url: '/x', body: {} }).catch(
      (caught: unknown) => caught,
    );
    expect(armFacts(error)?.status).toBe(status);
    expect(sent).toHaveLength(1);
  });
});

describe('a write whose answer is lost', () => {
  const losing = async (response: () => Response, look: () => Promise<boolean>) => {
    const { arm, sent } = testArm(inTurn(response));
    const end = await writeOnce(
      () => startWrite(arm, { method: 'PUT', url: '/x', body: {} }),
      look,
    ).catch((caught: unknown) => armFacts(caught)?.status);
    return { end, sent };
  };
  const failing = (status: number) => async () => {
    const { arm } = testArm(inTurn(() => answer(status)));
    await startWrite(arm, { method: 'GET', url: '/x' });
    return true;
  };

  test.each([
    ['is as wanted', async () => true, 'asWanted'],
    ['is otherwise', async () => false, 'otherwise'],
    ['is not there', failing(404), 'otherwise'],
    ['cannot be read', failing(403), 'unknown'],
  ])('is looked for, and the resource %s', async (_, look, seen) => {
    for (const response of [broken, () => answer(500)]) {
      const { end, sent } = await losing(response, look);
      expect(end).toEqual({ kind: 'lost', seen });
      expect(sent).toHaveLength(1);
    }
  });

  test('is not looked for where Azure refused it', async () => {
    const { end } = await losing(
      () => answer(409, {}),
      () => Promise.reject(new Error('nobody looks')),
    );
    expect(end).toBe(409);
  });
});
