import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { ListFile } from '#src/datasources/list.ts';
import { fileText, filteredText } from '#src/pages/list/file.ts';

/** The files of lists: their rows, and what stands below them. */

const names = { subscriptions: {}, regions: {} };

const file: ListFile<{ readonly name: string }> = {
  fileName: 'a.csv',
  heads: ['Name', 'Size', 'Tags'],
  lines: (rows) => ({
    cells: rows.map(({ name }) => [name, 1, null]),
    notes: rows.length === 0 ? ['No rows.'] : [],
  }),
};
const plain = { caveats: [], names, queries: new QueryClient(), whole: null };

test('what the page and the lines say stands below the rows, as wide as they are', async () => {
  const caveats = ['Not checked: a secondary region.', '=1+1 isn’t listed.'];
  const rows = [{ name: 'app01' }];
  expect(await fileText({ ...plain, file, rows, caveats })).toEqual({
    text: [
      'Name,Size,Tags',
      'app01,1,',
      'Note,Not checked: a secondary region.,',
      "Note,'=1+1 isn’t listed.,",
      '',
    ].join('\r\n'),
    notes: caveats,
  });
  expect((await fileText({ ...plain, file, rows: [] })).notes).toEqual(['No rows.']);
  expect((await fileText({ ...plain, file, rows })).text).toBe('Name,Size,Tags\r\napp01,1,\r\n');
});

const filter = (label: string, chosen: readonly string[]) => ({
  part: label,
  label,
  options: [{ value: 'a', text: 'Failed' }],
  chosen,
});

test.each([
  ['', [], null],
  ['', [filter('Status', [])], null],
  ['', [filter('Status', ['all'])], null],
  ['', [filter('Status', ['a'])], 'Filtered by Status: Failed.'],
  ['', [filter('Status', ['a', 'b'])], 'Filtered by Status: Failed / b.'],
  ['app', [filter('Vault', ['v'])], 'Filtered by Name: app, Vault: v.'],
] as const)(
  'a list searched for “%s” with filters %j is filtered by: %s',
  (value, filters, text) => {
    expect(filteredText({ search: { label: 'Name', value } }, filters)).toBe(text);
  },
);
