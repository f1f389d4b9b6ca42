import { describe, expect, test } from 'vitest';
import {
  allPlaces,
  azureWordsOf,
  draftGroup,
  findPlaces,
  firstHit,
  type Group,
  type Hit,
  hitsOf,
  isEnough,
  localGroup,
  otherPages,
  ruleGroup,
  searchedGroups,
  summaryOf,
} from '#src/app/search/hits.ts';
import { AZURE_WORDS } from '#src/strings/azure-words.ts';
import { searchResults } from '#src/strings/search.ts';
import { type Draft, DRAFT_VERSION } from '#src/wizard/draft/schema.ts';

const hitOf = (key: string): Hit => ({ key, title: key, remark: '', link: { to: '/' } });
const group = (
  name: 'pages' | 'instances' | 'vaults' | 'jobs' | 'rules',
  keys: readonly string[],
  more: Partial<Group> = {},
): Group => ({
  ...localGroup('pages', keys.map(hitOf)),
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
  const { key } = hitsOf(group('rules', ['a'], { more: hitOf('all') })).at(-1) ?? {};
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

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  version: DRAFT_VERSION,
  createdAt: 0,
  changedAt: 0,
  choices: { datasource: null, instance: null },
  takenBack: [],
  submission: { state: 'none' },
  ...more,
});
const drafts = [
  draft('1', { name: 'app01' }),
  draft('2', {
    name: 'SQL-erp-02',
    choices: { datasource: null, instance: null, vmName: 'erp-new' },
  }),
  draft('3', { name: 'app01_DataDisk_0' }),
  draft('4', { name: 'app01', task: 'recoverFiles' }),
  draft('5'),
];
const foundDrafts = (typed: string): string[] =>
  draftGroup(typed, drafts).hits.map(({ key }) => key);

test.each([
  ['app01', ['draft 1', 'draft 3', 'draft 4']],
  ['sql', ['draft 2']],
  ['ERP-NEW', ['draft 2']],
  ['app01 files', []],
  ['file app01', ['draft 4']],
  ['draft', ['draft 1', 'draft 2', 'draft 3', 'draft 4', 'draft 5']],
  ['subscriptions', []],
])('drafts are found by what they are called and what they create: %s', (typed, wanted) => {
  expect(foundDrafts(typed)).toEqual(wanted);
});

test('five are shown of more, and all are counted', () => {
  const many = Array.from({ length: 7 }, (_, index) => draft(String(index), { name: 'web' }));
  const { hits, total } = draftGroup('', many);
  expect([hits.length, total]).toEqual([5, 7]);
});

test('a draft says what it does, and whether it was sent', () => {
  const [hit] = draftGroup('sql', drafts).hits;
  expect(hit?.title).toBe('Restore of SQL-erp-02');
  expect(hit?.remark).toMatch(/^Changed .* not sent$/);
});

describe('the search words for Azure', () => {
  test.each([
    ['app', ['app']],
    ['  App01 ', ['app01']],
    ['recover app01', ['app01']],
    ['Restore VM app01', ['app01']],
    ['protected items app', ['app']],
    ['Recovery Services vault rsv-prod', ['rsv-prod']],
    ['vault rsv-prod weu', ['rsv-prod', 'weu']],
    ['job 3021262a', ['3021262a']],
    ['resource group rg-erp', ['rg-erp']],
    ['draft app01', ['app01']],
    ['roll back app01', ['app01']],
    ['get app01 back', ['app01']],
    ['undo app01', ['app01']],
    ['recover', ['recover']],
    ['recover-01', ['recover-01']],
    ['vault-01', ['vault-01']],
  ])('%s: %o', (typed, words) => {
    expect(azureWordsOf(typed)).toEqual(words);
  });

  test.each(['', ' ', 'a', ' a ', 'recover a'])(
    'nothing, when so little was typed: %o',
    (typed) => {
      expect(azureWordsOf(typed)).toEqual([]);
    },
  );

  test('two letters are enough to search', () => {
    expect(isEnough('ap')).toBe(true);
    expect(isEnough(' a ')).toBe(false);
  });
});

test('a constraint shows its sentence, its ID, its kind and its source', () => {
  const { hits, more, total } = ruleGroup('csr.vault-moved');
  expect([total, more]).toEqual([1, null]);
  expect(hits[0]?.title).toMatch(/^The vault was moved while/);
  expect(hits[0]?.remark).toMatch(/^csr\.vault-moved · Not possible · Restore Azure VMs, .* 2024$/);
  expect(hits[0]?.link).toMatchObject({ to: '/rules', search: { rule: 'csr.vault-moved' } });
});

test('of many constraints a few are shown, with the way to all of them', () => {
  const { hits, more, total } = ruleGroup(' vault ');
  expect(hits).toHaveLength(5);
  expect(more?.title).toBe(`Show all ${String(total)} constraints that match`);
  expect(more?.link).toMatchObject({ to: '/rules', search: { q: 'vault' } });
});

const titles = (typed: string): string[] => findPlaces(typed, []).map(({ title }) => title);

describe('pages are found', () => {
  test.each([
    ['over', ['Overview']],
    ['Jobs', ['Backup jobs']],
    ['backup i', ['Backup instances']],
    ['constr', ['Constraints']],
    ['restore', ['Start a new restore', 'Recover files from a restore point']],
    ['files', ['Recover files from a restore point']],
    ['shortcut', ['Keyboard shortcuts']],
  ])('by their own name: %s', (typed, wanted) => {
    expect(titles(typed)).toEqual(wanted);
  });

  test.each([
    ['Resiliency', 'Overview'],
    ['business continuity', 'Overview'],
    ['Backup center', 'Overview'],
    ['alerts', 'Overview'],
    ['Recover', 'Start a new restore'],
    ['File Recovery', 'Recover files from a restore point'],
    ['Protected items', 'Backup instances'],
    ['protection inv', 'Backup instances'],
    ['backup item', 'Backup instances'],
    ['Monitoring + Reporting', 'Backup jobs'],
    ['Recovery Services vault', 'Vaults'],
    ['backup vaults', 'Vaults'],
  ])("by Azure's newer words: %s", (typed, wanted) => {
    expect(titles(typed)).toContain(wanted);
    expect(findPlaces(typed, []).find(({ title }) => title === wanted)?.remark).toMatch(
      /^In Azure: /,
    );
  });

  test.each([
    ['roll back', ['What happened?', 'Start a new restore']],
    ['undo', ['What happened?', 'Start a new restore', 'Recover files from a restore point']],
    ['get VM back', ['What happened?', 'Start a new restore']],
    ['lost file', ['Recover files from a restore point']],
    ["why can't I", ['Constraints']],
    ['clean up', ['Leftover resources']],
    ['still left', ['Leftover resources']],
    ['time zone', ['Settings']],
  ])('by what people type: %s', (typed, wanted) => {
    expect(titles(typed)).toEqual(wanted);
    expect(findPlaces(typed, [])[0]?.remark).toMatch(/^Found by “.+”$/);
  });

  test('exact names before those that only start so', () => {
    expect(titles('recover')).toEqual([
      'Start a new restore',
      'Vaults',
      'Recover files from a restore point',
    ]);
    expect(titles('recovery')).toEqual(['Vaults', 'Recover files from a restore point']);
    expect(titles('vaults')).toEqual(['Vaults']);
  });

  test.each(['ackup', 'app01', 'zzz', 'center of'])('not by %s', (typed) => {
    expect(titles(typed)).toEqual([]);
  });

  test('each once, and all of them before anything is typed', () => {
    expect(allPlaces([]).map(({ title }) => title)).toEqual([
      'Overview',
      'Backup instances',
      'Backup jobs',
      'Drafts',
      'Vaults',
      'Constraints',
      'What happened?',
      'Start a new restore',
      'Recover files from a restore point',
      'Leftover resources',
      'Settings',
      'Keyboard shortcuts',
    ]);
    for (const { theirs, place } of AZURE_WORDS.filter((word) => word.place !== null)) {
      const found = findPlaces(theirs, []).filter(({ key }) => key === `page ${String(place)}`);
      expect([theirs, found.length]).toEqual([theirs, 1]);
    }
  });

  test('by its title as soon as it has a route, unless it is a page of one thing', () => {
    const others = otherPages([
      { fullPath: '/drafts', options: { staticData: { title: 'Unfinished' } } },
      { fullPath: '/vaults/$vaultId', options: { staticData: { title: 'Vault' } } },
      { fullPath: '/restore/new', options: {} },
      { fullPath: '..', options: { staticData: { title: 'Quotas' } } },
    ]);
    expect(others).toEqual([{ title: 'Quotas', link: { to: '..' } }]);
    const page = { key: 'page ..', title: 'Quotas', remark: '', link: { to: '..' } };
    expect(findPlaces('quot', others)).toEqual([page]);
    expect(allPlaces(others).at(-1)).toEqual(page);
  });
});
