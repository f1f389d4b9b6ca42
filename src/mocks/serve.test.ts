import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSimulatedAzure, type ServedAzure } from '#src/mocks/serve.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';

let served: ServedAzure;
beforeAll(async () => {
  served = await serveSimulatedAzure({ scenario: 'document', port: 0, speed: 1 });
});
afterAll(() => served.close());

const token = { Authorization: 'Bearer token' };

test('a client is answered over http, and comes back to the port to follow the operation', async () => {
  const path = `${served.address}${exampleItem}/recoveryPoints`;
  const list = await fetch(`${path}?api-version=2019-05-13`, { headers: token });
  expect(list.status).toBe(200);
  const accepted = await fetch(`${path}/20982486783671/restore?api-version=2019-05-13`, {
    method: 'POST',
    headers: token,
    body: JSON.stringify(exampleRestore),
  });
  expect(accepted.status).toBe(202);
  const location = accepted.headers.get('location') ?? '';
  expect(location).toContain(`${served.address}/subscriptions//subscriptions/`);
  expect((await fetch(location, { headers: token })).status).toBe(202);
});

test('a browser’s preflight is answered', async () => {
  const options = await fetch(`${served.address}/subscriptions`, { method: 'OPTIONS' });
  expect(options.status).toBe(204);
  expect(options.headers.get('access-control-allow-headers')).toContain('Authorization');
});

test('HEAD has no body', async () => {
  const path = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testRG';
  const status = await new Promise((resolve, reject) => {
    request(
      `${served.address}${path}?api-version=2021-04-01`,
      { method: 'HEAD', headers: token },
      (answer) => resolve(answer.statusCode),
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(204);
});
