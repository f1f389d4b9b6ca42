import { expect, test } from 'vitest';

import { readIndex } from './index-file.ts';

test('an index gives file, operation and method, whatever the order of its columns', () => {
  const text = `# Samples

| method | file | statuses | operation |
|---|---|---|---|
| GET | \`a/One.json\` | 200 | One_Get |
| POST | \`b/Two.json\` | 202 | Two_Start (not in the spec) |
`;
  expect(readIndex(text)).toEqual([
    { file: 'a/One.json', operation: 'One_Get', method: 'GET' },
    { file: 'b/Two.json', operation: 'Two_Start (not in the spec)', method: 'POST' },
  ]);
});

test('a text without such a table says nothing', () => {
  expect(readIndex('# Samples\n\n| a | b |\n|---|---|\n| 1 | 2 |\n')).toEqual([]);
  expect(readIndex('')).toEqual([]);
});
