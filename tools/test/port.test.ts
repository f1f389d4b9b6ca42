import { createServer, type Server } from 'node:net';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { isFree, nextFreePort } from './port.ts';

const server: Server = createServer();
let taken = 0;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (typeof address === 'object' && address !== null) taken = address.port;
});
afterAll(() => {
  server.close();
});

test('a port at which a program listens is taken, and the next free one is found', async () => {
  expect(await isFree(taken)).toBe(false);
  expect(await nextFreePort(taken)).toBeGreaterThan(taken);
});

test.each([Number.NaN, 0, 65_536, 80.5])('%d is no port', async (port) => {
  await expect(nextFreePort(port)).rejects.toThrow('E2E_PORT must be a number from 1 to 65535.');
});
