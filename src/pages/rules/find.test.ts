import { describe, expect, test } from 'vitest';
import { ENTRIES, entriesOf, entryById } from './entries.ts';
import { findRules } from './filters.ts';

const ids = (typed: string): string[] => findRules(typed).map(({ rule }) => rule.id);

describe('constraints are found', () => {
  test('by their id, the exact one first', () => {
    expect(ids('csr.disabled')[0]).toBe('csr.disabled');
    expect(ids('CSR.disabled')).toContain('csr.disabled.reenable');
  });

  test('by the beginning of an id before its middle, by what they say, and by their source', () => {
    const found = ids('after');
    expect(found[0]).toMatch(/^after\./);
    expect(findRules('REST API').length).toBeGreaterThan(0);
    expect(ids('permanently can’t be undone')).toEqual(['csr.permanent.irreversible']);
  });

  test('by the field that they speak about', () => {
    expect(ids('Availability Zone')).toContain('czr.pinned-zone-down');
  });

  test.each([
    ['recovery point', 'restore point'],
    ['Recover', 'restore'],
    ['protected items', 'backup instance'],
    ['Recovery Services vault', 'vault'],
  ])("by Azure's newer words: %s finds all that %s finds", (theirs, ours) => {
    expect(ids(theirs)).toEqual(expect.arrayContaining(ids(ours)));
    expect(ids(ours).length).toBeGreaterThan(0);
  });

  test('not at all by what no constraint has', () => {
    expect(ids('zzz')).toEqual([]);
  });

  test('all of Azure Backup by nothing', () => {
    expect(ids('')).toEqual(entriesOf('azure-backup').map(({ rule }) => rule.id));
  });
});

describe('a constraint by its address', () => {
  test('is the one with that id, in any letter case', () => {
    expect(entryById(' CSR.Disabled ')?.rule.id).toBe('csr.disabled');
    expect(entryById('csr.nothing')).toBeUndefined();
    expect(entryById('')).toBeUndefined();
  });

  test('has an id of its own', () => {
    expect(new Set(ENTRIES.map(({ rule }) => rule.id.toLowerCase())).size).toBe(ENTRIES.length);
  });
});
