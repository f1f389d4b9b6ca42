import { expect, test } from 'vitest';
import { classPlace, namedCode, namedRule, namesFor, propertyPlace } from './names.ts';

const used = `{ ${propertyPlace('Bcolor')}: "${classPlace('fused1')}" }`;
const rules = [
  '.fgone1{color:red;}',
  '.fused1{color:var(--colorOne);width:var(--own);animation-name:fmoves;}',
  '@keyframes fmoves{from{top:0;}}',
  '@keyframes fstill{from{top:0;}}',
];
const names = namesFor({
  codes: [used, "style = { color: 'var(--colorTwo)' }"],
  rules,
  isToken: (name) => name.startsWith('color'),
});

test('of the rules those stay whose classes the code has, with the keyframes that they name', () => {
  expect(names.rules).toEqual([rules[1], rules[2]]);
});

test('code and rules have the same short names', () => {
  expect(namedCode(used, names)).toBe('{ a: "a" }');
  expect(namedRule(rules[1] ?? '', names)).toBe(
    '.a{color:var(--a);width:var(--own);animation-name:fmoves;}',
  );
  expect(namedCode("'var(--colorTwo)'", names)).toBe("'var(--b)'");
});

test('a name is never given twice', () => {
  const many = Array.from({ length: 800 }, (_, index) => classPlace(`f${String(10_000 + index)}`));
  const { classes } = namesFor({ codes: many, rules: [], isToken: () => false });
  expect(new Set(classes.values()).size).toBe(800);
});
