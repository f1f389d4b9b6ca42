import { describe, expect, test } from 'vitest';
import { documentsOf, ENTRIES, entriesOf, entryById, PRODUCTS } from '#src/pages/rules/entries.ts';
import {
  filteredRules,
  FILTERS,
  filterValues,
  findRules,
  groupHash,
  isGroupOpen,
  readFilters,
  withGroups,
} from '#src/pages/rules/filters.ts';
import { catalogue } from '#src/rules/catalogue.ts';
import { productOf } from '#src/rules/engine.ts';
import { RULE_STEPS, ruleStepOf } from '#src/rules/rule.ts';

const found = (typed: Parameters<typeof readFilters>[0], text = '') =>
  filteredRules(text, readFilters(typed));
const count = (typed: Parameters<typeof readFilters>[0]): number => found(typed).length;
const azure = catalogue.filter((rule) => productOf(rule) === 'azure-backup');

describe('filters of an address', () => {
  test('nothing asked for lets all of Azure Backup pass', () => {
    expect(readFilters({})).toEqual({
      product: 'azure-backup',
      filters: { step: [], group: [], kind: [], document: [], enforcedBy: [] },
      ignored: [],
    });
    expect(found({}).map(({ rule }) => rule.id)).toEqual(azure.map(({ id }) => id));
  });

  test('another product is shown alone, and never with nothing asked for', () => {
    expect(PRODUCTS.reduce((sum, product) => sum + count({ product }), 0)).toBe(catalogue.length);
    expect(found({ product: 'commvault' }).map(({ rule }) => rule.group)).toEqual(
      catalogue.filter(({ group }) => group === 'commvault').map(({ group }) => group),
    );
    expect(found({}).filter(({ rule }) => rule.group === 'commvault')).toEqual([]);
  });

  test('a step has what is met there, and every step is offered in its place', () => {
    const offered = filterValues('azure-backup', 'step').map(({ value }) => value);
    expect(offered).toEqual(RULE_STEPS);
    expect(found({ step: 'network-access' }).map(({ rule }) => ruleStepOf(rule))).toContain(
      'network-access',
    );
    expect(found({ step: 'jobs' }).every(({ rule }) => ruleStepOf(rule) === 'jobs')).toBe(true);
  });

  test('what means nothing is left out and named; the rest applies', () => {
    const { filters, product, ignored } = readFilters({
      group: 'csr,odd',
      kind: 'BLOCK',
      document: '',
      product: 'azure',
    });
    expect(filters.group).toEqual(['csr']);
    expect(product).toBe('azure-backup');
    expect(ignored).toEqual(['product=azure', 'kind=BLOCK', 'group=odd']);
  });

  test('each value of each filter has constraints, and a name', () => {
    for (const name of FILTERS) {
      const values = filterValues('azure-backup', name);
      expect(values.length).toBeGreaterThan(1);
      expect(values.filter(({ value }) => count({ [name]: value }) === 0)).toEqual([]);
      expect(values.filter(({ text }) => text === '')).toEqual([]);
    }
  });

  test('two values of one filter are either, two filters are both', () => {
    expect(count({ group: 'csr,crr' })).toBe(count({ group: 'csr' }) + count({ group: 'crr' }));
    const both = found({ group: 'csr', kind: 'block' });
    expect(both.every(({ rule }) => rule.group === 'csr' && rule.kind === 'block')).toBe(true);
    expect(both.length).toBeGreaterThan(0);
  });

  test('what is typed narrows further', () => {
    expect(found({ group: 'csr' }, 'permanently').length).toBeLessThan(count({ group: 'csr' }));
  });

  test('only enforced constraints pass a filter by who enforces them', () => {
    const enforced = found({ enforcedBy: 'advice' });
    expect(enforced.length).toBeGreaterThan(0);
    for (const { rule } of enforced) expect(['block', 'require-field']).toContain(rule.kind);
  });
});

describe('groups of the list', () => {
  test('are closed until they are opened, and again once they are closed', () => {
    expect(isGroupOpen({}, '', 'csr')).toBe(false);
    const opened = withGroups(withGroups({}, '', ['csr'], true), '', ['staging'], true);
    expect(opened).toEqual({ open: 'csr,staging', closed: undefined });
    expect(isGroupOpen(opened, '', 'csr')).toBe(true);
    expect(isGroupOpen(opened, '', 'crr')).toBe(false);
    expect(withGroups(opened, '', ['csr', 'staging'], false).open).toBeUndefined();
  });

  test.each([{ q: 'tenant' }, { kind: 'block' }, { group: 'csr' }])(
    'are open with what %o finds, until they are closed',
    (search) => {
      expect(isGroupOpen(search, '', 'csr')).toBe(true);
      const closed = withGroups(search, '', ['csr'], false);
      expect(closed).toEqual({ ...search, open: undefined, closed: 'csr' });
      expect(isGroupOpen(closed, '', 'csr')).toBe(false);
      expect(isGroupOpen(withGroups(closed, '', ['csr'], true), '', 'csr')).toBe(true);
    },
  );

  test('are not opened by what finds nothing: blanks, odd values, another product', () => {
    for (const odd of [{ q: '  ' }, { kind: 'BLOCK' }, { product: 'commvault' }, { open: 'odd' }])
      expect(isGroupOpen(odd, '', 'csr')).toBe(false);
  });

  test('are open where a link leads, until they are closed', () => {
    const hash = groupHash('csr');
    expect(isGroupOpen({}, hash, 'csr')).toBe(true);
    expect(isGroupOpen({}, hash, 'staging')).toBe(false);
    expect(isGroupOpen(withGroups({}, hash, ['csr'], false), hash, 'csr')).toBe(false);
  });

  test('that were open before a search are open after it', () => {
    const searched = { ...withGroups({}, '', ['csr'], true), q: 'tenant' };
    const after = { ...withGroups(searched, '', ['staging'], false), q: undefined };
    expect(isGroupOpen(after, '', 'csr')).toBe(true);
    expect(isGroupOpen(after, '', 'staging')).toBe(false);
  });
});

describe('the line of the page', () => {
  test('counts the documents of each product', () => {
    expect(PRODUCTS.map(documentsOf)).toEqual([4, 1]);
  });
});

const ids = (typed: string): string[] => findRules(typed).map(({ rule }) => rule.id);

describe('constraints are found', () => {
  test('by their id, the exact one first', () => {
    expect(ids('csr.disabled')[0]).toBe('csr.disabled');
    expect(ids('CSR.disabled')).toContain('csr.disabled.reenable');
  });

  test('by the beginning of an id before its middle, by what they say, and by their source', () => {
    const hits = ids('after');
    expect(hits[0]).toMatch(/^after\./);
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
