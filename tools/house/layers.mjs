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
function ownFault(from, fromPlace, target, how) {
  const place = placeOf(target);
  if (!place) return `${target} has no place in the table of layers.`;
  const { layer, slice } = place;
  // A group's shapes and its calls are one slice under two names.
  const sameSlice = fromPlace.slice !== undefined && fromPlace.slice === slice;
  const may = allowance(from, fromPlace.layer);
  if (may.includes(`lazy-own:${layer.name}`)) {
    if (!sameSlice) return `${from} may not import ${slice}: it may load its own folder alone.`;
    return isLazy(how) ? undefined : `${from} may import its own folder by import() only.`;
  }
  if (layer.name === fromPlace.layer.name || sameSlice) {
    if (!layer.slice || sameSlice) return undefined;
    return `${fromPlace.slice} may not import ${slice}: each folder of ${layer.name} stands alone.`;
  }
  if (may.includes(layer.name)) {
    const apart = isApiSlice(fromPlace) && isApiSlice(place) && !fromPlace.slice.startsWith(slice);
    return apart
      ? `${fromPlace.slice} may not import ${slice}: each group stands alone.`
      : undefined;
  }
  if (may.includes(`type:${layer.name}`)) {
    return how === 'type'
      ? undefined
      : `${fromPlace.layer.name} may import types only from ${layer.name}.`;
  }
  if (may.includes(`lazy:${layer.name}`)) {
    return isLazy(how)
      ? undefined
      : `${fromPlace.layer.name} may import ${layer.name} by import() only.`;
  }
  return `${fromPlace.layer.name} may not import ${layer.name} (${target}).`;
}

/** Whether an import loads nothing by itself. */
const isLazy = (how) => how === 'lazy' || how === 'type';

/** Groups of operations, and what the groups of one provider share. */
function isApiSlice({ layer, slice }) {
  return layer.name.startsWith('api/') && slice !== undefined;
}

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
      ...importVisitor(({ node, specifier, how }) => {
        if (!place) return;
        if (specifier === undefined) {
          if (from.startsWith('src/'))
            report(node, 'import() needs a literal, so that lint can see it.');
          return;
        }
        const fault = isOwn(specifier)
          ? (spellingFault(specifier) ??
            ownFault(from, place, resolveOwn(from, specifier) ?? specifier, how))
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
