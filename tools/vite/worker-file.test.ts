import { createContext, runInContext } from 'node:vm';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { workerSource } from './worker-file.ts';

/** A worker's world in which its last page says that it goes; how often it left itself. */
async function leftBy(source: string): Promise<number> {
  const unregister = vi.fn<() => Promise<boolean>>(async () => true);
  const waits: Promise<unknown>[] = [];
  const listeners = new Map<string, (event: object) => void>();
  const page = { id: 'page', postMessage: () => undefined };
  const scope = {
    clients: { matchAll: async () => [page], get: async () => undefined },
    registration: { unregister, scope: 'http://localhost/' },
    caches: {
      open: async () => ({
        match: async () => undefined,
        put: async () => undefined,
        delete: async () => true,
      }),
      delete: async () => true,
    },
    addEventListener: (name: string, listener: (event: object) => void) =>
      void listeners.set(name, listener),
    console,
    Reflect,
    Request,
    Response,
    URL,
  };
  runInContext(source, createContext({ ...scope, self: scope }));
  listeners.get('message')?.({
    source: page,
    data: 'CLIENT_CLOSE',
    waitUntil: (wait: Promise<unknown>) => void waits.push(wait),
  });
  expect(waits).toHaveLength(1);
  await Promise.all(waits);
  return unregister.mock.calls.length;
}

test('the worker stays when its last page goes, for the next page may have found it', async () => {
  expect(await leftBy(workerSource())).toBe(0);
});

test('msw’s own would leave: this world can tell the two apart', async () => {
  const own = readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');
  expect(await leftBy(own)).toBe(1);
});
