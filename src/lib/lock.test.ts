import { afterEach, describe, expect, test, vi } from 'vitest';
import { ifFree, whileWriting } from '#src/lib/lock.ts';

/** Locks of what is written, as the tasks of one tab or of several hold them. */

afterEach(() => void vi.unstubAllGlobals());

/** A task that goes on until it is let go. */
function heldTask() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { task: () => ended, end: () => end() };
}

const isFree = async (resource: string): Promise<boolean> =>
  (await ifFree(`write.${resource}`, async () => true)) === true;

describe('what is written', { timeout: 10_000 }, () => {
  test.each([
    ['ends', async () => 'done'],
    ['fails', async () => Promise.reject(new Error('refused'))],
  ])('is free again once its task %s', async (_, task) => {
    await whileWriting(['/a', '/b'], task).catch(() => undefined);
    expect([await isFree('/a'), await isFree('/b')]).toEqual([true, true]);
  });

  test('is written by one at a time, whatever the letter case of its name', async () => {
    const first = heldTask();
    const writing = whileWriting(['/A'], first.task);
    const onWait = vi.fn<() => void>();
    const second = vi.fn<(hasWaited: boolean) => Promise<string>>(async () => 'second');
    const waiting = whileWriting(['/a', '/b'], second, onWait);
    await vi.waitFor(() => expect(onWait).toHaveBeenCalledTimes(1));
    expect(second).not.toHaveBeenCalled();
    first.end();
    await writing;
    expect(await waiting).toBe('second');
    expect(second).toHaveBeenCalledWith(true);
  });

  test('holds up nothing that writes something else', async () => {
    const first = heldTask();
    const writing = whileWriting(['/a'], first.task);
    const hasWaited = await whileWriting(['/b'], async (waited) => waited);
    expect(hasWaited).toBe(false);
    first.end();
    await writing;
  });

  test('is taken in one order, so that no two wait for each other', async () => {
    const order: string[] = [];
    const writes = (name: string, resources: readonly string[]) =>
      whileWriting(resources, async () => void order.push(name));
    await Promise.all([writes('one', ['/a', '/b', '/c']), writes('other', ['/c', '/b', '/a'])]);
    expect(order.toSorted()).toEqual(['one', 'other']);
  });

  test('is written at once by a browser without locks', async () => {
    vi.stubGlobal('navigator', {});
    const first = heldTask();
    const writing = whileWriting(['/a'], first.task);
    expect(await whileWriting(['/a'], async (waited) => waited)).toBe(false);
    first.end();
    await writing;
  });
});
