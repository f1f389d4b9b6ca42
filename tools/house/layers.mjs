import { posix, relative, sep } from 'node:path';

import { layers, packages, testExtras } from './table.mjs';

// `house/layers`: who may import whom, by the table of `table.mjs`.

/** The layer of a file and, for layers in slices, which slice it is in. */
function placeOf(path) {
  for (const layer of layers) {
    const match = layer.match.exec(path);
    if (match) return { layer, slice: layer.slice ? match[1] : undefined };
  }
  return undefined;
}

function allowance(path, layer) {
  const extra = testExtras.find((entry) => entry.match.test(path));
  return [...layer.may, ...(extra?.may ?? [])];
}

/** What is wrong with an import of one of our own files; undefined when nothing is. */
function ownFault(from, fromPlace, target, { how, names }) {
  const place = placeOf(target);
  if (!place) return `${target} has no place in the table of layers.`;
  const { name } = place.layer;
  const own = fromPlace.layer;
  const may = allowance(from, own);
  if (name === own.name) {
    const isApart = own.slice && place.slice !== fromPlace.slice && !may.includes(name);
    return isApart
      ? `${fromPlace.slice} may not import ${place.slice}: each folder of ${name} stands alone.`
      : undefined;
  }
  if (may.includes(name)) return undefined;
  if (may.includes(`type:${name}`) && how === 'type') return undefined;
  if (may.includes(`lazy:${name}`) && isLazy(how)) return undefined;
  if (may.includes(`wire:${name}`) && isWire(target, names)) return undefined;
  const limits = may.filter((entry) => entry.endsWith(`:${name}`));
  const limited = limits.length === 0 ? '' : `, except as ${limits.join(', ')}`;
  return `${own.name} may not import ${name} (${target})${limited}.`;
}

/** Whether what is imported are shapes as they are sent, what makes a part of one optional, or reads resource IDs. */
const isWire = (target, names) =>
  target.startsWith('src/api/arm/resource-id.') ||
  (names !== undefined && names.every((name) => name === 'maybe' || name.endsWith('Wire')));

/** Whether an import loads nothing by itself. */
const isLazy = (how) => how === 'lazy' || how === 'type';

/** How one of our own files must be written: with its extension, and by alias when it is far. */
function spellingFault(specifier) {
  if (specifier.startsWith('../../')) return 'Use #src/ for what is further than one folder up.';
  if (!/\.(tsx?|mjs|json|css|svg)(\?.*)?$/.test(specifier)) return 'Write the file extension.';
  return undefined;
}

/** Types of a package cost nothing and do nothing, so only values are judged. */
function packageFault(from, specifier, how) {
  if (how === 'type') return undefined;
  const rule = packages.find((entry) => entry.match.test(specifier));
  if (!rule || rule.only.some((pattern) => pattern.test(from))) return undefined;
  return `${specifier} may not be imported here: ${rule.why}.`;
}

export const layersRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = pathInProject(context);
    const place = placeOf(from);
    const report = (node, message) => context.report({ node, message });
    return {
      Program(node) {
        if (!place) report(node, `${from} has no place in the table of layers.`);
      },
      ...importVisitor(({ node, specifier, how, names }) => {
        if (!place) return;
        if (specifier === undefined) {
          if (from.startsWith('src/'))
            report(node, 'import() needs a literal, so that lint can see it.');
          return;
        }
        const fault = isOwn(specifier)
          ? (spellingFault(specifier) ??
            ownFault(from, place, resolveOwn(from, specifier) ?? specifier, { how, names }))
          : packageFault(from, specifier, how);
        if (fault) report(node, fault);
      }),
      MemberExpression(node) {
        const isMeta = node.object.type === 'MetaProperty' && node.property.name === 'glob';
        if (isMeta) report(node, 'import.meta.glob hides imports from lint.');
      },
    };
  },
};

// Every way in which one file names another, as one stream: what `house/layers` judges.

/** The alias of package.json's `imports`. */
const alias = '#src/';

/** A file's path relative to the project's root, with slashes. */
export function pathInProject(context) {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

/** Whether the text names one of our own files. */
function isOwn(specifier) {
  return specifier.startsWith('.') || specifier.startsWith('#');
}

/** The path of one of our own files as the importing file names it, relative to the root. */
function resolveOwn(fromFile, specifier) {
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
function importVisitor(see) {
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
