import {
  jsonValue,
  type ParameterType,
  readJson,
  type TemplateParameter,
} from '#src/model/template.ts';

/** Values for the parameters of a template, as a form has them: every one as text. */

/** Why a text is no value of a parameter. */
export type ValueProblem =
  | 'missing'
  | 'notInteger'
  | 'notBool'
  | 'notArray'
  | 'notObject'
  | 'notAllowed';

/** A checked text: a value to send, nothing to send because the default does, or a problem. */
type CheckedValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'default' }
  | { readonly kind: 'problem'; readonly problem: ValueProblem };

/** The text by which a form shows a parameter at first; empty where Azure evaluates the default. */
export function initialText({ fallback, type }: TemplateParameter): string {
  if (fallback.kind !== 'value') return '';
  return isText(type) && typeof fallback.value === 'string'
    ? fallback.value
    : JSON.stringify(fallback.value, null, 2);
}

const isText = (type: ParameterType): boolean => type === 'string' || type === 'securestring';

/** Checks the text for a parameter. An empty one means the default, and without a default it is missing. */
export function checkedValue(parameter: TemplateParameter, text: string): CheckedValue {
  const { fallback, type, allowed } = parameter;
  if (text === '' && fallback.kind === 'none') return { kind: 'problem', problem: 'missing' };
  // An empty text is a value of its own where the default is another text.
  const isCleared = fallback.kind === 'value' && isText(type) && initialText(parameter) !== '';
  if (text === '' && !isCleared) return { kind: 'default' };
  if (fallback.kind === 'value' && text === initialText(parameter)) return { kind: 'default' };
  const read = valueIn(type, text);
  if (read.kind === 'problem') return read;
  const isAllowed = allowed?.some((one) => isSame(one, read.value)) ?? true;
  return isAllowed ? read : { kind: 'problem', problem: 'notAllowed' };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function valueIn(type: ParameterType, text: string): Exclude<CheckedValue, { kind: 'default' }> {
  const problem = (what: ValueProblem) => ({ kind: 'problem', problem: what }) as const;
  switch (type) {
    case 'string':
    case 'securestring':
      return { kind: 'value', value: text };
    case 'int': {
      const value = Number(text.trim());
      return /^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(value)
        ? { kind: 'value', value }
        : problem('notInteger');
    }
    case 'bool': {
      const word = text.trim().toLowerCase();
      return word === 'true' || word === 'false'
        ? { kind: 'value', value: word === 'true' }
        : problem('notBool');
    }
    case 'array': {
      const read = readJson(text);
      return read.kind === 'json' && read.root.kind === 'array'
        ? { kind: 'value', value: jsonValue(read.root) }
        : problem('notArray');
    }
    case 'object':
    case 'secureobject': {
      const read = readJson(text);
      return read.kind === 'json' && read.root.kind === 'object'
        ? { kind: 'value', value: jsonValue(read.root) }
        : problem('notObject');
    }
  }
}

/** What is sent for a template's parameters, or what is wrong, by their names. */
export type CheckedValues =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly kind: 'problems'; readonly problems: Readonly<Record<string, ValueProblem>> };

/** Checks the texts of a whole form; texts for parameters that the template does not have are left out. */
export function checkedValues(
  parameters: readonly TemplateParameter[],
  texts: Readonly<Record<string, string>>,
): CheckedValues {
  const byName = new Map(Object.entries(texts).map(([name, text]) => [name.toLowerCase(), text]));
  const checked = parameters.map((parameter) => {
    const text = byName.get(parameter.name.toLowerCase()) ?? initialText(parameter);
    return [parameter.name, checkedValue(parameter, text)] as const;
  });
  const problems = checked.flatMap(([name, one]) =>
    one.kind === 'problem' ? [[name, one.problem] as const] : [],
  );
  if (problems.length > 0) return { kind: 'problems', problems: Object.fromEntries(problems) };
  const values = checked.flatMap(([name, one]) =>
    one.kind === 'value' ? [[name, one.value] as const] : [],
  );
  return { kind: 'values', values: Object.fromEntries(values) };
}

/** What a person changes most often in the VM of a template, without editing its text. */
export interface MachineEdits {
  /** Null: as the template has it. */
  readonly size: string | null;
  /** `Windows_Server` and the like; `none` takes it out. */
  readonly licenseType: string | null;
  /** A zone; `none` takes it out. */
  readonly zone: string | null;
  /** The id of an availability set; `none` takes it out. */
  readonly availabilitySet: string | null;
}

export const UNCHANGED: MachineEdits = {
  size: null,
  licenseType: null,
  zone: null,
  availabilitySet: null,
};

export const NONE = 'none';

type Fields = Record<string, unknown>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

const isMachine = (resource: unknown): boolean =>
  String(fieldsOf(resource)['type']).toLowerCase() === 'microsoft.compute/virtualmachines';

/** Whether a template has exactly one VM: of several it is unclear which is meant. */
export function hasOneMachine(template: unknown): boolean {
  const { resources } = fieldsOf(template);
  return Array.isArray(resources) && resources.filter(isMachine).length === 1;
}

/** What the VM of a template has now, as far as it is written as plain values. */
export function machineOfTemplate(template: unknown): MachineEdits {
  const { resources } = fieldsOf(template);
  const machine = fieldsOf(Array.isArray(resources) ? resources.find(isMachine) : undefined);
  const properties = fieldsOf(machine['properties']);
  const zones = machine['zones'];
  return {
    size: text(fieldsOf(properties['hardwareProfile'])['vmSize']),
    licenseType: text(properties['licenseType']),
    zone: text(Array.isArray(zones) ? zones[0] : undefined),
    availabilitySet: text(fieldsOf(properties['availabilitySet'])['id']),
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The same template with a VM that was changed; all else stays as it is. */
export function withMachine(template: unknown, edits: MachineEdits): unknown {
  const whole = fieldsOf(template);
  const { resources } = whole;
  if (!Array.isArray(resources)) return template;
  return {
    ...whole,
    resources: resources.map((one: unknown) =>
      isMachine(one) ? edited(fieldsOf(one), edits) : one,
    ),
  };
}

function edited(
  machine: Fields,
  { size, licenseType, zone, availabilitySet }: MachineEdits,
): Fields {
  const properties = fieldsOf(machine['properties']);
  const hardware = fieldsOf(properties['hardwareProfile']);
  const changed = {
    ...properties,
    ...(size === null ? {} : { hardwareProfile: { ...hardware, vmSize: size } }),
    ...set('licenseType', licenseType, licenseType),
    ...set('availabilitySet', availabilitySet, { id: availabilitySet }),
  };
  return defined({
    ...machine,
    ...set('zones', zone, [zone]),
    properties: defined(changed),
  });
}

/** A field with its new value; taken out where the choice is `none`; as it was where there is none. */
function set(name: string, chosen: string | null, value: unknown): Fields {
  if (chosen === null) return {};
  return { [name]: chosen === NONE ? undefined : value };
}

const defined = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
