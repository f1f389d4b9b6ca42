import { failure } from '#src/mocks/errors.ts';
import type { Answer } from '#src/mocks/service.ts';
import { groupId, hash32 } from '#src/mocks/world/ids.ts';
import type { GroupSeed } from '#src/mocks/world/seed.ts';

/** Where in a template something is wrong. */
interface TemplatePlace {
  readonly line: number;
  readonly column: number;
  /** Dotted, as in `parameters.vmName`. */
  readonly path: string;
}

/** A template that Azure Resource Manager rejects; caught where a request is judged. */
export class TemplateViolation extends Error {
  readonly place: TemplatePlace;

  constructor(message: string, place: TemplatePlace = { line: 0, column: 0, path: '' }) {
    super(message);
    this.place = place;
  }
}

/** The 400 of a template that is not valid (shape and place: aftercare §1.6, I). */
export function invalidTemplate({ message, place }: TemplateViolation): Answer {
  const { line, column, path } = place;
  return {
    status: 400,
    body: {
      error: {
        code: 'InvalidTemplate',
        message: `Deployment template validation failed: '${message}'.`,
        additionalInfo: [
          {
            type: 'TemplateViolation',
            info: { lineNumber: line, linePosition: column, path },
          },
        ],
      },
    },
  };
}

/** The 400 of a body that is none of a deployment (code: aftercare §1.6, I). */
export const invalidContent = (detail: string): Answer =>
  failure(
    400,
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${detail}'.`,
  );

/** An expression of the template language: what stands between `[` and `]`. */
type Expression =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'item'; readonly of: Expression; readonly index: Expression };

const TOKEN =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?\d+)|(?<name>[A-Za-z_]\w*)|(?<mark>[()[\],.]))/y;

interface Token {
  readonly kind: 'text' | 'number' | 'name' | 'mark';
  readonly text: string;
}

const unreadable = (source: string): TemplateViolation =>
  new TemplateViolation(
    `The template language expression '${source}' is not valid. Please see https://aka.ms/arm-template-expressions for usage details.`,
  );

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < source.trimEnd().length) {
    const groups = pattern.exec(source)?.groups;
    if (groups === undefined) throw unreadable(source);
    const { text, number, name, mark } = groups;
    if (text !== undefined)
      tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'mark', text: mark ?? '' });
  }
  return tokens;
}

/** How deep calls may be nested (G). */
const DEEPEST = 50;

/**
 * Reads the inside of an expression.
 * @throws TemplateViolation when it is none.
 */
function readExpression(source: string): Expression {
  const tokens = tokensOf(source);
  let at = 0;
  const isMark = (text: string): boolean =>
    tokens[at]?.kind === 'mark' && tokens[at]?.text === text;
  const take = (text: string): void => {
    if (!isMark(text)) throw unreadable(source);
    at += 1;
  };
  const argsAt = (depth: number): readonly Expression[] => {
    take('(');
    const args: Expression[] = [];
    while (!isMark(')')) {
      if (args.length > 0) take(',');
      args.push(expressionAt(depth + 1));
    }
    take(')');
    return args;
  };
  const startAt = (depth: number): Expression => {
    const token = tokens[at];
    at += 1;
    if (token === undefined || token.kind === 'mark') throw unreadable(source);
    if (token.kind === 'text') return { kind: 'value', value: token.text };
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    return { kind: 'call', name: token.text, args: argsAt(depth) };
  };
  const expressionAt = (depth: number): Expression => {
    if (depth > DEEPEST) throw unreadable(source);
    let whole = startAt(depth);
    for (;;) {
      if (isMark('.')) {
        at += 1;
        const name = tokens[at];
        if (name?.kind !== 'name') throw unreadable(source);
        at += 1;
        whole = { kind: 'member', of: whole, name: name.text };
      } else if (isMark('[')) {
        at += 1;
        const index = expressionAt(depth + 1);
        take(']');
        whole = { kind: 'item', of: whole, index };
      } else return whole;
    }
  };
  const whole = expressionAt(0);
  if (at < tokens.length) throw unreadable(source);
  return whole;
}

/** The inside of a text that is an expression; null where the text stands for itself. */
function expressionIn(text: string): string | null {
  return text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']')
    ? text.slice(1, -1)
    : null;
}

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
