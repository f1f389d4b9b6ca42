import { expect, test, vi } from 'vitest';
import { newListeners } from '#src/lib/listeners.ts';

test('notifies a listener until it stops', () => {
  const listeners = newListeners();
  const [one, other] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const stop = listeners.listen(one);
  listeners.listen(other);
  listeners.tell();
  stop();
  listeners.tell();
  expect([one.mock.calls.length, other.mock.calls.length, listeners.count]).toEqual([1, 2, 1]);
});

test('notifies a listener once that leaves and comes back in between', () => {
  const listeners = newListeners();
  let times = 0;
  let stop: () => void = () => undefined;
  const again = (): void => {
    times += 1;
    stop();
    stop = listeners.listen(again);
  };
  stop = listeners.listen(again);
  listeners.tell();
  expect(times).toBe(1);
});
