import { afterEach, expect, test, vi } from 'vitest';
import { isRepeatedPress, keepToOnePress, noteClick } from '#src/lib/browser.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  noteClick({ detail: 1 });
});

/** Stands in for the element that has the focus. */
class FakeElement extends EventTarget {
  readonly #tag: string;

  constructor(tag: string) {
    super();
    this.#tag = tag;
  }

  matches(selector: string): boolean {
    return selector.split(', ').includes(this.#tag);
  }
}

test.each([
  ['Enter', true, 'button', true],
  ['Enter', true, 'input', true],
  ['Enter', false, 'button', false],
  ['Enter', true, 'textarea', false],
  ['a', true, 'input', false],
  ['ArrowDown', true, 'button', false],
])('%s, repeated: %s, in a %s, is kept from pressing: %s', (key, repeat, tag, isKept) => {
  vi.stubGlobal('Element', FakeElement);
  const preventDefault = vi.fn<() => void>();
  keepToOnePress({ key, repeat, target: new FakeElement(tag), preventDefault });
  expect(preventDefault).toHaveBeenCalledTimes(isKept ? 1 : 0);
});

test.each([
  ['by keyboard', 0, false],
  ['the first click', 1, false],
  ['the second of a double click', 2, true],
  ['the third', 3, true],
])('%s: a repetition is %s', (_, detail, isRepeated) => {
  noteClick({ detail });
  expect(isRepeatedPress()).toBe(isRepeated);
});
