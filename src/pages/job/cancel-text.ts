import type { Cancel } from '#src/progress/progress.ts';
import { canceling as words } from '#src/strings/progress.ts';
import { rangeText } from '#src/progress/live/progress-text.ts';

/** Whether a job can be canceled, and the words for it. */
export interface CancelLine {
  readonly isPossible: boolean;
  readonly text: string;
  /** What the button says in place of Cancel. */
  readonly command?: string | null;
}

/** `service`: the name of the one that runs the job. `never`: why its service cancels no job like it, whatever the job itself offers; null: it does. */
export function cancelLine(service: string, cancel: Cancel, never: string | null): CancelLine {
  return never === null
    ? { isPossible: cancel.kind === 'possible', text: cancelText(service, cancel) }
    : { isPossible: false, text: never };
}

/** Until when a job can be canceled, or why it can't be. */
export function cancelText(service: string, cancel: Cancel): string {
  if (cancel.kind === 'no') return words.no(service)[cancel.why];
  const { until, left, caution } = cancel;
  if (caution !== null) return words.caution(service)[caution];
  if (until === null) return words.anyTime(service);
  return [words.until(until.name), ...(left === null ? [] : [words.left(rangeText(left))])].join(
    ' ',
  );
}
