import { parseSync, type Plugin, Visitor } from 'vite';

const MIRROR = 'rtl-css-js/core';
const OWN_MIRROR = `\0${MIRROR}`;

/**
 * Leaves the styles for writing from right to left out of a build: the product writes from left to right, and
 * Fluent brings every style that has a side twice. What would mirror the product's own styles goes, too.
 */
export function leftToRight(): Plugin {
  return {
    name: 'left-to-right',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === MIRROR ? OWN_MIRROR : null),
    load: (id) => (id === OWN_MIRROR ? UNMIRRORED : null),
    transform: {
      filter: { id: /@fluentui\/.*\.styles\.js$/ },
      handler: (code) => ({ code: withoutMirrored(code), map: null }),
    },
  };
}

/** In place of what mirrors a style: each stays as it is, so that there is only one of it. */
const UNMIRRORED =
  'export const convertProperty = (key, value) => ({ key, value });\nexport const convert = (styles) => styles;\n';

/** A part of the code, and what is written in its place. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The code of some of Fluent's styles without those for writing from right to left. Pure. */
export function withoutMirrored(code: string): string {
  const { used, mirrored } = classesIn(code);
  const gone = new Set([...mirrored].filter((name) => !used.has(name)));
  const isGone = (element: string): boolean =>
    [...element.matchAll(/\.([a-z]\w+)/g)].some(([, name = '']) => gone.has(name));
  const edits: Edit[] = [];
  new Visitor({
    ArrayExpression: ({ elements, start, end }) => {
      const all = elements.map((one) => (one === null ? '' : code.slice(one.start, one.end)));
      const left = all.filter((element) => !isGone(element));
      if (isPair(all)) edits.push({ start, end, text: all[0] ?? '' });
      else if (left.length < all.length) edits.push({ start, end, text: `[${left.join(',')}]` });
    },
    CallExpression: ({ callee, arguments: [, second] }) => {
      if (callee.type !== 'Identifier' || callee.name !== '__resetStyles') return;
      if (second !== undefined) edits.push({ start: second.start, end: second.end, text: 'null' });
    },
  }).visit(parseSync('styles.js', code).program);
  return outermost(edits).reduceRight(edited, code);
}

/** The names of the classes that are used, and of those that stand for another one from right to left. */
function classesIn(code: string): Record<'used' | 'mirrored', Set<string>> {
  const names = { used: new Set<string>(), mirrored: new Set<string>() };
  new Visitor({
    ArrayExpression: ({ elements }) => {
      const all = elements.map((one) => (one === null ? '' : code.slice(one.start, one.end)));
      if (!isPair(all)) return;
      names.used.add(bare(all[0]));
      names.mirrored.add(bare(all[1]));
    },
    Property: ({ value }) => {
      if (value.type === 'Literal' && typeof value.value === 'string') names.used.add(value.value);
    },
    CallExpression: ({ callee, arguments: [first, second] }) => {
      if (callee.type !== 'Identifier' || callee.name !== '__resetStyles') return;
      if (first?.type === 'Literal') names.used.add(bare(code.slice(first.start, first.end)));
      if (second?.type === 'Literal')
        names.mirrored.add(bare(code.slice(second.start, second.end)));
    },
  }).visit(parseSync('styles.js', code).program);
  return names;
}

/** Two names of Fluent’s classes: from left to right, and from right to left. Rules start with a dot or an at sign. */
const isPair = (elements: readonly string[]): boolean =>
  elements.length === 2 && elements.every((one) => /^"f[0-9a-z]{3,8}"$/.test(one));

const bare = (literal: string | undefined): string => (literal ?? '').replaceAll('"', '');

/** Those that lie in no other one, in their order. */
function outermost(edits: readonly Edit[]): Edit[] {
  return edits
    .filter(
      (one) => !edits.some((two) => two !== one && two.start <= one.start && one.end <= two.end),
    )
    .toSorted((a, b) => a.start - b.start);
}

const edited = (code: string, { start, end, text }: Edit): string =>
  code.slice(0, start) + text + code.slice(end);
