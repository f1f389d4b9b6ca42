import { type JsonNode, memberOf, readJson } from '#src/model/template/json-text.ts';

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
