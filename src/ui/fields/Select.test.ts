import { describe, expect, it } from 'vitest';

import { entryWith, NO_LETTERS, selectStep, type SelectStep, typedOn } from './Select.tsx';

const closed = { isOpen: false, at: -1, count: 12 };
const open = { isOpen: true, at: 3, count: 12 };

describe('a key in a list that is closed', () => {
  it.each<[string, SelectStep]>([
    ['ArrowDown', { step: 'open', at: 0 }],
    ['Enter', { step: 'open', at: 0 }],
    [' ', { step: 'open', at: 0 }],
    ['End', { step: 'open', at: 11 }],
    ['Tab', { step: 'none' }],
    ['Escape', { step: 'none' }],
  ])('%s', (key, step) => {
    expect(selectStep({ key, altKey: false }, closed)).toEqual(step);
  });

  it('opens at what is chosen', () => {
    const now = { ...closed, at: 5 };
    expect(selectStep({ key: 'ArrowUp', altKey: false }, now)).toEqual({ step: 'open', at: 5 });
  });
});

describe('a key in a list that is open', () => {
  it.each<[string, SelectStep]>([
    ['ArrowDown', { step: 'move', at: 4 }],
    ['ArrowUp', { step: 'move', at: 2 }],
    ['PageDown', { step: 'move', at: 11 }],
    ['PageUp', { step: 'move', at: 0 }],
    ['Home', { step: 'move', at: 0 }],
    ['End', { step: 'move', at: 11 }],
    ['Enter', { step: 'choose', goesOn: false }],
    ['Tab', { step: 'choose', goesOn: true }],
    ['Escape', { step: 'close' }],
    ['F5', { step: 'none' }],
  ])('%s', (key, step) => {
    expect(selectStep({ key, altKey: false }, open)).toEqual(step);
  });

  it('is chosen and closed by Alt and the arrow up', () => {
    const step = selectStep({ key: 'ArrowUp', altKey: true }, open);
    expect(step).toEqual({ step: 'choose', goesOn: false });
  });
});

describe('letters', () => {
  const none = { ctrlKey: false, altKey: false, metaKey: false };
  const labels = ['East US', 'East US 2', 'North Europe', 'Norway', 'West Europe'];

  it('make a word until there is a pause', () => {
    const first = typedOn(NO_LETTERS, { ...none, key: 'n', timeStamp: 1000 });
    expect(first).toEqual({ text: 'n', at: 1000 });
    const word = typedOn(first ?? NO_LETTERS, { ...none, key: 'o', timeStamp: 1400 });
    expect(word?.text).toBe('no');
    expect(typedOn(word ?? NO_LETTERS, { ...none, key: 'w', timeStamp: 2000 })?.text).toBe('w');
  });

  it('are no commands, and no blank opens a word', () => {
    const copied = { ...none, ctrlKey: true, key: 'c', timeStamp: 1 };
    expect(typedOn(NO_LETTERS, copied)).toBeNull();
    expect(typedOn(NO_LETTERS, { ...none, key: 'Enter', timeStamp: 1 })).toBeNull();
    expect(typedOn(NO_LETTERS, { ...none, key: ' ', timeStamp: 1 })).toBeNull();
  });

  it('lead to the next entry that begins so', () => {
    expect(entryWith('n', labels, -1)).toBe(2);
    expect(entryWith('n', labels, 2)).toBe(3);
    expect(entryWith('nn', labels, 3)).toBe(2);
    expect(entryWith('norw', labels, 2)).toBe(3);
    expect(entryWith('EAST US 2', labels, 0)).toBe(1);
    expect(entryWith('x', labels, 0)).toBe(-1);
    expect(entryWith('x', [], -1)).toBe(-1);
  });
});
