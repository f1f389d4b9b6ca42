import type { ToyBox } from '#src/api/toy/boxes/box.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Read } from '#src/wizard/reads/read.ts';

/** What is read for a draft, and when it is judged. */
export interface ToyReads {
  readonly at: Instant;
  readonly boxes: Read<readonly ToyBox[]>;
}
