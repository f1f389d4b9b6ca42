import { describe, expect, test } from 'vitest';
import { catalogue } from '#src/rules/catalogue.ts';
import { FILTER_VALUES, filteredRules, readFilters } from './filters.ts';

const none = readFilters({}).filters;
const count = (typed: Parameters<typeof readFilters>[0]): number =>
  filteredRules('', readFilters(typed).filters).length;

describe('filters of an address', () => {
  test('nothing asked for lets all pass', () => {
    expect(readFilters({})).toEqual({
      filters: { group: [], kind: [], document: [], enforcedBy: [] },
      ignored: [],
    });
    expect(filteredRules('', none)).toHaveLength(catalogue.length);
  });

  test('what means nothing is left out and named; the rest applies', () => {
    const { filters, ignored } = readFilters({ group: 'csr,odd', kind: 'BLOCK', document: '' });
    expect(filters.group).toEqual(['csr']);
    expect(ignored).toEqual(['group=odd', 'kind=BLOCK']);
  });

  test('each value of each filter has constraints, and a name', () => {
    for (const [name, values] of Object.entries(FILTER_VALUES)) {
      expect(values.length).toBeGreaterThan(1);
      expect(values.filter(({ value }) => count({ [name]: value }) === 0)).toEqual([]);
      expect(values.filter(({ text }) => text === '')).toEqual([]);
    }
  });

  test('two values of one filter are either, two filters are both', () => {
    expect(count({ group: 'csr,crr' })).toBe(count({ group: 'csr' }) + count({ group: 'crr' }));
    const both = filteredRules('', readFilters({ group: 'csr', kind: 'block' }).filters);
    expect(both.every(({ rule }) => rule.group === 'csr' && rule.kind === 'block')).toBe(true);
    expect(both.length).toBeGreaterThan(0);
  });

  test('what is typed narrows further', () => {
    const { filters } = readFilters({ group: 'csr' });
    expect(filteredRules('permanently', filters).length).toBeLessThan(count({ group: 'csr' }));
  });

  test('only constraints that somebody enforces pass a filter for who does', () => {
    const enforced = filteredRules('', readFilters({ enforcedBy: 'advice' }).filters);
    expect(enforced.length).toBeGreaterThan(0);
    for (const { rule } of enforced) expect(['block', 'require-field']).toContain(rule.kind);
  });
});
