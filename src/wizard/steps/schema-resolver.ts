import type { FieldErrors, Resolver } from 'react-hook-form';
import type { DraftChoices } from '#src/wizard/draft/schema.ts';
import type { schemaFor } from '#src/wizard/explain/step-schema.ts';

/**
 * Asks a step's schema what a form can’t hold: the first issue of each field, and with it the field's element.
 * A choice is a text, a flag or null, so that the path of an issue is one name.
 */
export function schemaResolver(schema: ReturnType<typeof schemaFor>): Resolver<DraftChoices> {
  return (choices, _context, { fields }) => {
    const { success, data, error } = schema.safeParse(choices);
    if (success) return { values: data, errors: {} };
    const errors: FieldErrors<DraftChoices> = {};
    for (const { path, code, message } of error.issues) {
      const name = path.join('.');
      const field = fields[name];
      const ref = field?.refs?.[0] ?? field?.ref;
      errors[name] ??= { type: code ?? 'custom', message, ...(ref !== undefined && { ref }) };
    }
    return { values: {}, errors };
  };
}
