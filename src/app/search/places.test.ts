import { describe, expect, test } from 'vitest';
import { AZURE_WORDS } from '#src/strings/azure-words.ts';
import { allPlaces, findPlaces, otherPages } from './hits.ts';

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
