import { resolveStyleRulesForSlots, type GriffelStyle } from '@griffel/core';
import { expect, test } from 'vitest';
import { inSheetOrder, sheetText } from './style-sheet.ts';

/** What the rules of a style declare, in the order of the sheet. */
const declared = (...styles: readonly GriffelStyle[]): readonly string[] =>
  inSheetOrder(styles.map((root) => resolveStyleRulesForSlots({ root })[1])).map((css) =>
    css.replaceAll(/\.f\w+/g, ''),
  );

test('a part of a property comes after the whole, whichever was compiled first', () => {
  expect(declared({ paddingTop: '3px', paddingBlock: '2px' }, { padding: '1px' })).toEqual([
    '{padding:1px;}',
    '{padding-block:2px;}',
    '{padding-top:3px;}',
  ]);
});

test('states come in the order of Griffel, and what holds for some media last', () => {
  const style: GriffelStyle = {
    '@media (max-width: 9px)': { color: 'red' },
    ':active': { color: 'blue' },
    ':hover': { color: 'green' },
    ':focus': { color: 'gray' },
    color: 'black',
  };
  expect(declared(style)).toEqual([
    '{color:black;}',
    ':focus{color:gray;}',
    ':hover{color:green;}',
    ':active{color:blue;}',
    '@media (max-width: 9px){{color:red;}}',
  ]);
});

test('a rule is there once, and one for both directions of writing as two', () => {
  const style: GriffelStyle = { '@media print': { borderLeft: '1px solid red' } };
  expect(declared({ color: 'red' }, { color: 'red' }, style)).toEqual([
    '{color:red;}',
    '@media print{{border-left:1px solid red;}}',
    '@media print{{border-right:1px solid red;}}',
  ]);
});

test('the color of a placeholder has the name that all browsers know', () => {
  expect(declared({ '::placeholder': { color: 'red' } })).toEqual(['::placeholder{color:red;}']);
});

test('the rules of a reset stay in their order', () => {
  const r = ['.r1a{color:red;}', '.r1a:hover{color:blue;}', '.r1a:focus{color:gray;}'];
  expect(inSheetOrder([{ r }])).toEqual(r);
});

test('neighbors for the same media share one at-rule', () => {
  const rules = [
    '.a{top:0;left:0;}',
    '@media print{.b{top:0;}}',
    '@media print{.c{top:1px;}}',
    '@media screen{.d{top:0;}}',
  ];
  expect(sheetText(rules)).toBe(
    '.a{top:0;left:0}@media print{.b{top:0}.c{top:1px}}@media screen{.d{top:0}}',
  );
  expect(sheetText([])).toBe('');
});
