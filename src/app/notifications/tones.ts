import type { Tone } from '#src/ui/Status.tsx';
import type { News } from '#src/wizard/submit/watched.ts';

/** The look of a notification by its kind. */
export const TONES: Readonly<Record<News, Tone>> = {
  accepted: 'running',
  stalled: 'warning',
  moving: 'running',
  done: 'done',
  doneWithWork: 'warning',
  disksOnly: 'warning',
  nothing: 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
  gone: 'unknown',
};
