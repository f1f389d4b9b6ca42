import { expect, test } from 'vitest';
import { withoutMirrored } from './left-to-right.ts';

test('of a style with a side the one from left to right stays, with its rule', () => {
  const code = `export const useStyles = __styles({
    root: { B: ["fleft", "fright"], C: "fplain" },
    end: { B: ["fright", "fleft"] },
    icon: { D: ["fone", "fother"] },
  }, {
    d: [".fleft{left:0;}", ".fright{right:0;}", ".fplain{color:red;}", [".fone{left:1px;}", {p: -1}], [".fother{right:1px;}", {p: -1}]],
    m: [["@media print{.fother{right:2px;}}", {m: "print"}]],
  });`;
  const left = withoutMirrored(code);
  expect(left).toContain('B: "fleft"');
  expect(left).toContain('B: "fright"');
  expect(left).toContain('.fright{right:0;}');
  expect(left).toContain('.fone{left:1px;}');
  expect(left).not.toContain('fother');
  expect(left).toContain('m: []');
});

test('a base style loses its mirrored one', () => {
  const code = `const useBase = __resetStyles("rone", "rtwo", [".rone{left:0;}", ".rtwo{right:0;}"]);`;
  expect(withoutMirrored(code)).toBe(
    `const useBase = __resetStyles("rone", null, [".rone{left:0;}"]);`,
  );
});

test('code without such styles stays as it is', () => {
  const code =
    'const useBase = __resetStyles("rone", null, [".rone{color:red;}"]);\nconst sides = ["left", "right"];';
  expect(withoutMirrored(code)).toBe(code);
});
