import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { originOf } from '#src/mocks/scenarios.ts';
import { serveSimulatedAzure, type ServedAzure } from '#src/mocks/serve.ts';
import { exampleItem, exampleRestore } from '#src/mocks/testing-example.ts';
import { stagedConfig, stagedTemplate } from '#src/mocks/testing-staged.ts';

/** Blob endpoints at the port: the host of a request names the account. */

let served: ServedAzure;
beforeAll(async () => {
  served = await serveSimulatedAzure({ scenario: originOf('document'), port: 0, speed: 1 });
  const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  await fetch(`${served.address}${path}`, {
    method: 'POST',
    headers: { Authorization: 'Bearer token' },
    body: JSON.stringify(exampleRestore),
  });
  await served.step(3_600_000);
});
afterAll(() => served.close());

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
}

/** Sends the port a request for an address of another host. `fetch` would not let its host be named. */
function requested(method: string, address: string, headers: Record<string, string> = {}) {
  const { host, pathname } = new URL(address);
  return new Promise<Answered>((resolve, reject) => {
    const sent = request(
      `${served.address}${pathname}`,
      { method, headers: { host, ...headers } },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            bytes: Buffer.concat(chunks),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

const token = { Authorization: 'Bearer token', 'x-ms-version': '2021-08-06' };
const origin = { Origin: 'https://restore-center.example' };

test('a blob comes byte by byte', async () => {
  const { status, headers, bytes } = await requested('GET', stagedConfig, token);
  expect([status, headers['x-ms-blob-type']]).toEqual([200, 'PageBlob']);
  expect([bytes.length % 512, bytes[0], bytes[1]]).toEqual([0, 0x7b, 0]);
  expect(headers['content-length']).toBe(String(bytes.length));
});

test('HEAD tells its size and nothing else', async () => {
  const { status, headers, bytes } = await requested('HEAD', stagedConfig, token);
  expect([status, bytes.length]).toEqual([200, 0]);
  expect(Number(headers['content-length'])).toBeGreaterThan(0);
});

test('an old version takes no token, and an error is XML with its code in a header', async () => {
  const { status, headers, bytes } = await requested('GET', stagedTemplate, {
    ...token,
    'x-ms-version': '2015-04-05',
  });
  expect([status, headers['x-ms-error-code']]).toEqual([403, 'AuthenticationFailed']);
  expect(bytes.toString()).toContain('<Code>AuthenticationFailed</Code>');
});

test('a page of another origin finds no rule: its preflight fails, and no answer names it', async () => {
  const preflight = await requested('OPTIONS', stagedTemplate, {
    ...origin,
    'Access-Control-Request-Method': 'GET',
  });
  expect([preflight.status, preflight.headers['x-ms-error-code']]).toEqual([
    403,
    'CorsPreflightFailure',
  ]);
  const { status, headers } = await requested('GET', stagedTemplate, { ...token, ...origin });
  expect(status).toBe(200);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('a preflight that says nothing is a bad request', async () => {
  expect((await requested('OPTIONS', stagedTemplate)).status).toBe(400);
});
