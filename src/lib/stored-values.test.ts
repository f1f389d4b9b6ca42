import { beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { ownName } from '#src/lib/owner.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { freshStorage } from '#src/lib/testing.ts';

let page: EventTarget;
const storage = freshStorage();
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
});

/** Another tab writes an entry; null: it removes all. */
function writeElsewhere(name: string | null, value = 0): void {
  if (name === null) storage.entries.clear();
  else storage.entries.set(ownName(name), String(value));
  const key = name === null ? null : ownName(name);
  page.dispatchEvent(Object.assign(new Event('storage'), { key }));
}

test('what another tab wrote is read, whether or not anyone listens', () => {
  const numbers = storedValues('number.', z.number());
  numbers.write('one', 1);
  writeElsewhere('number.one', 2);
  expect(numbers.read('one')).toBe(2);
  writeElsewhere(null);
  expect(numbers.read('one')).toBeNull();
});

test('who listens hears of each change once, and of no other values', () => {
  const numbers = storedValues('number.', z.number());
  const heard = vi.fn<() => void>();
  const stop = numbers.listen(heard);
  numbers.write('one', 1);
  writeElsewhere('number.one', 2);
  writeElsewhere('draft.1', 3);
  expect(heard).toHaveBeenCalledTimes(2);
  stop();
  writeElsewhere('number.one', 4);
  expect(heard).toHaveBeenCalledTimes(2);
});
