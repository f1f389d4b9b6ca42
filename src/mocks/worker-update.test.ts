import { expect, test } from 'vitest';
import { outliveFailedUpdates } from '#src/mocks/worker.ts';

/** A registered worker as the browser keeps it. */
class Registration {
  asked = 0;
  readonly end: () => Promise<unknown>;
  constructor(end: () => Promise<unknown>) {
    this.end = end;
  }
  update(): Promise<unknown> {
    this.asked += 1;
    return this.end();
  }
}

const notFound = () => new TypeError('Failed to update a ServiceWorker for scope: Not found');

test('an update that fails ends well, and each worker got one request for it', async () => {
  const gone = new Registration(() => Promise.reject(notFound()));
  const there = new Registration(() => Promise.resolve('newer'));
  await outliveFailedUpdates({ getRegistrations: () => Promise.resolve([gone, there]) });
  await expect(gone.update()).resolves.toBe(gone);
  await expect(there.update()).resolves.toBe('newer');
  expect([gone.asked, there.asked]).toEqual([1, 1]);
});
