import { RouterLink } from '#src/ui/links.tsx';
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowUndo16Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { Checkmark16Regular } from '@fluentui/react-icons/svg/checkmark';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState, useSyncExternalStore } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { readStepsAgain, stepCheckQuery } from '#src/api/queries/step-checks.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import {
  isWork,
  type StatusAt,
  type StepCheck,
  type StepMarks,
  type StepRead,
  stepStatus,
  type StepStatus,
} from '#src/model/next-steps.ts';
import { JobProgressBar } from '#src/progress/live/live.tsx';
import { nextSteps as words } from '#src/strings/next-steps.ts';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { stepRowId } from '#src/wizard/next-steps/afterwards.tsx';
import {
  keepResult,
  marksOf,
  markStep,
  onMarks,
  openAmong,
  storedSteps,
  stepsToDo,
} from '#src/wizard/next-steps/marks.ts';

const NARROW = '@media (max-width: 639px)';

/** The looks of a row, for what stands in it: a button at its end, and what opens below it. */
export const useStepStyles = makeStyles({
  button: {
    gridColumn: '4',
    gridRow: '1',
    justifySelf: 'end',
    whiteSpace: 'nowrap',
    [NARROW]: { gridColumn: '1', gridRow: 'auto', justifySelf: 'start' },
    '@media print': { display: 'none' },
  },
  below: { gridColumn: '1 / -1', minWidth: 0, paddingBottom: tokens.spacingVerticalS },
});

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  bar: { display: 'inline-block', width: '120px' },
  checkAll: { marginInlineStart: 'auto', '@media print': { display: 'none' } },
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, 0.26fr) minmax(0, 1fr) 64px 152px 24px',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    minHeight: '36px',
    boxSizing: 'border-box',
    paddingBlock: tokens.spacingVerticalXXS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    breakInside: 'avoid',
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      paddingBlock: tokens.spacingVerticalS,
      rowGap: tokens.spacingVerticalXS,
    },
  },
  heads: { [NARROW]: { display: 'none' } },
  // Where a part of the picture leads.
  target: {
    scrollMarginBlock: tokens.spacingVerticalXXL,
    ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  head2: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  wide: { [NARROW]: { gridColumn: '1 / -1' } },
  part: { color: tokens.colorNeutralForeground2, [NARROW]: { display: 'none' } },
  // What stands in it is placed in the row itself.
  actions: { display: 'contents' },
  markAlone: {
    gridColumn: '4 / 6',
    gridRow: '1',
    justifySelf: 'end',
    [NARROW]: { gridColumn: '1', gridRow: 'auto', justifySelf: 'start', minHeight: '44px' },
    '@media print': { display: 'none' },
  },
  mark: {
    gridColumn: '5',
    gridRow: '1',
    minWidth: '24px',
    [NARROW]: { gridColumn: '2', gridRow: 'auto', minHeight: '44px', minWidth: '44px' },
    '@media print': { display: 'none' },
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
  /** The setting of the source that it depends on, where that isn’t known; left out: nothing. */
  readonly condition?: string | undefined;
  /** The document that says so. */
  readonly source: string | null;
  /** Null: no read can verify it. */
  readonly check: StepCheck | null;
  /** What is known without a read; left out: nothing. */
  readonly remark?: string | undefined;
  /** Whether something is done about it from here; left out: a person can only mark it. */
  readonly hasAction?: boolean;
}

interface StepListProps<Step extends ShownStep> {
  readonly jobId: string;
  readonly steps: readonly Step[];
  /** Above the steps. */
  readonly note?: string | undefined;
  /** What can be done about a step here; `seen`: what the latest read found. Its places: {@link useStepStyles}. */
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
  const client = useQueryClient();
  const marks = useMarks(jobId);
  // What was done before the page came is last; no step changes its place while one reads.
  const [doneBefore] = useState(() => doneSteps(jobId));
  const ordered = [false, true].flatMap((isDone) =>
    steps.filter(({ id }) => doneBefore.has(id) === isDone),
  );
  const others = unknownSteps(jobId, steps);
  const { heads } = words;
  if (steps.length + others.length === 0) return null;
  return (
    <section aria-label={words.title} className={styles.root}>
      <div className={styles.head}>
        <SectionHeading level={2}>{words.title}</SectionHeading>
        <StepCount jobId={jobId} steps={[...steps, ...others]} />
        {steps.some(({ check }) => check !== null) && (
          <Button
            size="small"
            className={styles.checkAll}
            icon={<ArrowClockwise16Regular />}
            onClick={() => void readStepsAgain(client)}
          >
            {words.checkAll}
          </Button>
        )}
      </div>
      {note !== undefined && <span>{note}</span>}
      <SpokenNow label={words.title} parts={{ said: marks.notice }} />
      <div role="table" aria-label={words.steps}>
        <div role="rowgroup" className={styles.heads}>
          <div role="row" className={styles.row}>
            {[heads.status, heads.step, heads.part, heads.action].map((head) => (
              <span key={head} role="columnheader" className={styles.head2}>
                {head}
              </span>
            ))}
          </div>
        </div>
        {ordered.map((step) => (
          <StepRow
            key={step.id}
            jobId={jobId}
            step={step}
            marks={marks.of(step.id)}
            onMark={(isDone) => marks.mark(step.id, step.text, isDone)}
            renderAction={(seen, isVerified) => renderAction(step, seen, isVerified)}
          />
        ))}
        {others.map((step) => (
          <StepRow
            key={step.id}
            jobId={jobId}
            step={step}
            marks={marks.of(step.id)}
            onMark={(isDone) => marks.mark(step.id, step.text, isDone)}
            renderAction={() => null}
          />
        ))}
      </div>
      {children}
    </section>
  );
}

/** The steps that this browser stores as done. */
function doneSteps(jobId: string): ReadonlySet<string> {
  const stored = storedSteps(jobId);
  const open = openAmong(stored);
  return new Set(stored.filter((step) => !open.includes(step)).map(({ id }) => id));
}

/** The steps that this browser keeps of a job and this version has no words for: a person can mark them. */
export const unknownSteps = (
  jobId: string,
  known: readonly Pick<ShownStep, 'id'>[],
): readonly ShownStep[] =>
  storedSteps(jobId)
    .filter(({ id }) => known.every((step) => step.id !== id))
    .map(({ id }) => ({ id, text: words.unknown, source: null, check: null }));

interface StepCountProps {
  readonly jobId: string;
  readonly steps: readonly Pick<ShownStep, 'id'>[];
}

/** How many steps of those shown are done, of how many; nothing where none asks for anything. */
export function StepCount({ jobId, steps }: StepCountProps) {
  const styles = useStyles();
  const work = stepsToDo(
    jobId,
    steps.map(({ id }) => id),
  );
  if (work.length === 0) return null;
  const done = work.length - openAmong(work).length;
  return (
    <>
      {/* The words beside it say the same. */}
      <span aria-hidden className={styles.bar}>
        <JobProgressBar
          label={words.title}
          percent={(100 * done) / work.length}
          isStalled={false}
        />
      </span>
      <span>{words.progress(done, work.length)}</span>
    </>
  );
}

interface StepRowProps extends Pick<StepStateProps, 'jobId' | 'marks' | 'onMark'> {
  readonly step: ShownStep;
  /** What can be done about it here; given what the latest read found. */
  readonly renderAction: (seen: readonly string[], isVerified: boolean) => ReactNode;
}

/** One next step: its status, what to do, what it is about, and one action. */
function StepRow({ jobId, step, marks, onMark, renderAction }: StepRowProps) {
  const styles = useStyles();
  const { strong, second, anywhere, unseen } = useCommonStyles();
  const { id, text, condition, source, check, remark } = step;
  const state = useStepState({ jobId, id, check, marks });
  const { status, result, failure } = state;
  const isOpenWork = isWork(id);
  const named = source === null ? undefined : words.short.get(id);
  const found = isOpenWork ? foundText(state) : undefined;
  const details = [condition, remark, found, failure].filter((one) => one !== undefined);
  const button = status === 'byHand' ? words.undo : words.mark;
  return (
    // A step is a group of its own: what is done about it opens below its row.
    <div role="rowgroup">
      <div
        role="row"
        id={stepRowId(id)}
        tabIndex={-1}
        className={mergeClasses(styles.row, styles.target)}
      >
        <div role="cell" className={styles.wide}>
          {isOpenWork ? <StatusOf state={state} /> : <Status tone="unknown">{words.remark}</Status>}
        </div>
        <div role="cell" className={mergeClasses(styles.wide, anywhere)} title={text}>
          {named === undefined ? (
            <span>{text}</span>
          ) : (
            <>
              <span className={strong}>{named.title}</span>
              <span className={unseen}>{text}</span>
            </>
          )}{' '}
          {details.map((detail) => (
            <span key={detail} className={second}>
              {detail}{' '}
            </span>
          ))}
          {source !== null && <SourceLink {...{ id, source }} />}
        </div>
        <div role="cell" className={styles.part}>
          {words.parts[named?.part ?? 'vm']}
        </div>
        <div role="cell" className={styles.actions}>
          {renderAction(result?.seen ?? [], status === 'verified')}
          {isOpenWork && status !== 'verified' && step.hasAction !== true && (
            <Button
              size="small"
              className={styles.markAlone}
              aria-label={words.of(button, text)}
              onClick={() => onMark(status !== 'byHand')}
            >
              {button}
            </Button>
          )}
          {isOpenWork && status !== 'verified' && step.hasAction === true && (
            <Button
              size="small"
              appearance="subtle"
              className={styles.mark}
              icon={status === 'byHand' ? <ArrowUndo16Regular /> : <Checkmark16Regular />}
              title={button}
              aria-label={words.of(button, text)}
              onClick={() => onMark(status !== 'byHand')}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** The way to the rule's own page; which document says so is in the link's name. */
function SourceLink({ id, source }: { readonly id: string; readonly source: string }) {
  const { target } = useCommonStyles();
  return (
    <RouterLink
      to="/rules"
      className={target}
      search={{ rule: id }}
      preload={false}
      aria-label={words.source(source)}
    >
      {words.sourceLink}
    </RouterLink>
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
}

interface StepNow extends StatusAt {
  readonly isReading: boolean;
  readonly result: StepRead | null;
  /** Why it couldn’t be read; left out: it could. */
  readonly failure?: string;
  readonly readAgain: () => void;
}

/** How far a step is by what was read of it, or as a person marked it. */
function useStepState({
  jobId,
  id,
  check,
  marks,
}: Pick<StepStateProps, 'jobId' | 'id' | 'check' | 'marks'>): StepNow {
  const read = useQuery(
    stepCheckQuery({ jobId, id }, check, (result) => keepResult(jobId, id, result)),
  );
  const result = read.data ?? null;
  return {
    ...stepStatus(read.error === null ? result : null, marks),
    isReading: read.isFetching,
    result: read.error === null ? result : null,
    ...(read.error !== null && { failure: words.unread(problemOf(read.error).message) }),
    readAgain: () => void read.refetch(),
  };
}

/** The status in words, with its time where a person or a later read has set it. */
function StatusOf({ state: { status, at, isReading } }: { readonly state: StepNow }) {
  const isPlain = at === null || status === 'notChecked' || status === 'open';
  const word = isPlain ? words.status[status] : words.at[status](dateTimeText(instant(at)));
  return (
    <Status tone={isReading ? 'running' : TONES[status]}>{isReading ? words.reading : word}</Status>
  );
}

/** What the latest read found; undefined: it says nothing. */
function foundText({ status, result }: StepNow): string | undefined {
  if (result === null || (status === 'notChecked' && !hasFound(result))) return undefined;
  return words.found(result);
}

/** The state of one step by itself. */
export function StepState({ jobId, id, text, check, marks, onMark }: StepStateProps) {
  const styles = useStyles();
  const { second, anywhere } = useCommonStyles();
  const state = useStepState({ jobId, id, check, marks });
  const { status, failure, readAgain } = state;
  const button = status === 'byHand' ? words.undo : words.mark;
  const found = foundText(state);
  return (
    <>
      <StatusOf state={state} />
      {failure !== undefined && <span className={second}>{failure}</span>}
      {found !== undefined && <span className={mergeClasses(second, anywhere)}>{found}</span>}
      <div className={styles.buttons}>
        {check !== null && (
          <Button size="small" aria-label={words.of(words.checkAgain, text)} onClick={readAgain}>
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
    <details>
      <summary>{notMentioned.title}</summary>
      <span className={second}>{notMentioned.body}</span>
      <ul className={plainList} aria-label={notMentioned.title}>
        {notMentioned.list.map((line) => (
          <li key={line}>
            <Status tone="unknown">{line}</Status>
          </li>
        ))}
      </ul>
    </details>
  );
}
