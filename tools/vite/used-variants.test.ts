import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withoutVariants } from './used-variants.ts';

const MODULE = `const useRootStyles = /*#__PURE__*/__styles({
  small: { a: "fsmall", b: "fboth" },
  large: { a: "flarge", b: "fboth", c: ["fleft", "fright"] }
}, {
  d: [".fsmall{top:1px;}", [".flarge{top:2px;}", { p: -1 }], ".fboth{left:0;}", ".fleft{left:1px;}"],
  m: [["@media (forced-colors: active){.flarge{top:3px;}.fsmall{top:3px;}}", { m: "x" }]]
});`;

test('leaves out a slot and the rules that no other slot names', () => {
  const { left, missing } = withoutVariants(MODULE, { useRootStyles: ['large'] });
  expect(missing).toEqual([]);
  expect(left.replaceAll(/\s+/g, ' ')).toBe(
    'const useRootStyles = /*#__PURE__*/__styles({ small: { a: "fsmall", b: "fboth" }, }, ' +
      '{ d: [".fsmall{top:1px;}", ".fboth{left:0;}", ], ' +
      'm: [["@media (forced-colors: active){.flarge{top:3px;}.fsmall{top:3px;}}", { m: "x" }]] });',
  );
});

test('names a slot and a hook that are not there', () => {
  const unused = { useRootStyles: ['huge'], useIconStyles: ['large'] };
  expect(withoutVariants(MODULE, unused)).toEqual({
    left: MODULE,
    missing: ['useRootStyles.huge', 'useIconStyles.large'],
  });
});

/** The values of props whose styles are left out, in quotes as the source writes them. */
const GONE = [
  /\bsize(?:=|: |=\{)["']large["']/,
  /\bshape(?:=|: |=\{)["']square["']/,
  /\bappearance(?:=|: |=\{)["'](?:outline|underline|filled-)/,
  /\bvalidationState(?:=|: |=\{)[^}\n]*["'](?:warning|success)["']/,
  /<Slider\b[^<]*?\b(?:vertical|size=)/,
  /<Checkbox\b[^<]*?\bshape=/,
  /<Switch\b[^<]*?\bsize=/,
  /\blabelPosition\b/,
  /["']horizontal-stacked["']/,
  /\borientation=/,
  /\bweight=/,
  /\bintent(?:=|: |=\{)["']success["']|\bintent=\{[^}]*["']success["']/,
  /\bbackgroundAppearance\b/,
  /\boverrides_unstable\b/,
  /\bsize=\{[^}]*["']large["']/,
];

const sources = globSync('src/**/*.{ts,tsx}').filter((path) => !path.includes('.test.'));

test('the source uses no variant whose styles are left out', () => {
  expect(sources.length).toBeGreaterThan(500);
  const found = sources.flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return GONE.filter((gone) => gone.test(text)).map((gone) => `${path}: ${gone.source}`);
  });
  expect(found).toEqual([]);
});
