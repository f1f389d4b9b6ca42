import type { Answer } from '#src/mocks/service.ts';

/** A refusal as the shelf writes it. */
export const refusal = (status: number, code: string, message: string): Answer => ({
  status,
  body: { code, message },
});
