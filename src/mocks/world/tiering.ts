import type { WorldEvent } from '#src/mocks/world/events.ts';

/** A point in other tiers than its seed says, from and until a moment. */
export type Tiering = Pick<
  Extract<WorldEvent, { readonly type: 'point-tiered' }>,
  'itemId' | 'pointName' | 'tiers' | 'fromMs'
> & {
  readonly untilMs?: number;
  /** The backup that brings it there; canceled before, it does not. */
  readonly jobId?: string;
};
