import { expect, test } from 'vitest';
import { classesCode, compiled } from './compiled.ts';
import { withoutRules } from './fluent-styles.ts';

test('a style of ours becomes its classes, and its rules are apart', () => {
  const { code, rules } = compiled({ name: 'makeStyles' }, { root: { color: 'red' } });
  expect(code).toBe('css({"root":"__style_sj55zd_fe3e8s9"})');
  expect(rules).toEqual({ d: ['.fe3e8s9{color:red;}'] });
});

test('of a pair of classes a build has the one for writing from left to right', () => {
  expect(classesCode({ root: { a: ['fleft', 'fright'], b: 0 }, none: {} })).toBe(
    '{"root":"__style_a_fleft __style_b_0","none":""}',
  );
});

test('a style of the whole page is a rule alone', () => {
  expect(compiled({ name: 'makeStaticStyles' }, { body: { margin: 0 } })).toEqual({
    code: '() => undefined',
    rules: { r: ['body{margin:0;}'] },
  });
});

test('a value that could not be found out ends the build', () => {
  expect(() => compiled({ name: 'makeStyles' }, undefined)).toThrow('These are no styles.');
});

test('Fluent’s own styles lose their rules, too', () => {
  const code = `import { __styles, __resetStyles, mergeClasses } from '@griffel/react';
const useA = /*#__PURE__*/__styles({ root: { x: ["fone", "ftwo"] } }, { d: [".fone{top:1px;}", [".ftwo{top:2px;}", { p: -1 }]] });
const useB = /*#__PURE__*/__resetStyles("rthree", null, [".rthree{top:3px;}"]);`;
  expect(withoutRules(code)).toEqual({
    code: `import { __css, __resetCSS, mergeClasses } from '@griffel/react';
const useA = /*#__PURE__*/css({"root":"__style_x_fone"});
const useB = /*#__PURE__*/__resetCSS("__class_rthree", null);`,
    rules: [
      { d: ['.fone{top:1px;}', ['.ftwo{top:2px;}', { p: -1 }]] },
      { r: ['.rthree{top:3px;}'] },
    ],
  });
});
