import { expect, test } from 'vitest';
import { cycleIn } from './cycle.ts';

const of = (imports: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  cycleIn(new Map(Object.entries(imports)));

test('files that several others import are no cycle', () => {
  expect(of({ page: ['parts', 'words'], parts: ['words'], words: [], other: ['parts'] })).toEqual(
    [],
  );
});

test('files that wait for each other are named, without those that only lead there', () => {
  expect(of({ page: ['parts'], parts: ['rules'], rules: ['words', 'parts'] })).toEqual([
    'parts',
    'rules',
  ]);
});

test('a file that waits for itself is one', () => {
  expect(of({ page: ['page'] })).toEqual(['page']);
});
