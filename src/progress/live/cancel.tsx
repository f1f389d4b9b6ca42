import { useCommonStyles } from '#src/ui/styles.ts';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { type Canceled, NO_WRITE, useWrite, type Writing } from '#src/api/queries/use-write.ts';
import type { JobCancel } from '#src/datasources/job.ts';
import { timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { isTerminal, type JobDetails } from '#src/model/jobs.ts';
import type { Problem } from '#src/model/problem.ts';
import { rangeText } from '#src/progress/live/progress-text.ts';
import { type Cancel, cancelOf, type Progress } from '#src/progress/progress.ts';
import { clockEnds } from '#src/progress/round.ts';
import { canceling as words } from '#src/strings/progress.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';

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

/**
 * The same in a few words; `at`: the moment that the time left counts from. Null: its service cancels no job like it.
 * `since`: when its service accepted that it is canceled; null: not known.
 */
export function cancelShort(cancel: Cancel | null, at: Instant, since: Instant | null): string {
  const short = words.short;
  if (cancel === null) return short.never;
  if (cancel.kind === 'no' && cancel.why === 'cancelling' && since !== null)
    return short.cancelingSince(timeText(since));
  if (cancel.kind === 'no') return short.no[cancel.why];
  const { until, left, caution } = cancel;
  if (caution !== null) return short[caution];
  if (until === null) return short.anyTime;
  if (left === null) return short.starts(until.name);
  // From its earliest end on it may be too late.
  return left.lowMs === 0 ? short.late : short.until(timeText(instant(clockEnds(left, at).lowMs)));
}

interface Canceling {
  /** Whether it can be canceled now, in words. */
  readonly line: CancelLine;
  /** The same as it was judged; null: its service cancels no job like it. */
  readonly offered: Cancel | null;
  readonly request: Writing<Canceled, void>;
}

/** The request that cancels a job, and whether it is offered now. */
export function useCancel(
  job: JobDetails,
  cancel: JobCancel,
  { phases, eta }: Pick<Progress, 'phases' | 'eta'>,
  service: string,
): Canceling {
  // Where a job is never canceled the button stays disabled.
  const request = useWrite('never' in cancel ? NO_WRITE : cancel.mutation);
  const isRequested = !isTerminal(job.status) && (request.isPending || request.isSuccess);
  const offered = isRequested
    ? ({ kind: 'no', why: 'cancelling' } as const)
    : cancelOf(job, phases, eta);
  const never = 'never' in cancel && !isTerminal(job.status) ? cancel.never : null;
  const line = cancelLine(service, offered, never);
  const leaves = 'never' in cancel || !line.isPossible ? null : cancel.leaves?.(job);
  return {
    line: leaves ? { ...line, ...leaves } : line,
    offered: never === null ? offered : null,
    request,
  };
}

interface CancelCommandProps {
  readonly machine: string;
  readonly cancel: CancelLine;
  /** The text on the page that says until when, or why not. */
  readonly reasonId: string;
  readonly onConfirm: () => void;
  /** The job among others that can be canceled beside it: the button is small, and named by it. */
  readonly name?: string;
  readonly tabIndex?: 0 | -1;
}

/** The command with the question whether it is meant. */
export function CancelCommand(props: CancelCommandProps) {
  const { machine, cancel, reasonId, onConfirm, name, tabIndex } = props;
  // Among others it is as wide as any; the question that it asks says what it leaves.
  const command = (name === undefined && cancel.command) || words.command;
  const look =
    name === undefined
      ? ({ appearance: 'subtle', icon: <DismissCircle20Regular /> } as const)
      : ({ size: 'small', 'aria-label': words.commandOf(command, name) } as const);
  return (
    <ConfirmDialog
      renderCommand={(opens) => (
        <Button
          {...opens}
          {...look}
          tabIndex={tabIndex}
          disabledFocusable={!cancel.isPossible}
          aria-describedby={reasonId}
        >
          {command}
        </Button>
      )}
      title={words.question(machine)}
      keep={words.keep}
      confirm={cancel.command ?? words.confirm}
      canConfirm={cancel.isPossible}
      onConfirm={onConfirm}
    >
      <span>{words.consequence}</span>
      <span>{cancel.text}</span>
    </ConfirmDialog>
  );
}

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL} 0`,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 639px)': { paddingInline: tokens.spacingHorizontalL },
  },
});

interface CancelStateProps {
  readonly reasonId: string;
  /** The service that runs the job, by its name. */
  readonly service: string;
  /** Until when it can be canceled, or why it can't be. */
  readonly text: string;
  /** The page says it elsewhere; left out: it doesn’t. */
  readonly isReasonUnseen?: boolean;
  readonly job: JobDetails;
  readonly request: Pick<Writing<Canceled, void>, 'isPending' | 'isSuccess' | 'error'>;
}

/** Until when a job can be canceled or why it can't be, and the answer to a request to cancel it. */
export function CancelState({
  reasonId,
  service,
  text,
  isReasonUnseen = false,
  job,
  request,
}: CancelStateProps) {
  const styles = useStyles();
  const { unseen } = useCommonStyles();
  const outcome = isTerminal(job.status) ? '' : cancelAnswer(service, job, request);
  return (
    <div className={isReasonUnseen && outcome === '' ? undefined : styles.root}>
      <span id={reasonId} className={isReasonUnseen ? unseen : undefined}>
        {text}
      </span>{' '}
      <span role="status" aria-label={words.heading}>
        {outcome}
      </span>
    </div>
  );
}

/** What came of a request to cancel a job. One that failed says nothing of a job that is being canceled by now. */
export function cancelAnswer(
  service: string,
  { status }: Pick<JobDetails, 'status'>,
  {
    isPending,
    isSuccess,
    error,
  }: Pick<Writing<Canceled, void>, 'isPending' | 'isSuccess' | 'error'>,
): string {
  const isFailed = error !== null && status !== 'cancelling';
  return cancelRequestText(service, {
    isPending,
    isSuccess,
    failure: isFailed ? { ...problemOf(error), mayBeDone: mayBeDone(error) } : null,
  });
}

/** How far a request to cancel has come. */
export interface CancelRequest {
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  /** Why it failed, and whether Azure may still have received it; null: it hasn't. */
  readonly failure:
    | (Pick<Problem, 'message' | 'lookedAt'> & { readonly mayBeDone: boolean })
    | null;
}

/** What came of a request to cancel a job that hasn't ended, by its last read. */
export function cancelRequestText(
  service: string,
  { isPending, isSuccess, failure }: CancelRequest,
): string {
  if (isPending) return words.asking;
  if (isSuccess) return words.asked(service);
  if (failure === null) return '';
  if (failure.mayBeDone) return words.lost(service);
  const { message, lookedAt } = failure;
  return words.refused(message, lookedAt === undefined ? null : timeText(lookedAt));
}
