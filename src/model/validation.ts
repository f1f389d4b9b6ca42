/** What Azure found that would make a restore fail. */
export interface ValidationProblem {
  readonly code: string;
  readonly message: string;
  readonly recommendations: readonly string[];
}
