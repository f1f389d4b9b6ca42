import { describe, expect, test } from 'vitest';

import { baselineOf, fallen, mayBecome, risen } from './baseline.ts';

const hit = { line: 7, found: 'is told', instead: 'shows, reports' };

describe('a file', () => {
  const hits = new Map([['a.ts', [hit]]]);

  test('with as many phrases as its baseline is not reported', () => {
    expect([...risen({ 'a.ts': 1 }, hits), ...fallen({ 'a.ts': 1 }, hits)]).toEqual([]);
  });

  test('with more is reported with the line of each phrase, and with what to write', () => {
    expect(risen({}, hits)).toEqual([
      'a.ts: 1 forbidden phrases, baseline 0. Write the new ones differently:\n  7: “is told” → shows, reports',
    ]);
  });

  test('with fewer, or that is gone, is reported with the command', () => {
    const fewer = fallen({ 'a.ts': 2, 'b.ts': 1 }, hits);
    expect(fewer).toHaveLength(2);
    expect(fewer.every((line) => line.endsWith('npm run words'))).toBe(true);
  });
});

describe('a new baseline', () => {
  const before = { 'a.ts': 3, 'b.ts': 2 };
  const both = new Set(['a.ts', 'b.ts', 'c.ts']);

  test('lists files with phrases only, by path', () => {
    expect(
      Object.entries(
        baselineOf(
          new Map([
            ['b.ts', [hit]],
            ['a.ts', [hit, hit]],
            ['c.ts', []],
          ]),
        ),
      ),
    ).toEqual([
      ['a.ts', 2],
      ['b.ts', 1],
    ]);
  });

  test('may be lower', () => {
    expect(mayBecome(before, { 'a.ts': 3 }, both)).toBe(true);
  });

  test('can’t be higher', () => {
    expect(mayBecome(before, { 'a.ts': 4, 'b.ts': 2 }, both)).toBe(false);
    expect(mayBecome(before, { ...before, 'c.ts': 1 }, both)).toBe(false);
  });

  test('can’t be higher for a file because another one is lower', () => {
    expect(mayBecome(before, { 'a.ts': 4, 'b.ts': 1 }, both)).toBe(false);
  });

  test('follows a file that moves, or goes into another one', () => {
    const withoutA = new Set(['b.ts', 'c.ts']);
    expect(mayBecome(before, { 'b.ts': 2, 'c.ts': 3 }, withoutA)).toBe(true);
    expect(mayBecome(before, { 'b.ts': 5 }, withoutA)).toBe(true);
    expect(mayBecome(before, { 'b.ts': 6 }, withoutA)).toBe(false);
  });

  test('follows text that moves into a new file', () => {
    expect(mayBecome(before, { 'a.ts': 1, 'b.ts': 2, 'c.ts': 2 }, both)).toBe(true);
    expect(mayBecome(before, { 'a.ts': 1, 'b.ts': 2, 'c.ts': 3 }, both)).toBe(false);
  });
});
