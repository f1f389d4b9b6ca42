// The linter's own plugin: rules of this house that no public rule can say.
import { layersRule, literalText, pathInProject } from './house/layers.mjs';

// `house/query-key-home`: query keys and option factories are made in src/api only, and in src/actions, whose steps
// are writes.

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

const queryKeyRule = {
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

// `house/user-words`: browser tests speak as a person does: by role and label, without waiting for
// the wall clock, and without reaching past the simulated Azure.

const banned = new Map([
  ['waitForTimeout', 'Wait for what a person sees, not for time.'],
  ['getByTestId', 'Find it by role or label.'],
  ['locator', 'Find it by role or label.'],
  ['$', 'Find it by role or label.'],
  ['$$', 'Find it by role or label.'],
  ['route', 'Set a fault in the simulated Azure instead of intercepting requests.'],
  ['routeFromHAR', 'Set a fault in the simulated Azure instead of intercepting requests.'],
  ['dispatchEvent', 'Use mouse and keyboard, as a person does.'],
]);

/** Ways to leave a test out, to run it alone, or to give it more time than others. */
const modifiers = new Set(['skip', 'fixme', 'only', 'fail', 'slow', 'setTimeout']);
const suites = new Set(['test', 'describe', 'it']);

function isTest(node) {
  return node.callee.type === 'Identifier' && node.callee.name === 'test';
}

function callee(node) {
  if (node.callee.type !== 'MemberExpression') return {};
  const { object, property, computed } = node.callee;
  const name = computed ? literalText(property) : property.name;
  const owner = object.type === 'MemberExpression' ? object.property.name : object.name;
  return { name, owner };
}

const userWordsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const report = (node, message) => context.report({ node, message });
    let testsAround = 0;
    const noBranch = (node) => {
      if (testsAround > 0) report(node, 'No branch in a test: it says what happens, not what may.');
    };
    return {
      IfStatement: noBranch,
      ConditionalExpression: noBranch,
      SwitchStatement: noBranch,
      'CallExpression:exit'(node) {
        if (isTest(node)) testsAround -= 1;
      },
      CallExpression(node) {
        if (isTest(node)) testsAround += 1;
        const { name, owner } = callee(node);
        if (suites.has(owner) && modifiers.has(name)) {
          report(node, `No ${owner}.${name}: every test runs, in the same time.`);
        } else if (banned.has(name)) report(node, banned.get(name));
      },
      Property(node) {
        if (node.key.name === 'force' && node.value.value === true) {
          report(node, 'No force: what a person cannot click, a test cannot.');
        }
        if (node.key.name === 'timeout' && node.value.type === 'Literal') {
          report(node, 'No timeout of its own: time moves by the simulated clock.');
        }
      },
    };
  },
};

// oxlint wants a plugin as the default export.
export default {
  meta: { name: 'house' },
  rules: {
    layers: layersRule,
    'query-key-home': queryKeyRule,
    'user-words': userWordsRule,
  },
};
