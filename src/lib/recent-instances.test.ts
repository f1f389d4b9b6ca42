import { expect, test } from 'vitest';
import { ownName } from '#src/lib/owner.ts';
import { resetPageState } from '#src/lib/page-state.ts';
import { freshStorage } from '#src/lib/testing.ts';
import {
  noteOpened,
  type OpenedInstance,
  recentInstances,
  withOpened,
} from './recent-instances.ts';

const storage = freshStorage();

const opened = (id: string, place: readonly string[] = []): OpenedInstance => ({
  id,
  name: id.toLowerCase(),
  place,
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

test('they are kept for the account, over a load of the page', () => {
  noteOpened(opened('a', ['rg', 'vault']));
  resetPageState();
  expect(recentInstances()).toEqual([opened('a', ['rg', 'vault'])]);
  expect([...storage.entries.keys()]).toEqual([ownName('recentInstances')]);
});

test.each(['nonsense', '{}', '[{"id":"a","name":"a"}]', '[{"id":1,"name":"a","place":[]}]'])(
  'an entry of another shape is none: %s',
  (text) => {
    storage.entries.set(ownName('recentInstances'), text);
    expect(recentInstances()).toEqual([]);
  },
);
