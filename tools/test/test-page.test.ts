import { Worker } from 'node:worker_threads';

import { expect, test } from 'vitest';

/** Does a thing in another thread, as another file of unit tests does; gives the way to end it. */
async function inAnotherThread(source: string): Promise<() => Promise<unknown>> {
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');\nconst ready = () => parentPort.postMessage(null);\n${source}`,
    { eval: true },
  );
  await new Promise((ready, fail) => {
    worker.once('message', ready);
    worker.once('error', fail);
  });
  return async () => worker.terminate();
}

const isFree = async (name: string): Promise<boolean> =>
  navigator.locks.request(name, { ifAvailable: true }, async (lock) => lock !== null);

test('a lock of another file is none of this one’s', async () => {
  // Threads of Node share locks by name: files that carry out the same action would stop each other.
  const end = await inAnotherThread(
    `navigator.locks.request('action', () => { ready(); return new Promise(() => setInterval(String, 1000)); });`,
  );
  expect(await isFree('action')).toBe(true);
  await end();
});

test('a lock of this file is still a lock', async () => {
  await navigator.locks.request('action', async () => {
    expect(await isFree('action')).toBe(false);
  });
  expect(await isFree('action')).toBe(true);
});

test('what another file says on a channel is not heard here', async () => {
  const heard: unknown[] = [];
  const own = new BroadcastChannel('tokens');
  own.addEventListener('message', ({ data }) => heard.push(data));
  const end = await inAnotherThread(
    `new BroadcastChannel('tokens').postMessage('theirs');\nready();`,
  );
  const other = new BroadcastChannel('tokens');
  other.postMessage('ours');
  await expect.poll(() => heard).toEqual(['ours']);
  for (const channel of [own, other]) channel.close();
  await end();
});
