import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { evaluated, type Scope, TemplateViolation } from '#src/mocks/deployments/expressions.ts';
import { groupId } from '#src/mocks/world/ids.ts';
import { sameId } from '#src/model/resource-id.ts';

/** The shape of a template (schema 2019-04-01); everything that restores do not need is rejected. */
const parameterShape = z.looseObject({
  type: z.string(),
  defaultValue: z.optional(z.unknown()),
  allowedValues: maybe(z.array(z.unknown())),
});
type TemplateParameter = z.infer<typeof parameterShape>;

const resourceShape = z.looseObject({
  type: z.string(),
  apiVersion: z.string(),
  name: z.string(),
  dependsOn: maybe(z.array(z.string())),
});

const templateShape = z.looseObject({
  $schema: z.string(),
  contentVersion: z.string(),
  parameters: maybe(z.record(z.string(), parameterShape)),
  variables: maybe(z.record(z.string(), z.unknown())),
  resources: z.array(resourceShape),
});

/** A template with the text that it was read from, for the lines in Azure's messages. */
export interface Template extends z.infer<typeof templateShape> {
  readonly text: string;
}

/** What of a template the simulated Azure cannot play: parts that change which resources there are. */
const UNPLAYED = ['copy', 'condition', 'resources'];

/**
 * Reads a template.
 * @throws TemplateViolation for what is none.
 */
export function readTemplate(value: unknown, text = JSON.stringify(value)): Template {
  const parsed = templateShape.safeParse(value);
  if (!parsed.success) {
    const path = (parsed.error.issues[0]?.path ?? []).map(String).join('.');
    throw new TemplateViolation(
      `The template is not valid: the value at '${path}' is missing or has the wrong type. Please see https://aka.ms/arm-syntax for usage details.`,
      { ...placeOf(text, path.split('.').at(-1) ?? ''), path },
    );
  }
  const unplayed = parsed.data.resources.flatMap((resource) =>
    UNPLAYED.filter((key) => resource[key] !== undefined),
  );
  if (unplayed[0] !== undefined) {
    throw new TemplateViolation(`The template property '${unplayed[0]}' is not valid here.`);
  }
  return { ...parsed.data, text };
}

/** Line and column after the first place of a key in a text. */
function placeOf(text: string, key: string): { readonly line: number; readonly column: number } {
  const index = key === '' ? -1 : text.indexOf(`"${key}"`);
  if (index < 0) return { line: 1, column: 1 };
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + key.length + 4 };
}

/** Values of parameters as a request gives them. */
export const givenShape = z.record(
  z.string(),
  z.looseObject({ value: z.optional(z.unknown()), reference: z.optional(z.unknown()) }),
);
type GivenValues = z.infer<typeof givenShape>;

const HELP = 'Please see https://aka.ms/arm-create-parameter-file for usage details.';

/** Types of parameters by their names in lower case, each with the name that answers use. */
const TYPES: ReadonlyMap<
  string,
  { readonly name: string; readonly fits: (value: unknown) => boolean }
> = new Map([
  ['string', { name: 'String', fits: (value) => typeof value === 'string' }],
  ['securestring', { name: 'SecureString', fits: (value) => typeof value === 'string' }],
  ['int', { name: 'Int', fits: (value) => Number.isInteger(value) }],
  ['bool', { name: 'Bool', fits: (value) => typeof value === 'boolean' }],
  ['array', { name: 'Array', fits: (value) => Array.isArray(value) }],
  ['object', { name: 'Object', fits: isObject }],
  ['secureobject', { name: 'SecureObject', fits: isObject }],
]);

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What Azure calls the type of a value that it was given. */
function receivedType(value: unknown): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Float';
  const name = typeof value;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * The values that a template is deployed with, by names in lower case: those given, else the defaults.
 * @throws TemplateViolation for unknown, missing and unfitting ones (texts: aftercare §1.6, I).
 */
export function parameterValues(
  template: Template,
  given: GivenValues,
  group: Scope['group'],
): ReadonlyMap<string, unknown> {
  const known = Object.entries(template.parameters ?? {});
  const unknown = Object.keys(given).filter((name) => !known.some(([one]) => sameId(one, name)));
  if (unknown.length > 0) {
    throw new TemplateViolation(
      `The template parameters '${unknown.join(', ')}' are not valid; they are not present in the original template and can therefore not be provided at deployment time. The only supported parameters for this template are '${known.map(([name]) => name).join(', ')}'. Please see https://aka.ms/arm-pass-parameter-values for usage details.`,
    );
  }
  const values = new Map<string, unknown>();
  for (const [name, parameter] of known) {
    const [, own] = Object.entries(given).find(([one]) => sameId(one, name)) ?? [];
    const path = `parameters.${name}`;
    const place = { ...placeOf(template.text, name), path };
    if (own?.value === undefined && parameter.defaultValue === undefined) {
      throw new TemplateViolation(
        `The value for the template parameter '${name}' at line '${place.line}' and column '${place.column}' is not provided. ${HELP}`,
        place,
      );
    }
    // A default may refer to the parameters before it.
    const scope = { group, parameters: values, variables: new Map() };
    const value = own?.value === undefined ? evaluated(parameter.defaultValue, scope) : own.value;
    const trouble = troubleOf(name, parameter, value);
    if (trouble !== null) throw new TemplateViolation(trouble, place);
    values.set(name.toLowerCase(), value);
  }
  return values;
}

function troubleOf(
  name: string,
  { type, allowedValues }: TemplateParameter,
  value: unknown,
): string | null {
  const known = TYPES.get(type.toLowerCase());
  if (known === undefined) {
    return `The template parameter '${name}' has the type '${type}', which is not valid. Please see https://aka.ms/arm-syntax for usage details.`;
  }
  if (!known.fits(value)) {
    return `The provided value for the template parameter '${name}' is not valid. Expected a value of type '${known.name}', but received a value of type '${receivedType(value)}'. ${HELP}`;
  }
  const isAllowed =
    allowedValues?.some((one) => JSON.stringify(one) === JSON.stringify(value)) ?? true;
  return isAllowed
    ? null
    : `The provided value for the template parameter '${name}' is not valid. The value '${String(value)}' is not part of the allowed value(s): '${(allowedValues ?? []).map(String).join(',')}'.`;
}

/** Parameters as answers repeat them: types with a capital, secure ones without a value (aftercare §1.6, R). */
export function echoOf(
  { parameters }: Template,
  values: ReadonlyMap<string, unknown>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(parameters ?? {}).map(([name, { type }]) => {
      const typeName = TYPES.get(type.toLowerCase())?.name ?? type;
      const isSecret = typeName.startsWith('Secure');
      return [
        name,
        { type: typeName, ...(isSecret ? {} : { value: values.get(name.toLowerCase()) }) },
      ];
    }),
  );
}

/** A resource of a template, all expressions evaluated. */
export interface TemplateTarget {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly location: string | null;
  /** What is put at its id: the template's entry without its address and its dependencies. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Ids of those that have to be there first. */
  readonly dependsOn: readonly string[];
}

/**
 * The resources of a template in an order in which each comes after all that it depends on.
 * @throws TemplateViolation where there is none.
 */
export function targetsOf(template: Template, scope: Scope): readonly TemplateTarget[] {
  const all = template.resources.map((resource) => targetOf(template, resource, scope));
  const doubled = all.find((one, index) => all.findIndex(({ id }) => sameId(id, one.id)) !== index);
  if (doubled !== undefined) {
    throw new TemplateViolation(
      `The resource '${doubled.id}' is defined more than once in the template. Please see https://aka.ms/arm-syntax for usage details.`,
    );
  }
  const linked = all.map((one) => ({
    ...one,
    dependsOn: one.dependsOn.map((text) => idMeant(text, all)),
  }));
  return inOrder(linked);
}

function targetOf(
  template: Template,
  resource: Template['resources'][number],
  scope: Scope,
): TemplateTarget {
  const { type, apiVersion, name: written, dependsOn, comments: _comments, ...body } = resource;
  const name = evaluated(written, scope);
  const [provider = '', ...types] = type.split('/');
  const names = typeof name === 'string' ? name.split('/') : [];
  if (names.length !== types.length || names.includes('')) {
    const { line, column } = placeOf(template.text, written);
    throw new TemplateViolation(
      `The template resource '${String(name)}' for type '${type}' at line '${line}' and column '${column}' has incorrect segment lengths. A nested resource type must have identical number of segments as its resource name. A root resource type must have segment length one greater than its resource name. Please see https://aka.ms/arm-syntax-resources for usage details.`,
    );
  }
  const path = types.map((one, index) => `${one}/${names[index] ?? ''}`).join('/');
  const whole = evaluated(body, scope);
  const entries = typeof whole === 'object' && whole !== null ? Object.entries(whole) : [];
  const location: unknown = entries.find(([key]) => key === 'location')?.[1];
  return {
    id: `${groupId(scope.group)}/providers/${provider}/${path}`,
    type,
    name: names.join('/'),
    apiVersion,
    location: typeof location === 'string' ? location : null,
    body: Object.fromEntries(entries),
    dependsOn: (dependsOn ?? []).map((one) => String(evaluated(one, scope))),
  };
}

/** A dependency is named by its id, or by its name alone (ARM's template reference). */
function idMeant(text: string, all: readonly TemplateTarget[]): string {
  const meant = all.find(({ id, name, type }) =>
    [id, name, `${type}/${name}`].some((one) => sameId(one, text)),
  );
  if (meant === undefined) {
    throw new TemplateViolation(
      `The resource '${text}' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details.`,
    );
  }
  return meant.id;
}

function inOrder(all: readonly TemplateTarget[]): readonly TemplateTarget[] {
  const done: TemplateTarget[] = [];
  let left = all;
  while (left.length > 0) {
    const ready = left.filter(({ dependsOn }) =>
      dependsOn.every((id) => done.some((one) => sameId(one.id, id))),
    );
    if (ready.length === 0) {
      throw new TemplateViolation(
        `Circular dependency detected on resource: '${left[0]?.id ?? ''}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
      );
    }
    done.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return done;
}
