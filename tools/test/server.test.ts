import { createServer, type Server } from 'node:net';

import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';

import { freePort, isFree } from './server.ts';

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
afterEach(() => {
  vi.unstubAllEnvs();
});

test('a port at which a program listens is taken, and the next free one is found', async () => {
  expect(await isFree(taken)).toBe(false);
  vi.stubEnv('E2E_PORT', String(taken));
  expect(Number((await freePort()).E2E_PORT)).toBeGreaterThan(taken);
});

test.each([Number.NaN, 0, 65_536, 80.5])('%d is no port', async (port) => {
  vi.stubEnv('E2E_PORT', String(port));
  await expect(freePort()).rejects.toThrow('E2E_PORT must be a number from 1 to 65535.');
});
