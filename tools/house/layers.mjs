// `house/layers`: who may import whom, by the table of `table.mjs`.
import { importVisitor, isOwn, pathInProject, resolveOwn } from './imports.mjs';
import { packages } from './packages.mjs';
import { layers, testExtras } from './table.mjs';

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
