import type { CSSRulesByBucket } from '@griffel/core';
import { type ESTree, parseSync, Visitor } from 'vite';
import * as z from 'zod/mini';
import { classesCode, type Compiled } from './compiled.ts';
import { classPlace } from './names.ts';
import { type Edit, edited } from './style-calls.ts';

const names = z.union([z.string(), z.literal(0), z.tuple([z.string(), z.string()])]);
const slots = z.record(z.string(), z.record(z.string(), names));
const entry = z.union([z.string(), z.tuple([z.string(), z.record(z.string(), z.unknown())])]);
const buckets = z.record(z.string(), z.array(entry));
const resetRules = z.union([
  z.pipe(
    z.array(z.string()),
    z.transform((r) => ({ r })),
  ),
  buckets,
]);

/** What a literal stands for. @throws for anything else. */
function valueOf(node: ESTree.Node | null | undefined): unknown {
  switch (node?.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.cooked).join('');
    case 'ArrayExpression':
      return node.elements.map(valueOf);
    case 'ObjectExpression':
      return Object.fromEntries(
        node.properties.map((one) => {
          if (one.type !== 'Property')
            throw new Error(`Fluent’s styles hold more than literals: ${JSON.stringify(node)}`);
          return [
            one.key.type === 'Identifier' ? one.key.name : String(valueOf(one.key)),
            valueOf(one.value),
          ];
        }),
      );
    case 'UnaryExpression':
      return -Number(valueOf(node.argument));
    default:
      throw new Error(`Fluent’s styles hold more than literals: ${JSON.stringify(node)}`);
  }
}

/** Fluent's styles, which Griffel has compiled, without their rules, and these. Pure. */
export function withoutRules(code: string): { code: string; rules: readonly CSSRulesByBucket[] } {
  const edits: Edit[] = [];
  const rules: CSSRulesByBucket[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: given, start, end }) => {
      if (callee.type !== 'Identifier') return;
      const compile = COMPILED.get(callee.name);
      if (compile === undefined) return;
      const one = compile(given.map(valueOf));
      rules.push(one.rules);
      edits.push({ start, end, text: one.code });
    },
    ImportSpecifier: ({ imported, start, end }) => {
      const name = imported.type === 'Identifier' ? imported.name : '';
      const without = WITHOUT_RULES.get(name);
      if (without !== undefined) edits.push({ start, end, text: without });
    },
  }).visit(parseSync('styles.js', code).program);
  return { code: edited(code, edits), rules };
}

const WITHOUT_RULES: ReadonlyMap<string, string> = new Map([
  ['__styles', '__css'],
  ['__resetStyles', '__resetCSS'],
]);

const COMPILED: ReadonlyMap<string, (given: readonly unknown[]) => Compiled> = new Map([
  [
    '__styles',
    ([classes, rules]: readonly unknown[]) => ({
      code: `css(${classesCode(slots.parse(classes))})`,
      rules: buckets.parse(rules),
    }),
  ],
  [
    '__resetStyles',
    ([name, , rules]: readonly unknown[]) => ({
      code: `__resetCSS(${JSON.stringify(classPlace(String(name)))}, null)`,
      rules: resetRules.parse(rules),
    }),
  ],
]);
