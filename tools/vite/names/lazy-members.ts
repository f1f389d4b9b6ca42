import { type ESTree, Visitor } from 'vite';
import { fileNamed } from './bindings.ts';
import type { Edit } from './edit.ts';
import type { ExportNames } from './export-names.ts';

/** `import('./file.js').then((module) => module.name)`: how a bundler loads one module of a file of several. */
export function lazyMembers(program: ESTree.Program, names: ExportNames): readonly Edit[] {
  const edits: Edit[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [reader] }) => {
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'ImportExpression') return;
      const { source } = callee.object;
      const file =
        source.type === 'TemplateLiteral'
          ? source.quasis[0]?.value.cooked
          : source.type === 'Literal' && source.value;
      if (typeof file !== 'string' || reader?.type !== 'ArrowFunctionExpression') return;
      if (reader.body.type !== 'MemberExpression') return;
      const { property } = reader.body;
      const text = property.type === 'Identifier' && names(fileNamed(file), property.name);
      if (typeof text === 'string') edits.push({ start: property.start, end: property.end, text });
    },
  }).visit(program);
  return edits;
}
