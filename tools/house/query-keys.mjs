// `house/query-key-home`: query keys and option factories are made in src/api only, and in src/actions, whose steps
// are writes.
import { pathInProject } from './imports.mjs';

const home = /^src\/(?:api|actions)\//;
// `useMutation` starts as often as it's called within a render: buttons use `useWrite`.
const factories = new Set([
  'queryOptions',
  'infiniteQueryOptions',
  'mutationOptions',
  'useMutation',
]);
const ownFactories = new Set(['newWrite']);
const keys = new Set(['queryKey', 'mutationKey']);

/** Looks through `as const` and the like. */
function bare(node) {
  return node?.type === 'TSAsExpression' || node?.type === 'TSSatisfiesExpression'
    ? bare(node.expression)
    : node;
}

function nameOf(node) {
  return node?.type === 'Identifier'
    ? node.name
    : node?.type === 'Literal'
      ? node.value
      : undefined;
}

export const queryKeyRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    if (home.test(pathInProject(context))) return {};
    const report = (node, what) => context.report({ node, message: `${what} belongs in src/api.` });
    const literalKey = (name, value, node) => {
      if (keys.has(name) && bare(value)?.type === 'ArrayExpression') report(node, `A ${name}`);
    };
    return {
      ImportSpecifier(node) {
        const name = nameOf(node.imported);
        const isOfLibrary = node.parent.source.value === '@tanstack/react-query';
        if (isOfLibrary ? factories.has(name) : ownFactories.has(name)) report(node, name);
      },
      Property(node) {
        if (!node.computed) literalKey(nameOf(node.key), node.value, node);
      },
      VariableDeclarator(node) {
        literalKey(nameOf(node.id), node.init, node);
      },
    };
  },
};
