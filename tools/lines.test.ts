import { expect, test } from 'vitest';

import { codeLines, roomOf } from './lines/count.ts';

test('a line counts when something stands in it that is no comment', () => {
  const text = [
    '/** What',
    ' * this is. */ export const one = 1;',
    '',
    '// Nothing.',
    "const two = 'a // b'; // two",
    'const three = `',
    '/* text */',
    '`;',
  ];
  expect(codeLines('x.ts', text.join('\n'))).toBe(5);
  expect(codeLines('x.tsx', 'const a = <p>\n{/* why */}\n// said\n</p>;')).toBe(4);
});

test.each([
  ['src/main.tsx', '(src)'],
  ['src/lib/clock.ts', 'lib'],
  ['src/api/arm/send.ts', 'api'],
  ['src/datasources/registry.ts', 'datasources'],
  ['src/datasources/azure-vm/index.ts', 'datasources/azure-vm'],
  ['src/mocks/world/fold.ts', 'mocks'],
  ['src/mocks/world/worlds/default.ts', 'data'],
  ['src/rules/cases/zones.ts', 'data'],
])('%s is of the room %s', (path, room) => {
  expect(roomOf(path)).toBe(room);
});
