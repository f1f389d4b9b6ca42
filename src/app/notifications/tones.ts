import type { Tone } from '#src/ui/Status.tsx';
import type { News, SessionNews } from '#src/wizard/submit/watched.ts';

/** The look of a notification by its kind. */
export const TONES: Readonly<Record<News | SessionNews, Tone>> = {
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
  mounted: 'running',
  lastHour: 'warning',
  lastMinutes: 'warning',
  unmountOpen: 'unknown',
};
