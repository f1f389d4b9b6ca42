import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { TemplateViolation } from '#src/mocks/deployments/violation.ts';

/** The shape of a template (schema 2019-04-01); everything that restores do not need is rejected. */
const parameterShape = z.looseObject({
  type: z.string(),
  defaultValue: z.optional(z.unknown()),
  allowedValues: maybe(z.array(z.unknown())),
});
export type TemplateParameter = z.infer<typeof parameterShape>;

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
export function placeOf(
  text: string,
  key: string,
): { readonly line: number; readonly column: number } {
  const index = key === '' ? -1 : text.indexOf(`"${key}"`);
  if (index < 0) return { line: 1, column: 1 };
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + key.length + 4 };
}
