import { describe, expect, test } from 'vitest';
import {
  firstHit,
  type Group,
  type Hit,
  hitsOf,
  localGroup,
  searchedGroups,
  summaryOf,
} from './hits.ts';
import { searchResults } from '#src/strings/search.ts';

const hit = (key: string): Hit => ({ key, title: key, remark: '', link: { to: '/' } });
const group = (
  name: 'pages' | 'instances' | 'vaults' | 'jobs' | 'rules',
  keys: readonly string[],
  more: Partial<Group> = {},
): Group => ({
  ...localGroup('pages', keys.map(hit)),
  name,
  words: searchResults[name],
  ...more,
});
const problem = {
  kind: 'forbidden',
  message: '',
  code: null,
  requestId: null,
  missingAction: null,
  body: '',
  way: 'after',
} as const;

describe('the result that Enter opens', () => {
  test('is the first of all groups', () => {
    expect(firstHit([group('pages', []), group('vaults', ['b', 'c'])])).toBe('b');
    expect(firstHit([group('pages', ['a']), group('vaults', ['b'])])).toBe('a');
    expect(firstHit([group('pages', []), group('vaults', [])])).toBeNull();
    expect(firstHit([])).toBeNull();
  });

  test('is none while a group that stands before it is being read', () => {
    const reading = group('instances', [], { isReading: true });
    expect(firstHit([group('pages', []), reading, group('rules', ['r'])])).toBeNull();
    expect(firstHit([group('pages', ['a']), reading])).toBe('a');
  });

  test('is never one of an earlier search', () => {
    const older = group('instances', ['old'], { isReading: true, olderTyped: 'o' });
    expect(firstHit([older, group('rules', ['r'])])).toBeNull();
  });

  test('may stand behind a group that could not be searched', () => {
    expect(firstHit([group('instances', [], { problem }), group('rules', ['r'])])).toBe('r');
  });
});

test('the way to all of a group comes after its results', () => {
  const { key } = hitsOf(group('rules', ['a'], { more: hit('all') })).at(-1) ?? {};
  expect(key).toBe('all');
  expect(hitsOf(group('rules', ['a']))).toHaveLength(1);
});

describe('what is read out', () => {
  test('counts all there are, not only those shown', () => {
    const groups = [group('pages', ['a']), group('jobs', ['j'], { total: 12 })];
    expect(summaryOf(groups, 'x')).toBe('Found: 1 page and 12 backup jobs.');
  });

  test('is nothing while something is being read', () => {
    expect(summaryOf([group('jobs', [], { isReading: true })], 'x')).toBe('');
  });

  test('says that nothing was found, and what was not searched', () => {
    const groups = [group('pages', []), group('vaults', [], { problem })];
    expect(summaryOf(groups, 'x')).toBe('No results for x. Couldn’t search Vaults.');
    expect(searchedGroups(groups)).toEqual(['Pages']);
  });
});
