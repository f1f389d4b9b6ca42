import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from './catalogue.ts';
import { dateOf } from './rule.ts';

const rows = catalogue.filter(({ newer }) => newer === true);

// The edition lies beside the checkout while the project is written.
const edition = new URL('../../../shared/edition-2026.md', import.meta.url);

/** Ids of its table of rules that change; ours where it is not there. */
function changing(): string[] {
  const own = rows.map(({ id }): string => id).filter((id) => !id.startsWith('platform.'));
  if (!existsSync(edition)) return own;
  const [, table = ''] = readFileSync(edition, 'utf8').split(/^## .*Table A.*$/m);
  const [changed = ''] = table.split('Only the base of the comparison');
  return [...changed.matchAll(/^\| `([a-z0-9.-]+)` \|/gm)].flatMap(([, id]) => id ?? []);
}

test('each rule that a newer text changes is named once, and a warning of ours', () => {
  const ids = rows.map(({ id }): string => id);
  expect(new Set(ids).size).toBe(63);
  expect(ids).toHaveLength(63);
  expect(ids.filter((id) => id !== 'platform.czr.both-tiers').toSorted()).toEqual(
    changing().toSorted(),
  );
});

test.each(rows)('$id has the date of its document', ({ source: [{ document, date }] }) => {
  expect(date).not.toBeNull();
  expect(Object.entries(dateOf)).toContainEqual([document, date]);
});

test('a rule that no newer text changes does not say so', () => {
  expect(catalogue.find(({ id }) => id === 'staging.region')?.newer).toBeUndefined();
});
