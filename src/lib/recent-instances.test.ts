import { expect, test } from 'vitest';
import { type OpenedInstance, withOpened } from './recent-instances.ts';

const opened = (id: string, place: readonly string[] = []): OpenedInstance => ({
  id,
  name: id.toLowerCase(),
  place: [...place],
});
const ids = (list: readonly OpenedInstance[]) => list.map(({ id }) => id);

test('the instance opened last comes first, each once, whatever the case of its id', () => {
  const list = ['a', 'b', 'c'].reduce<readonly OpenedInstance[]>(
    (before, id) => withOpened(before, opened(id)),
    [],
  );
  expect(ids(list)).toEqual(['c', 'b', 'a']);
  expect(ids(withOpened(list, opened('A')))).toEqual(['A', 'c', 'b']);
});

test('what is known of one is replaced by what is known now', () => {
  expect(withOpened([opened('a', ['rg-old'])], opened('a', ['rg-new']))).toEqual([
    opened('a', ['rg-new']),
  ]);
});

test('five are stored, and the one opened longest ago is left out', () => {
  const list = ['a', 'b', 'c', 'd', 'e', 'f'].reduce<readonly OpenedInstance[]>(
    (before, id) => withOpened(before, opened(id)),
    [],
  );
  expect(ids(list)).toEqual(['f', 'e', 'd', 'c', 'b']);
});
