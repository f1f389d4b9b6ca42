import {
  type Expression,
  expressionIn,
  readExpression,
} from '#src/mocks/deployments/expression.ts';
import { TemplateViolation } from '#src/mocks/deployments/violation.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';
import { groupId, hash32 } from '#src/mocks/world/ids.ts';

/** What expressions of a template can refer to. */
export interface Scope {
  readonly group: GroupSeed;
  /** Values by names in lower case. */
  readonly parameters: ReadonlyMap<string, unknown>;
  /** Variables as they are written, by names in lower case. */
  readonly variables: ReadonlyMap<string, unknown>;
}

type TemplateFunction = (args: readonly unknown[], scope: Scope) => unknown;

const refused = (message: string): TemplateViolation =>
  new TemplateViolation(
    `${message} Please see https://aka.ms/arm-template-expressions for usage details.`,
  );

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** Ids of resources in the group of the deployment, or in the one that the first arguments name. */
const resourceId: TemplateFunction = (args, { group }) => {
  const texts = args.map(textOf);
  const typeAt = texts.findIndex((text) => text.includes('/'));
  const [type = '', ...names] = texts.slice(typeAt);
  const [provider = '', ...types] = type.split('/');
  if (typeAt < 0 || typeAt > 2 || names.length !== types.length) {
    throw refused(
      `Unable to evaluate template language function 'resourceId': the type '${type}' requires ${types.length} resource name argument(s).`,
    );
  }
  const [name = group.name, subscriptionId = group.subscriptionId] = texts
    .slice(0, typeAt)
    .toReversed();
  const path = types.map((one, index) => `${one}/${names[index] ?? ''}`).join('/');
  return `${groupId({ subscriptionId, name })}/providers/${provider}/${path}`;
};

const concat: TemplateFunction = (args) =>
  args.every((one) => Array.isArray(one)) && args.length > 0
    ? args.flat()
    : args.map(textOf).join('');

/** 13 letters and digits that follow from the arguments, as Azure's have; its own hash is another one (G). */
const uniqueString: TemplateFunction = (args) => {
  const key = args.map(textOf).join('-');
  return Array.from(
    { length: 13 },
    (_, index) => 'abcdefghijklmnopqrstuvwxyz234567'[hash32(`${index}:${key}`) % 32],
  ).join('');
};

const format: TemplateFunction = ([pattern, ...args]) =>
  textOf(pattern).replaceAll(/\{(\d+)\}/g, (whole, index: string) => {
    const value = args[Number(index)];
    return value === undefined ? whole : textOf(value);
  });

const parameter: TemplateFunction = ([name], { parameters }) => {
  const key = textOf(name).toLowerCase();
  if (!parameters.has(key)) {
    throw refused(`The template parameter '${textOf(name)}' is not found.`);
  }
  return parameters.get(key);
};

const variable: TemplateFunction = ([name], scope) => {
  const key = textOf(name).toLowerCase();
  if (!scope.variables.has(key)) {
    throw refused(`The template variable '${textOf(name)}' is not found.`);
  }
  // A variable that names itself ends here: it is not there while it is read.
  const variables = new Map([...scope.variables].filter(([one]) => one !== key));
  return evaluated(scope.variables.get(key), { ...scope, variables });
};

const resourceGroup: TemplateFunction = (_, { group }) => ({
  id: groupId(group),
  name: group.name,
  type: 'Microsoft.Resources/resourceGroups',
  location: group.location,
  tags: group.tags ?? {},
  properties: { provisioningState: 'Succeeded' },
});

/** The part of the template language that templates of restores need (aftercare §1.4, A). */
const FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map([
  ['parameters', parameter],
  ['variables', variable],
  ['resourceid', resourceId],
  ['concat', concat],
  ['uniquestring', uniqueString],
  ['format', format],
  ['resourcegroup', resourceGroup],
]);

function insideOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

function valueOf(expression: Expression, scope: Scope): unknown {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'call': {
      const called = FUNCTIONS.get(expression.name.toLowerCase());
      if (called === undefined)
        throw refused(`The template function '${expression.name}' is not valid.`);
      return called(
        expression.args.map((one) => valueOf(one, scope)),
        scope,
      );
    }
    case 'member':
    case 'item': {
      const key =
        expression.kind === 'member' ? expression.name : textOf(valueOf(expression.index, scope));
      const found = insideOf(valueOf(expression.of, scope), key);
      if (found === undefined) {
        throw refused(`The language expression property '${key}' doesn't exist.`);
      }
      return found;
    }
  }
}

/**
 * A value of a template with all expressions in it replaced by what they mean.
 * @throws TemplateViolation for what the language does not know.
 */
export function evaluated(value: unknown, scope: Scope): unknown {
  if (typeof value === 'string') {
    const source = expressionIn(value);
    if (source !== null) return valueOf(readExpression(source), scope);
    return value.startsWith('[[') ? value.slice(1) : value;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => evaluated(one, scope));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, evaluated(one, scope)]),
  );
}
