import { RouterLink } from '#src/ui/links.tsx';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { readStepsAgain, stepCheckQuery } from '#src/api/queries/step-checks.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import {
  isStepDone,
  isWork,
  type StepCheck,
  type StepMarks,
  type StepRead,
  stepStatus,
  type StepStatus,
  storedStatus,
} from '#src/model/next-steps.ts';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { keepResult, marksOf, markStep, onMarks } from '#src/wizard/next-steps/marks.ts';

const useStyles = makeStyles({
  // On paper nothing can be pressed.
  list: { '@media print': { '& button': { display: 'none' } } },
  step: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
  },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
});

/** A next step as a list shows it. */
export interface ShownStep {
  readonly id: string;
  /** What to do, in sentences. */
  readonly text: string;
  /** The document that says so. */
  readonly source: string | null;
  /** Null: no read can verify it. */
  readonly check: StepCheck | null;
  /** What is known without a read; left out: nothing. */
  readonly remark?: string | undefined;
}

interface StepListProps<Step extends ShownStep> {
  readonly jobId: string;
  readonly steps: readonly Step[];
  /** Above the steps. */
  readonly note?: string | undefined;
  /** What can be done about a step here; `seen`: what the latest read found. */
  readonly renderAction: (step: Step, seen: readonly string[], isVerified: boolean) => ReactNode;
  /** Below the steps. */
  readonly children?: ReactNode;
}

/** The next steps of a restore, each with its status. A change by hand is read out. */
export function NextStepList<Step extends ShownStep>({
  jobId,
  steps,
  note,
  renderAction,
  children,
}: StepListProps<Step>) {
  const styles = useStyles();
  const { column, plainList, second } = useCommonStyles();
  const client = useQueryClient();
  const marks = useMarks(jobId);
  const work = steps.filter(({ id }) => isWork(id));
  const done = work.filter(({ id }) => isStepDone(storedStatus(marks.of(id))));
  return (
    <section aria-label={words.title} className={mergeClasses(column, styles.list)}>
      <SectionHeading level={2}>{words.title}</SectionHeading>
      {note !== undefined && <span>{note}</span>}
      {work.length > 0 && (
        <span className={second}>{words.progress(done.length, work.length)}</span>
      )}
      <SpokenNow label={words.title} parts={{ said: marks.notice }} />
      {steps.some(({ check }) => check !== null) && (
        <Button size="small" onClick={() => void readStepsAgain(client)}>
          {words.checkAll}
        </Button>
      )}
      <ul className={plainList} aria-label={words.steps}>
        {steps.map((step) => (
          <StepItem
            key={step.id}
            jobId={jobId}
            step={step}
            marks={marks.of(step.id)}
            onMark={(isDone) => marks.mark(step.id, step.text, isDone)}
            renderAction={(seen, isVerified) => renderAction(step, seen, isVerified)}
          />
        ))}
      </ul>
      {children}
    </section>
  );
}

interface StepItemProps extends Pick<StepStateProps, 'jobId' | 'marks' | 'onMark'> {
  readonly step: ShownStep;
  readonly renderAction: NonNullable<StepStateProps['renderAction']>;
}

/** One next step: its status, why, and what can be done about it. */
function StepItem({ jobId, step, marks, onMark, renderAction }: StepItemProps) {
  const styles = useStyles();
  const { column, close, second } = useCommonStyles();
  const { id, text, source, check, remark } = step;
  return (
    <li className={mergeClasses(column, close, styles.step)}>
      <span>{text}</span>
      {remark !== undefined && <span className={second}>{remark}</span>}
      {source !== null && <SourceLink {...{ id, source }} />}
      {isWork(id) ? (
        <StepState {...{ jobId, id, text, check, marks, onMark, renderAction }} />
      ) : (
        renderAction([], false)
      )}
    </li>
  );
}

/** The way to the rule's own page; which document says so is in the link's name. */
function SourceLink({ id, source }: { readonly id: string; readonly source: string }) {
  return (
    <span>
      <RouterLink
        to="/rules"
        search={{ rule: id }}
        preload={false}
        aria-label={words.source(source)}
      >
        {words.sourceLink}
      </RouterLink>
    </span>
  );
}

const TONES: Readonly<Record<StepStatus, Tone>> = {
  verified: 'done',
  byHand: 'done',
  open: 'waiting',
  again: 'waiting',
  notChecked: 'unknown',
};

interface StepStateProps {
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

/** The marks of a job's steps, and the words for the latest change. */
export interface Marks {
  readonly notice: string;
  readonly of: (id: string) => StepMarks;
  readonly mark: (id: string, text: string, isDone: boolean) => void;
}

/** See {@link Marks}: the same in all tabs. */
export function useMarks(jobId: string): Marks {
  const marks = useSyncExternalStore(onMarks, () => marksOf(jobId));
  const [notice, setNotice] = useState('');
  return {
    notice,
    of: (id) => marks[id] ?? {},
    mark: (id, text, isDone) => {
      markStep(jobId, id, isDone);
      setNotice(isDone ? words.marked(text) : words.undone(text));
    },
  };
}

const { notMentioned } = words;

/** What a restore may change and no document mentions (aftercare §2.1). */
export function NotMentioned() {
  const { plainList, second } = useCommonStyles();
  return (
    <>
      <SectionHeading level={3}>{notMentioned.title}</SectionHeading>
      <span className={second}>{notMentioned.body}</span>
      <ul className={plainList} aria-label={notMentioned.title}>
        {notMentioned.list.map((line) => (
          <li key={line}>
            <Status tone="unknown">{line}</Status>
          </li>
        ))}
      </ul>
    </>
  );
}
