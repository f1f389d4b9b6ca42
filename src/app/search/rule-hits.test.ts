import { expect, test } from 'vitest';
import { ruleGroup } from './hits.ts';

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
