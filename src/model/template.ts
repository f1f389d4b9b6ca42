/** Types of a template's parameters (template reference, data types). */
const PARAMETER_TYPES = [
  'string',
  'securestring',
  'int',
  'bool',
  'array',
  'object',
  'secureobject',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** A parameter of a template, whatever template it is. */
export interface TemplateParameter {
  /** As the template spells it; names ignore letter case. */
  readonly name: string;
  readonly type: ParameterType;
  /** What it is without a value: nothing, a value, or an expression that only Azure evaluates. */
  readonly fallback:
    | { readonly kind: 'none' }
    | { readonly kind: 'value'; readonly value: unknown }
    | { readonly kind: 'expression'; readonly text: string };
  /** Null: every value of its type. */
  readonly allowed: readonly unknown[] | null;
  readonly description: string | null;
  readonly place: TextPlace;
}

/** A resource of a template, as it is written there. */
interface TemplateResource {
  readonly type: string;
  /** An expression as a rule. */
  readonly name: string;
  readonly place: TextPlace;
}

/** What is wrong with a template before Azure has seen it. */
export type TemplateProblemKind =
  | { readonly kind: 'notJson'; readonly fault: JsonFault }
  | { readonly kind: 'notObject' | 'noSchema' | 'noVersion' | 'noResources' }
  | { readonly kind: 'noType' | 'unknownType' | 'doubled'; readonly name: string }
  | { readonly kind: 'unknownParameter'; readonly name: string }
  | { readonly kind: 'noResourceType'; readonly name: string };

export type TemplateProblem = TemplateProblemKind & { readonly place: TextPlace };

/** A text as a template. `problems` may be there although it can be sent: Azure decides. */
export interface ReadTemplate {
  /** What is sent; null: the text is no JSON object. */
  readonly template: unknown;
  readonly parameters: readonly TemplateParameter[];
  readonly resources: readonly TemplateResource[];
  readonly problems: readonly TemplateProblem[];
}

/** JSON with the places of everything in it, so that a problem can be shown at its line. */

/** A place in a text; both count from 1. */
interface TextPlace {
  readonly line: number;
  readonly column: number;
}

interface JsonMember {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** A value with the offset at which it starts. */
type JsonNode = { readonly at: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'plain'; readonly value: string | number | boolean | null }
);

/** What is wrong with a text that is no JSON. */
export type JsonFault =
  | 'empty'
  | 'unexpected'
  | 'unclosed'
  | 'key'
  | 'colon'
  | 'comma'
  | 'text'
  | 'number'
  | 'after'
  | 'deep';

type ReadJson =
  | { readonly kind: 'json'; readonly root: JsonNode }
  | { readonly kind: 'fault'; readonly fault: JsonFault; readonly at: number };

/** Deeper values are no templates. */
const DEEPEST = 200;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

class Fault extends Error {
  readonly fault: JsonFault;
  readonly at: number;

  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

/** Reads a text as JSON, as strictly as Azure does; the first fault ends it. Never throws. */
export function readJson(text: string): ReadJson {
  try {
    return { kind: 'json', root: rootOf(text) };
  } catch (error) {
    if (error instanceof Fault) return { kind: 'fault', fault: error.fault, at: error.at };
    throw error;
  }
}

function rootOf(text: string): JsonNode {
  // A byte order mark is no part of the text.
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  const space = (): void => {
    SPACE.lastIndex = offset;
    offset += SPACE.exec(text)?.[0].length ?? 0;
  };
  const taken = (pattern: RegExp): string | null => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) offset += found.length;
    return found;
  };
  const quoted = (fault: JsonFault): string => {
    if (text[offset] !== '"') throw new Fault(offset >= text.length ? 'unclosed' : fault, offset);
    const start = offset;
    offset = endOfText(text, start);
    return decoded(text.slice(start, offset), start);
  };
  /** What stands between two brackets, separated by commas. */
  const listed = <Item>(close: string, item: () => Item): readonly Item[] => {
    const items: Item[] = [];
    const start = offset;
    offset += 1;
    space();
    if (text[offset] === close) {
      offset += 1;
      return items;
    }
    for (;;) {
      items.push(item());
      space();
      const mark = text[offset];
      if (mark === undefined) throw new Fault('unclosed', start);
      if (mark !== ',' && mark !== close) throw new Fault('comma', offset);
      offset += 1;
      if (mark === close) return items;
      space();
    }
  };
  const value = (depth: number): JsonNode => {
    const at = offset;
    if (depth > DEEPEST) throw new Fault('deep', at);
    const first = text[at];
    if (first === '{') {
      const members = listed('}', (): JsonMember => {
        const keyAt = offset;
        const key = quoted('key');
        space();
        if (text[offset] !== ':') throw new Fault('colon', offset);
        offset += 1;
        space();
        return { key, at: keyAt, value: value(depth + 1) };
      });
      return { kind: 'object', at, members };
    }
    if (first === '[') return { kind: 'array', at, items: listed(']', () => value(depth + 1)) };
    if (first === '"') return { kind: 'plain', at, value: quoted('text') };
    return { kind: 'plain', at, value: scalar(first) };
  };
  const scalar = (first: string | undefined): number | boolean | null => {
    if (first === undefined) throw new Fault(text.trim() === '' ? 'empty' : 'unclosed', offset);
    const word = taken(WORD);
    if (word !== null) return word === 'null' ? null : word === 'true';
    const at = offset;
    const number = taken(NUMBER);
    if (number === null) throw new Fault(/[-+.\d]/.test(first) ? 'number' : 'unexpected', at);
    return Number(number);
  };
  space();
  const root = value(0);
  space();
  if (offset < text.length) throw new Fault('after', offset);
  return root;
}

/** The offset after the quotation mark that ends the text which starts at an offset. */
function endOfText(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const one = text.charAt(offset);
    if (one === '"') return offset + 1;
    if (one < ' ') throw new Fault('text', offset);
    if (one === '\\') offset += 1;
  }
  throw new Fault('unclosed', start);
}

/** What a text between quotation marks means; its escapes may still be none. */
function decoded(quoted: string, at: number): string {
  try {
    return String(JSON.parse(quoted));
  } catch {
    throw new Fault('text', at);
  }
}

/** The line and column of an offset. */
export function placeAt(text: string, offset: number): TextPlace {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
  return { line: before.split(/\r\n|\n|\r/).length, column: offset - lineStart + 1 };
}

/** The value that a node stands for; of a doubled key the last one counts. */
export function jsonValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'plain':
      return node.value;
    case 'array':
      return node.items.map(jsonValue);
    case 'object':
      return Object.fromEntries(node.members.map(({ key, value }) => [key, jsonValue(value)]));
  }
}

/** The member of an object by a key in any letter case; undefined for whatever has none. */
export function memberOf(node: JsonNode | undefined, key: string): JsonMember | undefined {
  return node?.kind === 'object'
    ? node.members.findLast((one) => one.key.toLowerCase() === key.toLowerCase())
    : undefined;
}

/** What a file is that is no template of a resource group; there is nothing in it to correct. */
export type WrongFile =
  | 'empty'
  | 'noText'
  | 'web'
  | 'bicep'
  | 'list'
  | 'config'
  | 'parameters'
  | 'otherScope'
  | 'resource'
  | 'otherJson';

/**
 * What a text is instead of a template; null: a template, or what could be one after a correction. A text with a
 * fault in its JSON is looked at by its words alone.
 */
export function wrongFile(text: string): WrongFile | null {
  if (text.trim() === '') return 'empty';
  if (/[\0\uFFFD]/.test(text)) return 'noText';
  if (/^\s*</.test(text)) return 'web';
  const read = readJson(text);
  if (read.kind === 'fault') return isBicep(text) ? 'bicep' : null;
  const { root } = read;
  if (root.kind === 'array') return 'list';
  return root.kind === 'object' ? wrongObject(root) : 'otherJson';
}

/** Bicep has statements where JSON has a bracket. */
const isBicep = (text: string): boolean =>
  !/^\s*[{[]/.test(text) &&
  /^\s*(?:targetScope|param|var|resource|module|output|@\w+)\b/m.test(text);

type JsonObject = Extract<JsonNode, { kind: 'object' }>;

function wrongObject(root: JsonObject): WrongFile | null {
  const schema = schemaOf(root);
  const has = (key: string): boolean => memberOf(root, key) !== undefined;
  if (/(?:subscription|managementGroup|tenant)DeploymentTemplate\.json/i.test(schema)) {
    return 'otherScope';
  }
  if (/deploymentParameters\.json/i.test(schema)) return 'parameters';
  if (has('resources') || /deploymentTemplate\.json/i.test(schema)) return null;
  // The service writes such keys with a dot inside, in letters of either case.
  if (root.members.some(({ key }) => /^properties\.(?:hardware|storage)Profile$/i.test(key))) {
    return 'config';
  }
  if (hasValues(memberOf(root, 'parameters')?.value)) return 'parameters';
  return has('id') && has('type') ? 'resource' : 'otherJson';
}

function schemaOf(root: JsonObject): string {
  const schema = memberOf(root, '$schema')?.value;
  return schema?.kind === 'plain' && typeof schema.value === 'string' ? schema.value : '';
}

/** Whether each member is a value, as in a file of parameters; a template declares types. */
const hasValues = (node: JsonNode | undefined): boolean =>
  node?.kind === 'object' &&
  node.members.length > 0 &&
  node.members.every(({ value }) =>
    ['value', 'reference'].some((key) => memberOf(value, key) !== undefined),
  );

/** Reads a text as a template of Azure Resource Manager, with the line of everything in it. Never throws. */
export function readTemplate(text: string): ReadTemplate {
  const read = readJson(text);
  const place = (at: number): TextPlace => placeAt(text, at);
  const nothing = { template: null, parameters: [], resources: [] };
  if (read.kind === 'fault') {
    const { fault, at } = read;
    return { ...nothing, problems: [{ kind: 'notJson', fault, place: place(at) }] };
  }
  const { root } = read;
  if (root.kind !== 'object') {
    return { ...nothing, problems: [{ kind: 'notObject', place: place(root.at) }] };
  }
  const members = membersIn(memberOf(root, 'parameters')?.value);
  const parameters = members
    // Of a doubled one the last counts, as for whoever reads the JSON.
    .filter(({ key, at }) => !members.some((one) => one.at > at && isSameName(one.key, key)))
    .flatMap((member) => parameterIn(member, place(member.at)) ?? []);
  const resources = resourcesIn(root, place);
  return {
    template: jsonValue(root),
    parameters,
    resources,
    problems: [
      ...frameProblems(root, place(root.at)),
      ...members.flatMap((member) => memberProblems(member, members, place(member.at))),
      ...referenceProblems(root, members, place),
      ...resources.flatMap(({ type, name, place: at }): TemplateProblem[] =>
        type === '' ? [{ kind: 'noResourceType', name, place: at }] : [],
      ),
    ],
  };
}

const isSameName = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase();

const membersIn = (node: JsonNode | undefined): readonly JsonMember[] =>
  node?.kind === 'object' ? node.members : [];

const textIn = (node: JsonNode | undefined): string | null =>
  node?.kind === 'plain' && typeof node.value === 'string' ? node.value : null;

function frameProblems(root: JsonNode, place: TextPlace): readonly TemplateProblem[] {
  const resources = memberOf(root, 'resources')?.value;
  const hasSchema = /deploymentTemplate\.json/i.test(
    textIn(memberOf(root, '$schema')?.value) ?? '',
  );
  return [
    ...(hasSchema ? [] : [{ kind: 'noSchema', place } as const]),
    ...(textIn(memberOf(root, 'contentVersion')?.value) === null
      ? [{ kind: 'noVersion', place } as const]
      : []),
    // A newer form of the language has resources by name.
    ...(resources?.kind === 'array' || resources?.kind === 'object'
      ? []
      : [{ kind: 'noResources', place } as const]),
  ];
}

const typeIn = (node: JsonNode): ParameterType | undefined => {
  const word = textIn(memberOf(node, 'type')?.value)?.toLowerCase();
  return PARAMETER_TYPES.find((type) => type === word);
};

function parameterIn({ key, value }: JsonMember, place: TextPlace): TemplateParameter | null {
  const type = typeIn(value);
  if (type === undefined) return null;
  const allowed = memberOf(value, 'allowedValues')?.value;
  const metadata = memberOf(value, 'metadata')?.value;
  return {
    name: key,
    type,
    fallback: fallbackIn(memberOf(value, 'defaultValue')),
    allowed: allowed?.kind === 'array' ? allowed.items.map(jsonValue) : null,
    description: textIn(memberOf(metadata, 'description')?.value),
    place,
  };
}

function fallbackIn(member: JsonMember | undefined): TemplateParameter['fallback'] {
  if (member === undefined) return { kind: 'none' };
  const text = textIn(member.value);
  const isExpression = text !== null && /^\[(?!\[)[^]*\]$/.test(text);
  return isExpression
    ? { kind: 'expression', text }
    : { kind: 'value', value: jsonValue(member.value) };
}

function memberProblems(
  { key: name, at, value }: JsonMember,
  all: readonly JsonMember[],
  place: TextPlace,
): readonly TemplateProblem[] {
  const isDoubled = all.some((one) => one.at < at && isSameName(one.key, name));
  if (isDoubled) return [{ kind: 'doubled', name, place }];
  if (typeIn(value) !== undefined) return [];
  const kind = memberOf(value, 'type') === undefined ? 'noType' : 'unknownType';
  return [{ kind, name, place }];
}

function resourcesIn(
  root: JsonNode,
  place: (at: number) => TextPlace,
): readonly TemplateResource[] {
  const node = memberOf(root, 'resources')?.value;
  const all = node?.kind === 'array' ? node.items : membersIn(node).map(({ value }) => value);
  return all.map((one) => ({
    type: textIn(memberOf(one, 'type')?.value) ?? '',
    name: textIn(memberOf(one, 'name')?.value) ?? '',
    place: place(one.at),
  }));
}

const REFERENCE = /\bparameters\(\s*'([^']+)'\s*\)/gi;

/** Expressions that name a parameter which the template does not have. */
function referenceProblems(
  root: JsonNode,
  members: readonly JsonMember[],
  place: (at: number) => TextPlace,
): readonly TemplateProblem[] {
  const known = new Set(members.map(({ key }) => key.toLowerCase()));
  // Inner templates of nested deployments have parameters of their own.
  return textsIn(root).flatMap(({ text, at }) =>
    [...new Set([...text.matchAll(REFERENCE)].map(([, name = '']) => name))]
      .filter((name) => !known.has(name.toLowerCase()))
      .map((name) => ({ kind: 'unknownParameter', name, place: place(at) }) as const),
  );
}

function textsIn(node: JsonNode): readonly { readonly text: string; readonly at: number }[] {
  switch (node.kind) {
    case 'plain':
      return typeof node.value === 'string' && node.value.startsWith('[')
        ? [{ text: node.value, at: node.at }]
        : [];
    case 'array':
      return node.items.flatMap(textsIn);
    case 'object':
      return node.members
        .filter(({ key }) => key.toLowerCase() !== 'template')
        .flatMap(({ value }) => textsIn(value));
  }
}
