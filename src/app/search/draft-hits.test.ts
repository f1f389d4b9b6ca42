import { expect, test } from 'vitest';
import { draftGroup } from './hits.ts';
import { DRAFT_VERSION, type Draft } from '#src/wizard/draft/schema.ts';

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
const found = (typed: string): string[] => draftGroup(typed, drafts).hits.map(({ key }) => key);

test.each([
  ['app01', ['draft 1', 'draft 3', 'draft 4']],
  ['sql', ['draft 2']],
  ['ERP-NEW', ['draft 2']],
  ['app01 files', []],
  ['file app01', ['draft 4']],
  ['draft', ['draft 1', 'draft 2', 'draft 3', 'draft 4', 'draft 5']],
  ['subscriptions', []],
])('drafts are found by what they are called and what they create: %s', (typed, wanted) => {
  expect(found(typed)).toEqual(wanted);
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
