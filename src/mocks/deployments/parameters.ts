import * as z from 'zod/mini';
import { evaluated, type Scope } from '#src/mocks/deployments/evaluate.ts';
import { placeOf, type Template, type TemplateParameter } from '#src/mocks/deployments/template.ts';
import { TemplateViolation } from '#src/mocks/deployments/violation.ts';
import { sameId } from '#src/model/resource-id.ts';

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
