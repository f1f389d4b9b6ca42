import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonValue, memberOf, placeAt, readJson } from '#src/model/template.ts';

const parsed = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  return value;
};

/** What the engine's own parser makes of a text; null: nothing. */
function byEngine(text: string): { readonly value: unknown } | null {
  try {
    return { value: parsed(text) };
  } catch {
    return null;
  }
}

describe('JSON', () => {
  test('is read as the engine reads it', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        const text = JSON.stringify(parsed(json), null, space);
        const read = readJson(text);
        expect(read.kind === 'json' && jsonValue(read.root)).toEqual(parsed(text));
      }),
    );
  });

  test('with one letter changed is JSON exactly where the engine says so', () => {
    const letters = fc.constantFrom(
      ...Array.from('{}[]",:\\/ \n\u0001\u007f019-+.eEtfnulu'),
      '\uD800',
      '',
    );
    fc.assert(
      fc.property(fc.json(), fc.nat(), letters, (json, at, letter) => {
        const place = at % (json.length + 1);
        const text = `${json.slice(0, place)}${letter}${json.slice(place + 1)}`;
        const read = readJson(text);
        const engine = byEngine(text);
        const value = read.kind === 'json' ? { value: jsonValue(read.root) } : null;
        expect(value).toEqual(engine);
        expect(read.kind === 'fault' ? read.at : 0).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('may start with a byte order mark', () => {
    expect(readJson('\uFEFF{}')).toMatchObject({ kind: 'json' });
  });

  test('that is nested too deep is a fault and breaks nothing', () => {
    expect(readJson('['.repeat(100_000))).toMatchObject({ kind: 'fault', fault: 'deep' });
  });
});

describe('a fault', () => {
  test.each([
    ['', 'empty', 1, 1],
    ['  \n ', 'empty', 2, 2],
    ['{\n  "a": 1,\n  b: 2\n}', 'key', 3, 3],
    ['{\n  "a" 1\n}', 'colon', 2, 7],
    ['{\n  "a": 1\n  "b": 2\n}', 'comma', 3, 3],
    ['[1, 2', 'unclosed', 1, 1],
    ['{"a": "b', 'unclosed', 1, 7],
    ['{"a": "b\nc"}', 'text', 1, 9],
    ['{"a": 01}', 'comma', 1, 8],
    ['{"a": .5}', 'number', 1, 7],
    ['{"a": yes}', 'unexpected', 1, 7],
    ['{} {}', 'after', 1, 4],
    ['{"a": 1,}', 'key', 1, 9],
  ])('of %j is %s at line %i, column %i', (text, fault, line, column) => {
    const read = readJson(text);
    expect(read).toMatchObject({ kind: 'fault', fault });
    expect(read.kind === 'fault' && placeAt(text, read.at)).toEqual({ line, column });
  });
});

test('lines end with any of three line ends', () => {
  expect(placeAt('a\r\nb\rc\nd', 7)).toEqual({ line: 4, column: 1 });
});

test('a member is found in any letter case, and of doubled ones the last', () => {
  const read = readJson('{"Type": 1, "type": 2}');
  const member = read.kind === 'json' ? memberOf(read.root, 'TYPE') : undefined;
  expect(member && jsonValue(member.value)).toBe(2);
});
