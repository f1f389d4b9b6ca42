import type { Answer } from '#src/mocks/service.ts';

/** How a CommServe refuses. Codes and texts are assumed (A), but for 5 (C). */

/** A refusal inside a 200 (C). */
export const refusedIn200 = (errorCode: number, errorMessage: string): Answer => ({
  status: 200,
  body: { errorCode, errorMessage },
});

/** Any other refusal (S). */
export const refusal = (status: number, errorMessage: string, errorCode = status): Answer => ({
  status,
  body: { errorMessage, errorCode },
});

export const NOT_FOUND: Answer = refusal(404, 'The requested resource was not found.');

/** What an action on a job answers: code 0 means that it is taken (C). */
export const actionAnswer = (errorCode: number, errLogMessage = ''): Answer => ({
  status: 200,
  body: { errors: [{ errList: [{ errorCode, errLogMessage }] }] },
});
