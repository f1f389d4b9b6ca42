import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { app01, taskBody, testCommServe } from '#src/mocks/commvault/testing.ts';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';

/** Who may come in to a simulated CommServe, and how tokens are renewed (commvault.md §2.1). */

const pairOf = z.object({ accessToken: z.string(), refreshToken: z.string() });
const RENEW = '/V4/AccessToken/Renew';
const withToken = (token: string) => ({ Authtoken: token });

test.each([
  ['no token', ''],
  ['another tenant’s token', 'Bearer of-another-tenant'],
  ['a token without its prefix', DEMO_TOKENS.accessToken],
])('%s is not let in', async (_what, token) => {
  const it = testCommServe();
  for (const path of ['/VM', '/Job/8163493']) {
    const { status, body } = await it.ask('GET', path, undefined, withToken(token));
    expect([status, body]).toMatchObject([401, { errorCode: 401 }]);
  }
  const answer = await it.ask('POST', '/CreateTask', taskBody({ id: app01 }), withToken(token));
  expect(answer.status).toBe(401);
  it.clock.add(60);
  expect(await it.job('8163493')).toBeUndefined();
});

test('an access token expires; a renewal gives another pair, and the one before is worth nothing', async () => {
  const it = testCommServe();
  it.clock.add(8 * 3600 - 1);
  expect((await it.ask('GET', '/VM')).status).toBe(200);
  it.clock.add(1);
  expect((await it.ask('GET', '/VM')).status).toBe(401);
  const renewed = async (pair: z.infer<typeof pairOf>) => it.ask('POST', RENEW, pair);
  const first = pairOf.parse((await renewed(DEMO_TOKENS)).body);
  const reads = async ({ accessToken }: z.infer<typeof pairOf>) =>
    (await it.ask('GET', '/VM', undefined, withToken(`Bearer ${accessToken}`))).status;
  expect(await reads(first)).toBe(200);
  const second = pairOf.parse((await renewed(first)).body);
  expect([await reads(first), await reads(second)]).toEqual([401, 200]);
  const again = await renewed(first);
  expect([again.status, again.body]).toMatchObject([200, { errorCode: 5 }]);
  // A reload of the page asks for the demo's tokens again.
  expect(pairOf.safeParse((await renewed(DEMO_TOKENS)).body).success).toBe(true);
});

test('tokens that another tab has rotated are worth nothing, nor can they be renewed', async () => {
  const it = testCommServe('default', 'commvault-token-rotated');
  expect((await it.ask('GET', '/VM')).status).toBe(401);
  expect((await it.ask('POST', RENEW, DEMO_TOKENS)).body).toMatchObject({ errorCode: 5 });
});

test('a token that expires with the press starts nothing', async () => {
  const it = testCommServe('default', 'commvault-token-expired');
  expect((await it.ask('POST', '/CreateTask', taskBody({ id: app01 }))).status).toBe(401);
  expect((await it.azure.state()).serviceEvents).toEqual([]);
});
