import {
  type JsonMember,
  type JsonNode,
  memberOf,
  placeAt,
  readJson,
  type TextPlace,
  valueOf,
} from '#src/model/template/json-text.ts';
import {
  PARAMETER_TYPES,
  type ParameterType,
  type ReadTemplate,
  type TemplateParameter,
  type TemplateProblem,
  type TemplateResource,
} from '#src/model/template/template.ts';

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
    template: valueOf(root),
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
    allowed: allowed?.kind === 'array' ? allowed.items.map(valueOf) : null,
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
    : { kind: 'value', value: valueOf(member.value) };
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
