import * as z from 'zod/mini';

/** An accepted request: under its ticket the shelf says which job came of it; null: none yet. */
export const ticketWire = z.object({ ticket: z.number(), job: z.nullable(z.number()) });

/** The request for a restore. */
export interface ToyRestoreWire {
  readonly box: string;
  readonly point: string;
  readonly mark: string;
}
