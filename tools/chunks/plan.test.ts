import { describe, expect, test } from 'vitest';

import { asOne, bytesOf, Graph, type Opening, type Piece } from './graph.ts';
import { Planner } from './plan.ts';

/** Text that compresses badly alone, and most of which is the same for each seed. */
const code = (seed: number): string =>
  `let seed=${seed};${Array.from({ length: 60 }, (_, line) => `let p${line ** 5}=${line ** 7};`).join('')}`;

const piece = (id: string, imports: readonly string[] = [], canJoin = true): Piece => ({
  id,
  keys: [id],
  code: code(id.length),
  size: bytesOf(code(id.length)),
  imports: new Set(imports),
  canJoin,
  isLazy: false,
  owners: new Set(),
});

const planned = (pieces: readonly Piece[], openings: readonly Opening[]): string[][] => {
  const graph = new Graph(pieces);
  new Planner(graph, openings, new Map()).run();
  return graph.pieces().map(({ keys }) => keys.toSorted());
};

const page = (start: string, limit = 100_000): Opening => ({ name: start, start: [start], limit });

describe('a plan', () => {
  test('joins what the same pages load', () => {
    const pieces = [piece('page', ['one', 'three'], false), piece('one'), piece('three')];
    expect(planned(pieces, [page('page')])).toContainEqual(['one', 'three']);
  });

  test('leaves alone what has to stay a file of its own', () => {
    const pieces = [piece('page', ['one'], false), piece('one')];
    expect(planned(pieces, [page('page')])).toEqual([['page'], ['one']]);
  });

  test('joins what is loaded lazily with what the same datasource loads alone', () => {
    const lists = { ...piece('lists'), isLazy: true, owners: new Set(['vm']) };
    const rows = (...owners: readonly string[]): Piece => ({
      ...piece('rows'),
      owners: new Set(owners),
    });
    const openings = [page('lists')];
    expect(planned([lists, rows('vm')], openings)).toEqual([['lists', 'rows']]);
    expect(planned([lists, rows('vm', 'disk')], openings)).toHaveLength(2);
    expect(planned([lists, { ...rows('disk'), isLazy: true }], openings)).toHaveLength(2);
  });

  test('joins files that wait for each other', () => {
    const pieces = [
      piece('page', ['one'], false),
      piece('one', ['three']),
      piece('three', ['one']),
    ];
    expect(planned(pieces, [page('page', 0)])).toEqual([['page'], ['one', 'three']]);
  });

  test('lets no file wait for another that waits for it', () => {
    const pieces = [
      piece('page', ['one'], false),
      piece('one', ['between']),
      piece('between', ['three'], false),
      piece('three'),
    ];
    expect(planned(pieces, [page('page')])).toHaveLength(4);
  });

  test('lets no page load more than its limit', () => {
    const pieces = [
      piece('page', ['one'], false),
      piece('other', ['three'], false),
      piece('one'),
      piece('three'),
    ];
    const tight = bytesOf(code(4)) + bytesOf(code(3)) + 700;
    expect(planned(pieces, [page('page', tight), page('other')])).toHaveLength(4);
    expect(planned(pieces, [page('page'), page('other')])).toHaveLength(3);
  });

  test('counts what a joined file takes along', () => {
    const far = piece('far');
    const graph = new Graph([
      piece('page', ['one'], false),
      piece('one'),
      piece('three', ['far']),
      far,
    ]);
    const [one, other] = [piece('one'), piece('three', ['far'])];
    const both = asOne(one, other, new Map());
    graph.join(one, other, both);
    expect(graph.loads([page('page')])).toEqual([bytesOf(code(4)) + both.size + far.size]);
    graph.part(one, other, both);
    expect(graph.loads([page('page')])).toEqual([bytesOf(code(4)) + one.size]);
  });

  test('drops the import of what is now in the same file', () => {
    const one = { ...piece('one'), code: 'import{a as b}from"./three-1.js";use(b);' };
    const other = { ...piece('three'), code: 'const a=1;export{a};' };
    const files = new Map([['three-1.js', 'three']]);
    expect(asOne(one, other, files).code).toBe('use(b);const a=1;export{a};');
  });
});
