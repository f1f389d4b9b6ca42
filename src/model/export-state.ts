import type { Problem } from '#src/model/problem.ts';

/** How a file of a whole list comes along. */
export type ExportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly read: number; readonly total: number | null }
  | { readonly kind: 'saved'; readonly rows: number }
  /** Broke off; what was read until then is kept. */
  | ({ readonly kind: 'failed'; readonly read: number } & Pick<Problem, 'message' | 'way'>);
