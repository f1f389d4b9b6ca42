import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { stepCheckQuery } from '#src/api/queries/step-checks.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import {
  type StepCheck,
  type StepMarks,
  type StepRead,
  stepStatus,
  type StepStatus,
} from '#src/model/next-steps.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { keepResult } from '#src/wizard/next-steps/marks.ts';

const TONES: Readonly<Record<StepStatus, Tone>> = {
  verified: 'done',
  byHand: 'done',
  open: 'waiting',
  again: 'waiting',
  notChecked: 'unknown',
};

const useStyles = makeStyles({
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

export interface StepStateProps {
  readonly jobId: string;
  readonly id: string;
  /** What to do, for a button of many. */
  readonly text: string;
  /** Null: no read can verify it. */
  readonly check: StepCheck | null;
  readonly marks: StepMarks;
  readonly onMark: (isDone: boolean) => void;
  /** What can be done about it here; given what the latest read found. Left out: nothing. */
  readonly renderAction?: (seen: readonly string[], isVerified: boolean) => ReactNode;
}

/** How far a step is by what was read of it, or as a person marked it. */
export function StepState({ jobId, id, text, check, marks, onMark, renderAction }: StepStateProps) {
  const styles = useStyles();
  const { second, anywhere } = useCommonStyles();
  const read = useQuery(
    stepCheckQuery({ jobId, id }, check, (result) => keepResult(jobId, id, result)),
  );
  const result = read.data ?? null;
  const { status, at } = stepStatus(read.error === null ? result : null, marks);
  const word = words.status[status];
  const button = status === 'byHand' ? words.undo : words.mark;
  return (
    <>
      <Status tone={read.isFetching ? 'running' : TONES[status]}>
        {read.isFetching
          ? words.reading
          : at === null || status === 'notChecked'
            ? word
            : words.at[status](dateTimeText(instant(at)))}
      </Status>
      {read.error !== null && (
        <span className={second}>{words.unread(problemOf(read.error).message)}</span>
      )}
      {read.error === null && result !== null && (status !== 'notChecked' || hasFound(result)) && (
        <span className={mergeClasses(second, anywhere)}>{words.found(result)}</span>
      )}
      <div className={styles.buttons}>
        {check !== null && (
          <Button
            size="small"
            aria-label={words.of(words.checkAgain, text)}
            onClick={() => void read.refetch()}
          >
            {words.checkAgain}
          </Button>
        )}
        {status !== 'verified' && (
          <Button
            size="small"
            aria-label={words.of(button, text)}
            onClick={() => onMark(status !== 'byHand')}
          >
            {button}
          </Button>
        )}
      </div>
      {renderAction?.(result?.seen ?? [], status === 'verified')}
    </>
  );
}

/** A step that can't be checked says nothing of what wasn't found. */
const hasFound = ({ seen, isGone }: StepRead): boolean => seen.length > 0 || isGone === true;
