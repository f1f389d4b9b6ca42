import { expect, test } from 'vitest';
import { callsOf, edited, statementsFor } from './style-calls.ts';

const CODE = `import { makeStyles, makeStaticStyles, tokens } from '@fluentui/react-components';
import { NARROW, unused } from '#src/ui/narrow.ts';
const EDGE = 4;
const useStyles = makeStyles({ root: { padding: \`\${EDGE}px\`, [NARROW]: { color: tokens.a } } });
export const WIDE = EDGE * 2;
const other = unused();
const usePage = makeStaticStyles('body{margin:0}');
`;

test('finds the calls that make styles, and what each is given', () => {
  const calls = callsOf('a.ts', CODE);
  expect(calls.map(({ name, value: { start, end } }) => [name, CODE.slice(start, end)])).toEqual([
    ['makeStyles', '{ root: { padding: `${EDGE}px`, [NARROW]: { color: tokens.a } } }'],
    ['makeStaticStyles', "'body{margin:0}'"],
  ]);
});

test('takes of a module what expressions need, and what others may import', () => {
  expect(statementsFor(['[NARROW]: EDGE'], 'a.ts', CODE)).toEqual([
    "import { NARROW } from '#src/ui/narrow.ts';",
    'const EDGE = 4;',
    'export const WIDE = EDGE * 2;',
  ]);
});

test('writes parts of a text anew, in whatever order they come', () => {
  const edits = [
    { start: 0, end: 1, text: 'first' },
    { start: 2, end: 3, text: '' },
  ];
  expect(edited('a-c', edits)).toBe('first-');
  expect(edited('a-c', edits.toReversed())).toBe('first-');
});
