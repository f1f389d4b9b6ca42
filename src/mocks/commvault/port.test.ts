import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { DEMO_TOKENS } from '#src/mocks/commvault/commvault-auth.ts';
import { parseJson } from '#src/mocks/json.ts';
import { serveSimulatedAzure } from '#src/mocks/serve.ts';

/** A simulated CommServe on the port, where the host of a request says who is meant. */

const commServe = { Host: 'commserve.contoso.example' };

/** Status, headers and body of a request that names a host. */
function answerOf(address: string, path: string, method: string, headers: Record<string, string>) {
  return new Promise<{ status: number | undefined; allowed: unknown; text: string }>(
    (resolve, reject) => {
      const sent = request(`${address}${path}`, { method, headers }, (answer) => {
        const parts: string[] = [];
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            allowed: answer.headers['access-control-allow-headers'],
            text: parts.join(''),
          }),
        );
      });
      sent.on('error', reject);
      sent.end();
    },
  );
}

test('requests to its host are the CommServe’s, all others Azure’s', async () => {
  const { address, close } = await serveSimulatedAzure({ scenario: 'default', port: 0, speed: 1 });
  onTestFinished(close);
  const path = '/webconsole/api/VM';
  const token = { Authtoken: `Bearer ${DEMO_TOKENS.accessToken}` };
  const own = await answerOf(address, path, 'GET', { ...commServe, ...token });
  expect([own.status, parseJson(own.text)]).toMatchObject([200, { totalRecords: 14 }]);
  expect((await answerOf(address, path, 'GET', commServe)).status).toBe(401);
  const azures = await answerOf(address, path, 'GET', { ...token, Authorization: 'Bearer token' });
  expect([azures.status, parseJson(azures.text)]).toMatchObject([400, { error: {} }]);
});

test('pages may send it its token: the preflight says so', async () => {
  const { address, close } = await serveSimulatedAzure({ scenario: 'default', port: 0, speed: 1 });
  onTestFinished(close);
  const { status, allowed } = await answerOf(address, '/webconsole/api/VM', 'OPTIONS', commServe);
  expect([status, allowed]).toEqual([204, '*, Authorization']);
});
