import type { ValidationProblem } from '#src/model/problem.ts';

/** An error of Data Protection, made for people (azure-contract §12, UserFacingError). */
interface UserError {
  readonly code?: string | null | undefined;
  readonly message?: string | null | undefined;
  readonly recommendedAction?: readonly string[] | null | undefined;
}

/** The same as what would make a restore fail. */
export function toDiskProblem(error: UserError): ValidationProblem {
  return {
    code: error.code ?? '',
    message: error.message ?? '',
    recommendations: error.recommendedAction ?? [],
  };
}
