import { isTerminal, type JobStatus } from '#src/model/job.ts';
import type { Cancel } from '#src/model/progress/cancel.ts';
import { cancelling as words } from '#src/strings/progress.ts';
import { rangeText } from '#src/ui/progress-text.ts';

/** Whether a job can be cancelled; in the secondary region none can, whatever Azure offers. */
export function cancelIn(region: string | null, status: JobStatus, cancel: Cancel): Cancel {
  return region === null || isTerminal(status) ? cancel : { kind: 'no', why: 'secondary' };
}

/** Until when a job can be cancelled, or why it cannot be. */
export function cancelText(cancel: Cancel): string {
  if (cancel.kind === 'no') return words.no[cancel.why];
  const { until, left, caution } = cancel;
  if (caution !== null) return words.caution[caution];
  if (until === null) return words.anyTime;
  return [words.until(until.name), ...(left === null ? [] : [words.left(rangeText(left))])].join(
    ' ',
  );
}
