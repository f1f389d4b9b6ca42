import { failure } from '#src/mocks/errors.ts';
import type { Answer } from '#src/mocks/service.ts';

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
