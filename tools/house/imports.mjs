// Every way in which one file names another, as one stream: what `house/layers` judges.
import { posix, relative, sep } from 'node:path';

/** The alias of package.json's `imports`. */
const alias = '#src/';

/** A file's path relative to the project's root, with slashes. */
export function pathInProject(context) {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

/** Whether the text names one of our own files. */
export function isOwn(specifier) {
  return specifier.startsWith('.') || specifier.startsWith('#');
}

/** The path of one of our own files as the importing file names it, relative to the root. */
export function resolveOwn(fromFile, specifier) {
  const plain = specifier.split('?', 1)[0];
  if (plain.startsWith(alias)) return posix.join('src', plain.slice(alias.length));
  if (plain.startsWith('#')) return undefined;
  return posix.join(posix.dirname(fromFile), plain);
}

/** The text of a string literal, or of a template without holes; undefined for anything else. */
export function literalText(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0].value.cooked;
  }
  return undefined;
}

function onlyTypes(node) {
  if (node.importKind === 'type' || node.exportKind === 'type') return true;
  const names = node.specifiers ?? [];
  const isType = (name) => name.importKind === 'type' || name.exportKind === 'type';
  return names.length > 0 && names.every(isType);
}

/** The names that an import or a re-export takes; undefined where it takes all. */
function namesOf({ specifiers }) {
  const names = specifiers?.map(
    ({ imported, local, exportKind }) =>
      (imported ?? (exportKind === undefined ? undefined : local))?.name,
  );
  return names?.includes(undefined) ? undefined : names;
}

/**
 * A visitor that hands each import on as `{ node, specifier, how, names }`, where `how` is `static`,
 * `type` or `lazy`; `specifier` is undefined when an `import()` computes it; `names` are those that are
 * imported, undefined where they are not written one by one.
 */
export function importVisitor(see) {
  const fromSource = (node) => {
    if (node.source === null || node.source === undefined) return;
    const specifier = literalText(node.source);
    const how = onlyTypes(node) ? 'type' : 'static';
    see({ node: node.source, specifier, how, names: namesOf(node) });
  };
  return {
    ImportDeclaration: fromSource,
    ExportNamedDeclaration: fromSource,
    ExportAllDeclaration: fromSource,
    ImportExpression(node) {
      see({ node: node.source, specifier: literalText(node.source), how: 'lazy' });
    },
    TSImportType(node) {
      const source = node.source ?? node.argument?.literal ?? node.argument;
      see({ node: source, specifier: literalText(source), how: 'type' });
    },
  };
}
