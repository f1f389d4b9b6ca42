import * as fc from 'fast-check';
import * as z from 'zod/mini';
import { once } from 'node:events';
import { request, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { faultNamed } from '#src/mocks/faults/catalogue.ts';
import type { Fault } from '#src/mocks/faults/fault.ts';
import { originOf } from '#src/mocks/scenarios.ts';
import { own, ownHeader } from '#src/mocks/serve-answer.ts';
import { type ServedAzure, type ServeProblem, serveSimulatedAzure } from '#src/mocks/serve.ts';
import { exampleItem, exampleRestore, exampleVault } from '#src/mocks/testing-example.ts';
import { stagedConfig, stagedTemplate } from '#src/mocks/testing-staged.ts';

let served: ServedAzure;
const problems: ServeProblem[] = [];
beforeAll(async () => {
  served = await serveSimulatedAzure({
    scenario: { ...originOf('document'), pageSize: 1 },
    port: 0,
    speed: 1,
    onProblem: (problem) => problems.push(problem),
  });
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

describe('a page of another origin', () => {
  test('may send any method and header: the preflight says so', async () => {
    const options = await fetch(`${served.address}${exampleItem}/recoveryPoints`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'http://localhost:5173',
        'Access-Control-Request-Method': 'PATCH',
        'Access-Control-Request-Headers': 'authorization,x-ms-client-request-id',
      },
    });
    const allowed = (name: string) => options.headers.get(`access-control-${name}`);
    expect([options.status, await options.text()]).toEqual([204, '']);
    expect(allowed('allow-origin')).toBe('*');
    for (const method of ['GET', 'HEAD', 'PUT', 'POST', 'PATCH']) {
      expect(allowed('allow-methods')?.split(', ')).toContain(method);
    }
    // The star does not stand for this one.
    expect(allowed('allow-headers')?.split(', ')).toEqual(['*', 'Authorization']);
    expect(Number(allowed('max-age'))).toBeGreaterThan(0);
  });

  test('may read every answer, an error’s too, with the headers by which a client goes on', async () => {
    for (const path of ['/subscriptions?api-version=2022-12-01', '/nothing?api-version=soon']) {
      const { headers } = await fetch(served.address + path, { headers: token });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      const exposed = headers.get('access-control-expose-headers')?.toLowerCase().split(', ');
      expect(exposed).toEqual(
        expect.arrayContaining([
          'azure-asyncoperation',
          'location',
          'retry-after',
          'x-ms-request-id',
          'x-ms-correlation-request-id',
          'x-ms-user-quota-remaining',
        ]),
      );
      const strangers = [...headers.keys()].filter(
        (name) => name.startsWith('x-ms-') && exposed?.includes(name) !== true,
      );
      expect(strangers).toEqual([]);
    }
  });
});

test.each([
  [60, '1'],
  [30, '2'],
  [0.5, '120'],
])('at speed %d a pause of a minute is %s real seconds', async (speed, seconds) => {
  const { address, close } = await serveSimulatedAzure({ scenario: 'document', port: 0, speed });
  onTestFinished(close);
  const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  const accepted = await fetch(address + path, {
    method: 'POST',
    headers: token,
    body: JSON.stringify(exampleRestore),
  });
  expect(accepted.headers.get('retry-after')).toBe(seconds);
  for (const name of ['location', 'azure-asyncoperation']) {
    expect(accepted.headers.get(name)?.startsWith(`${address}/`)).toBe(true);
  }
});

const groupPath = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/testRG';
const aboutGroups = '?api-version=2021-04-01';

/** The status of a request that `fetch` would not send. */
function statusOf(path: string, options: RequestOptions, body = ''): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { ...token, 'Content-Length': Buffer.byteLength(body) };
    request(served.address, { ...options, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end(body);
  });
}

test('HEAD has no body', async () => {
  expect(await statusOf(`${groupPath}${aboutGroups}`, { method: 'HEAD' })).toBe(204);
});

test('a list goes on at the port, and names that look like addresses stay', async () => {
  const path = `${served.address}${exampleItem}/recoveryPoints?api-version=2019-05-13`;
  const first = await fetch(path, { headers: token });
  const { nextLink } = z.looseObject({ nextLink: z.string() }).parse(await first.json());
  expect(nextLink).toContain(`${served.address}/subscriptions/`);
  const second = await fetch(nextLink, { headers: token });
  expect(await second.json()).toMatchObject({ value: [{ name: '23358112038108' }] });
  const item = await fetch(`${served.address}${exampleItem}?api-version=2019-05-13`, {
    headers: token,
  });
  expect(await item.json()).toMatchObject({
    properties: { vaultId: `https://management.azure.com${exampleVault}` },
  });
});

interface Odd {
  readonly path: string;
  readonly method?: string;
  readonly body?: string;
  readonly status: number;
}
test.each<[string, Odd]>([
  ['a GET with a body', { path: `${groupPath}${aboutGroups}`, body: 'something', status: 200 }],
  ['a proxy’s whole address', { path: `http://x${groupPath}${aboutGroups}`, status: 200 }],
  ['an address that is none', { path: 'nonsense', status: 400 }],
  ['a method that fetch cannot send', { path: groupPath, method: 'TRACE', status: 405 }],
  ['too large a body', { method: 'PUT', path: groupPath, body: 'x'.repeat(5e6), status: 413 }],
])('%s is answered', async (_, { path, method = 'GET', body = '', status }) => {
  expect(await statusOf(path, { method }, body)).toBe(status);
});

test('reports a client that hangs up in the middle, and answers others', async () => {
  const socket = connect(Number(new URL(served.address).port), '127.0.0.1');
  socket.write(`PUT ${groupPath} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{`, () =>
    socket.destroy(),
  );
  await expect.poll(() => problems).toEqual([{ kind: 'hung-up', method: 'PUT', path: groupPath }]);
  expect(await statusOf(`${groupPath}${aboutGroups}`, { method: 'HEAD' })).toBe(204);
});

test('bytes that are no request do no harm', async () => {
  const port = Number(new URL(served.address).port);
  const start = fc.constantFrom(
    '',
    'GET ',
    'POST /subscriptions HTTP/1.1\r\n',
    'GET / HTTP/1.1\r\n',
  );
  const sent = fc.tuple(start, fc.string({ unit: 'binary' }), fc.constantFrom('', '\r\n\r\n'));
  await fc.assert(
    fc.asyncProperty(sent, async (parts) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      const closed = once(socket, 'close');
      socket.resume().end(parts.join(''));
      await closed;
    }),
    { numRuns: 300 },
  );
  expect(await statusOf(`${groupPath}${aboutGroups}`, { method: 'HEAD' })).toBe(204);
});

test('a port that is taken is an error with its code', async () => {
  const port = Number(new URL(served.address).port);
  const again = serveSimulatedAzure({ scenario: 'document', port, speed: 1 });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('what a fault does to an answer, a client on the port meets too', async () => {
  const faults: Fault[] = [
    { id: 'half', match: {}, times: 1, effect: { kind: 'half-body' } },
    {
      id: 'date',
      match: {},
      times: null,
      effect: { kind: 'throttle', retryAfterSeconds: 60, as: 'date' },
    },
    {
      id: 'silent',
      match: { path: '/silent' },
      times: null,
      effect: { kind: 'never-answers' },
    },
  ];
  const odd = await serveSimulatedAzure({
    scenario: { ...originOf('document'), faults: faults.slice(0, 1) },
    port: 0,
    speed: 1,
  });
  onTestFinished(() => odd.close());
  const path = `${groupPath}/providers/Microsoft.RecoveryServices/vaults${aboutGroups}`;
  const half = await fetch(`${odd.address}/subscriptions?api-version=2022-12-01`, {
    headers: token,
  });
  expect(half.status).toBe(200);
  await expect(half.text()).rejects.toThrow(TypeError);

  const slow = await serveSimulatedAzure({
    scenario: { ...originOf('document'), faults: faults.slice(1) },
    port: 0,
    speed: 10,
  });
  onTestFinished(() => slow.close());
  const throttled = await fetch(slow.address + path, { headers: token });
  expect(throttled.headers.get('retry-after')).toMatch(/ 2018 \d\d:\d\d:\d\d GMT$/);
  const asking = new AbortController();
  const silent = fetch(`${slow.address}/silent`, { headers: token, signal: asking.signal });
  await fetch(slow.address + path, { headers: token });
  asking.abort();
  await expect(silent).rejects.toThrow('abort');
  expect((await fetch(slow.address + path, { headers: token })).status).toBe(429);
});

const place = { address: 'https://127.0.0.1:8080', speed: 30 };
const azure = 'https://management.azure.com';

test('links of a body lead to the port, and names that look like addresses stay', () => {
  const body = {
    value: [{ vaultId: `${azure}/subscriptions/s` }],
    nextLink: `${azure}/next?a=1`,
    headers: { Location: [`${azure}/there`], 'Retry-After': ['60'] },
    retryAfter: 90,
  };
  expect(JSON.parse(own(JSON.stringify(body), place))).toEqual({
    value: [{ vaultId: `${azure}/subscriptions/s` }],
    nextLink: 'https://127.0.0.1:8080/next?a=1',
    headers: { Location: ['https://127.0.0.1:8080/there'], 'Retry-After': ['2'] },
    retryAfter: 3,
  });
});

test('text that quotes a link stays as it is', () => {
  const body = JSON.stringify({ message: `{"nextLink":"${azure}/x"}` });
  expect(own(body, place)).toBe(body);
});

test.each([
  [
    'location',
    `${azure}/subscriptions//subscriptions/s`,
    'https://127.0.0.1:8080/subscriptions//subscriptions/s',
  ],
  ['azure-asyncoperation', `${azure}/o?s=a%2B`, 'https://127.0.0.1:8080/o?s=a%2B'],
  ['retry-after', '60', '2'],
  ['retry-after', '10', '1'],
  ['x-ms-request-id', azure, azure],
])('the header %s: %s', (name, value, expected) => {
  expect(ownHeader(name, value, place)).toBe(expected);
});

/** A port whose world has blobs: the host of a request names the account. */
let withBlobs: ServedAzure;
beforeAll(async () => {
  withBlobs = await serveSimulatedAzure({ scenario: originOf('document'), port: 0, speed: 1 });
  const path = `${exampleItem}/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  await fetch(`${withBlobs.address}${path}`, {
    method: 'POST',
    headers: { Authorization: 'Bearer token' },
    body: JSON.stringify(exampleRestore),
  });
  await withBlobs.step(3_600_000);
});
afterAll(() => withBlobs.close());

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
      `${withBlobs.address}${pathname}`,
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

const blobToken = { Authorization: 'Bearer token', 'x-ms-version': '2021-08-06' };
const origin = { Origin: 'https://restore-center.example' };

test('a blob comes byte by byte', async () => {
  const { status, headers, bytes } = await requested('GET', stagedConfig, blobToken);
  expect([status, headers['x-ms-blob-type']]).toEqual([200, 'PageBlob']);
  expect([bytes.length % 512, bytes[0], bytes[1]]).toEqual([0, 0x7b, 0]);
  expect(headers['content-length']).toBe(String(bytes.length));
});

test('HEAD tells its size and nothing else', async () => {
  const { status, headers, bytes } = await requested('HEAD', stagedConfig, blobToken);
  expect([status, bytes.length]).toEqual([200, 0]);
  expect(Number(headers['content-length'])).toBeGreaterThan(0);
});

test('an old version takes no token, and an error is XML with its code in a header', async () => {
  const { status, headers, bytes } = await requested('GET', stagedTemplate, {
    ...blobToken,
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
  const { status, headers } = await requested('GET', stagedTemplate, { ...blobToken, ...origin });
  expect(status).toBe(200);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
});

test('a preflight that says nothing is a bad request', async () => {
  expect((await requested('OPTIONS', stagedTemplate)).status).toBe(400);
});

test('a restore on the port arrives twice, or gets the page of a proxy, by the name of a fault', async () => {
  const names = ['restore-html-after:413', 'restore-repeated'];
  const point = `/recoveryPoints/20982486783671/restore?api-version=2024-04-01`;
  for (const [index, name] of names.entries()) {
    const faults = [faultNamed(name)].filter((fault) => fault !== null);
    const odd = await serveSimulatedAzure({
      scenario: { ...originOf('document'), faults },
      port: 0,
      speed: 1,
    });
    onTestFinished(() => odd.close());
    const answer = await fetch(`${odd.address}${exampleItem}${point}`, {
      method: 'POST',
      headers: token,
      body: JSON.stringify(exampleRestore),
    });
    expect(answer.status).toBe([413, 202][index]);
    expect(answer.headers.get('content-type')?.includes('html') ?? false).toBe(index === 0);
    const jobs = await fetch(`${odd.address}${exampleVault}/backupJobs?api-version=2024-04-01`, {
      headers: token,
    });
    expect((await jobs.text()).split('"activityId"')).toHaveLength(index + 2);
  }
});
