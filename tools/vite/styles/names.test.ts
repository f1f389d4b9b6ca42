import { expect, test } from 'vitest';
import { classPlace, namedCode, namedRule, namesFor, stylePlace } from './names.ts';

const used = `${stylePlace('Bcolor', 'fused1')} ${stylePlace('Bwidth', 0)} ${classPlace('rwhole')}`;
const rules = [
  '.fgone1{color:red;}',
  '.fused1{color:var(--colorOne);width:var(--own);animation-name:fmoves;}',
  '.rwhole{top:0;}',
  '@keyframes fmoves{from{top:0;}}',
  '@keyframes fstill{from{top:0;}}',
];
const names = namesFor({
  codes: [used, "style = { color: 'var(--colorTwo)' }"],
  rules,
  isToken: (name) => name.startsWith('color'),
});

test('of the rules those stay whose classes the code has, with the keyframes that they name', () => {
  expect(names.rules).toEqual([rules[1], rules[2], rules[3]]);
});

test('code and rules have the same short names', () => {
  expect(namedCode(used, names)).toBe('a1 b0 a');
  expect(namedRule(rules[1] ?? '', names)).toBe(
    '.a1{color:var(--a);width:var(--own);animation-name:fmoves;}',
  );
  expect(namedCode("'var(--colorTwo)'", names)).toBe("'var(--b)'");
});

test('a name is never given twice', () => {
  const many = Array.from({ length: 800 }, (_, index) =>
    stylePlace(`B${String(index % 90)}`, `f${String(10_000 + index)}`),
  );
  const { classes, properties } = namesFor({ codes: many, rules: [], isToken: () => false });
  expect(new Set(classes.values()).size).toBe(800);
  expect(new Set(properties.values()).size).toBe(90);
});
