import {
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { durationText, timeText } from '#src/lib/format.ts';
import type { JobPoint } from '#src/datasources/job.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { type OpenStep, jobPicture } from '#src/pages/job/picture.ts';
import { JobExisting } from '#src/pages/job/JobExisting.tsx';
import { endHeadOf, isBadEnd, wayOnOf } from '#src/pages/job/existing.ts';
import { type JobOfPage, answerFacts } from '#src/pages/job/verdict.ts';
import { jobAddress } from '#src/api/arm/address.ts';
import { RouterButton } from '#src/ui/links.tsx';
import { readBack as readBackWords } from '#src/strings/read-back.ts';
import { type JobChart, chartOf } from '#src/progress/chart.ts';
import { JobProgressBar } from '#src/progress/live/live.tsx';
import {
  basesText,
  clockRangeText,
  setbackLine,
  shortRangeText,
} from '#src/progress/live/progress-text.ts';
import type { Percent } from '#src/progress/progress.ts';
import type { Stall } from '#src/progress/stall.ts';
import { type JobEnd, isGood } from '#src/progress/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { picture } from '#src/strings/picture.ts';
import { patienceText, progress as figures, stalled } from '#src/strings/progress.ts';
import { wizard } from '#src/strings/wizard.ts';
import { useMedia } from '#src/ui/hooks.ts';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Part, lazyPart } from '#src/ui/Part.tsx';
import { chartHeight } from '#src/ui/picture/chart-height.ts';
import type { RestoreModel } from '#src/ui/picture/model.ts';
import { Status, TaskStatusBadge, type Tone } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { sentOutline } from '#src/wizard/draft/sent.ts';
import { stepRowId } from '#src/wizard/next-steps/afterwards.tsx';
import { pressedPicture } from '#src/wizard/stored-picture.ts';
import { gibOf } from '#src/lib/bytes.ts';
import type { Phase } from '#src/progress/phases.ts';
import { common } from '#src/strings/common.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { SectionHeading } from '#src/ui/page.tsx';

const words = pages.job;

const NARROW = '@media (max-width: 639px)';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
  },
  percent: {
    fontSize: tokens.fontSizeHero900,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    minWidth: 0,
    [NARROW]: { columnGap: tokens.spacingHorizontalL },
  },
  // Each as wide as its label and any value of its kind: what comes later moves nothing.
  running: { flex: '1 1 0', minWidth: '280px', '& > div': { minWidth: '136px' } },
  // The name of a subtask, in two lines, before it becomes a time.
  limit: { width: '200px', '& dd': { minHeight: '40px' }, [NARROW]: { width: '100%' } },
  value: { margin: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  list: { margin: 0 },
  way: { display: 'flex', [NARROW]: { '& > a': { minHeight: '44px' } } },
  tasks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalM,
  },
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    overflowWrap: 'anywhere',
    '& > span': { flex: '0 1 auto', minWidth: 0 },
    [NARROW]: { '& > button': { minHeight: '44px' } },
  },
  fold: { '& > summary': { paddingBlock: tokens.spacingVerticalXS, cursor: 'pointer' } },
  foldContent: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
  },
});

interface JobProgressProps {
  readonly job: JobDetails;
  readonly now: JobOfPage;
}

interface EndProps extends JobProgressProps {
  /** Names of the VMs that this browser made of what it restored. */
  readonly built: readonly string[];
}

/** How far a job is, or how it ended: its figures, its picture, and its chart; what follows from it; and the subtasks. */
export function JobProgress({
  job,
  now,
  open,
  built,
  children,
}: EndProps & { readonly open: readonly OpenStep[]; readonly children: ReactNode }) {
  const styles = useStyles();
  const { service, verdict, parts, progress, facts, at } = now;
  const isRunning = verdict.outcome === 'running';
  const canCancel = !('never' in parts.cancel);
  const chart = chartOf(job, progress, facts, { at, canCancel });
  const draft = draftOfJob(job.id);
  const pressed = useMemo(() => pressedPicture(draft?.picture), [draft?.picture]);
  const outline = sentOutline(job.id);
  const model = jobPicture(job, now, {
    pressed: pressed?.model ?? null,
    outline,
    chart,
    open,
    built,
  });
  const isBad = isBadEnd(verdict) || verdict.outcome === 'gone';
  const range =
    isRunning && progress.eta.kind === 'range' ? clockRangeText(progress.eta, at) : null;
  const title = isBad ? readBackWords.howFar : words.tasks;
  const tasks = <JobTasks phases={progress.phases} {...{ service, range, title }} />;
  return (
    <>
      <section aria-label={words.progress} className={styles.root}>
        {isRunning ? (
          <RunningHead {...{ job, now, model }} />
        ) : (
          <EndHead {...{ job, now, built }} expected={pressed?.expected ?? null} />
        )}
        {isBad && parts.readBack !== null && <JobExisting readBack={parts.readBack} />}
        {model !== null && <PicturePlace model={model} />}
        {isGood(verdict.outcome) && parts.readBack !== null && (
          <JobExisting readBack={parts.readBack} isUnreadAlone />
        )}
        {model !== null && parts.point !== null && (
          // The next steps of a restore that went well say it of themselves.
          <PointNote point={parts.point} isElsewhere={draft === null && !isGood(verdict.outcome)} />
        )}
        {isRunning && chart !== null && <ChartPlace chart={chart} />}
      </section>
      {children}
      {isGood(verdict.outcome) ? (
        <LaterFold title={words.howItRan} chart={chart}>
          {tasks}
        </LaterFold>
      ) : (
        <>
          {tasks}
          {!isRunning && chart !== null && <LaterFold title={words.chart} chart={chart} />}
        </>
      )}
    </>
  );
}

interface LaterFoldProps {
  readonly title: string;
  readonly chart: JobChart | null;
  readonly children?: ReactNode;
}

/** How a job that has ended ran, folded up: what exists and what comes next count more. */
function LaterFold({ title, chart, children }: LaterFoldProps) {
  const styles = useStyles();
  return (
    <details className={styles.fold}>
      <summary>{title}</summary>
      <div className={styles.foldContent}>
        {chart !== null && <ChartPlace chart={chart} />}
        {children}
      </div>
    </details>
  );
}

const LazyChart = lazyPart(
  () => import('#src/ui/picture/RestoreProgressChart.tsx'),
  (code) => code.RestoreProgressChart,
);

/** The chart, in a place that is kept free until its code has come. */
function ChartPlace({ chart }: { readonly chart: JobChart }) {
  const isNarrow = useMedia('(max-width: 639px)');
  return (
    <div style={{ minHeight: chartHeight(chart, isNarrow) }}>
      <Part what={picture.chart.what}>
        <LazyChart chart={chart} />
      </Part>
    </div>
  );
}

const LazyPicture = lazyPart(
  () => import('#src/ui/picture/RestorePicture.tsx'),
  (code) => code.RestorePicture,
);

/** About as high as most pictures are: with disks, as they were pressed or are being read, or with what the job alone reports. */
const PICTURE_HEIGHT = { job: 210, stacked: 300 };
const BARE_HEIGHT = { job: 138, stacked: 306 };

/** A part with a next step leads to its row. */
const toStep = (id: string): void => document.getElementById(stepRowId(id))?.focus();

function PicturePlace({ model }: { readonly model: RestoreModel }) {
  const size = useMedia('(max-width: 639px)') ? 'stacked' : 'job';
  const { disks } = model.source;
  const isComing = disks.is === 'unknown' && disks.why === 'onItsWay';
  const heights = disks.is === 'known' || isComing ? PICTURE_HEIGHT : BARE_HEIGHT;
  return (
    <div style={{ minHeight: heights[size] }}>
      <Part what={words.picture}>
        <LazyPicture model={model} size={size} onField={toStep} />
      </Part>
    </div>
  );
}

interface PointNoteProps {
  readonly point: JobPoint;
  /** Whether no draft of this browser led to the job. */
  readonly isElsewhere: boolean;
}

/** Where the facts of a picture come from that this browser has no plan for, and the way to what wasn’t read. */
function PointNote({ point: { note, readIt }, isElsewhere }: PointNoteProps) {
  const styles = useStyles();
  return (
    <div className={styles.note}>
      <span>
        {isElsewhere && `${words.point.elsewhere} `}
        <Name>{note}</Name>
      </span>
      {readIt !== null && (
        <LinkButton onClick={readIt} aria-label={words.point.readIt}>
          {wizard.point.readIt}
        </LinkButton>
      )}
    </div>
  );
}

interface RunningHeadProps extends JobProgressProps {
  /** Null: no picture shows how far it is. */
  readonly model: RestoreModel | null;
}

/** The figures of a running job, each named as not reported where it is not. */
function RunningHead({ job, now, model }: RunningHeadProps) {
  const styles = useStyles();
  const shared = useCommonStyles();
  const { progress, service } = now;
  const { percent, jobPercent, stall, setback } = progress;
  const notes = [
    percent === null ? null : percentNote(percent, service),
    setback === null ? null : setbackLine(service, setback),
  ].filter((note) => note !== null);
  // The service's own percentage, where it says something else.
  const isOther =
    jobPercent !== null &&
    percent !== null &&
    words.percent(jobPercent.value) !== words.percent(percent.value);
  const state = job.ownWord ?? (job.status === 'inProgress' ? null : pages.jobStatus[job.status]);
  return (
    <>
      <div className={styles.head}>
        {percent !== null && (
          <span>
            <span className={styles.percent}>{words.percent(percent.value)}</span>{' '}
            {words.percentWhat[percent.of]}
          </span>
        )}
        {isOther && <span>{percentOf(jobPercent)}</span>}
        {state !== null && <span>{state}</span>}
        <AnswerFacts {...{ job, now }} expected={null} />
      </div>
      {percent !== null && model === null && (
        <JobProgressBar label={words.progress} percent={percent.value} isStalled={stall !== null} />
      )}
      {notes.map((note) => (
        <span key={note} className={shared.second}>
          {note}
        </span>
      ))}
      {stall !== null && <JobStall stall={stall} service={service} />}
    </>
  );
}

const percentOf = ({ of, value }: Percent): string => words.percentOf(words.percent(value), of);

/** A percentage that the latest read left out. */
const percentNote = (percent: Percent, service: string): string | null =>
  percent.isCurrent ? null : figures.percentAsOf(service, percentOf(percent), timeText(percent.at));

/** What a person opens the page of a job for, in one row. */
function AnswerFacts({
  job,
  now,
  expected,
}: JobProgressProps & { readonly expected: string | null }) {
  const styles = useStyles();
  const shared = useCommonStyles();
  // The basis of the estimate: read out, and for the pointer.
  const isRunning = now.verdict.outcome === 'running';
  const basis = isRunning ? basesText(now.service, now.progress) : null;
  return (
    <>
      <dl className={mergeClasses(styles.facts, isRunning && styles.running)}>
        {answerFacts(job, now, expected).map(([term, value]) => (
          <div
            key={term}
            title={term === words.readyIn ? (basis ?? undefined) : undefined}
            className={mergeClasses(isRunning && term === words.cancelUntil && styles.limit)}
          >
            <dt className={shared.second}>{term}</dt>
            <dd className={mergeClasses(styles.value, shared.strong)}>
              <Name>{value}</Name>
            </dd>
          </div>
        ))}
      </dl>
      {basis !== null && <span className={shared.unseen}>{basis}</span>}
    </>
  );
}

interface JobStallProps {
  readonly stall: Stall;
  /** The service that runs the job, by its name. */
  readonly service: string;
}

/** Since when a job stands still, how long it was given, and what can be done. */
function JobStall({ stall, service }: JobStallProps) {
  const { since, phase, basis, patienceMs, advice } = stall;
  const adviceText = stalled.advice(service);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{stalled.title(timeText(since))}</MessageBarTitle>
        {stalled.body(service, phase?.name ?? null)}{' '}
        {patienceText(service, basis, durationText(patienceMs))}
        <ul aria-label={words.stalledAdvice}>
          {advice.map((one) => (
            <li key={one}>{adviceText[one]}</li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}

const TONES: Readonly<Record<JobEnd, Tone>> = {
  running: 'running',
  done: 'done',
  doneWithWork: 'warning',
  disksOnly: 'warning',
  nothing: 'failed',
  gone: 'failed',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unknown',
};

/** How a job ended: what exists and is on, or why it failed; then what was looked for; then the way on. */
function EndHead({ job, now, built, expected }: EndProps & { readonly expected: string | null }) {
  const styles = useStyles();
  const { second, unseen } = useCommonStyles();
  const { parts, verdict } = now;
  const { title, hidden, lines, small, evidence } = endHeadOf(job, now, built);
  return (
    <>
      <div className={styles.head}>
        <div>
          <Status tone={TONES[verdict.outcome]}>
            <span className={styles.title}>
              {hidden !== null && (
                <span className={unseen}>{`${readBackWords.verdict(hidden)} `}</span>
              )}
              {title}
            </span>
          </Status>
          {lines.map((line) => (
            <div key={line}>
              <Name>{line}</Name>
            </div>
          ))}
          {small.map((line) => (
            <div key={line} className={second}>
              {line}
            </div>
          ))}
          {evidence.length > 0 && (
            <ul className={styles.list} aria-label={words.evidence}>
              {evidence.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </div>
        <AnswerFacts {...{ job, now, expected }} />
      </div>
      <WayOnButton {...{ job, now }} />
      {parts.afterVerdict}
    </>
  );
}

/** The one way on that can succeed after a restore that failed. */
function WayOnButton({ job, now }: JobProgressProps) {
  const styles = useStyles();
  const wayOn = wayOnOf(job, now);
  if (wayOn === null) return null;
  const { mending } = wayOn;
  const again = jobAddress(job.id);
  const search = mending === null ? { again } : { again, mend: mending.field };
  return (
    <div className={styles.way}>
      <RouterButton appearance="primary" to="/restore/new" search={search} preload={false}>
        {mending === null ? words.again : mending.link}
      </RouterButton>
    </div>
  );
}

const columns = (service: string): Column<Phase>[] => [
  { head: words.heads.task, cell: ({ name }) => (name === '' ? figures.phase.unnamed : name) },
  { head: words.heads.status, cell: (phase) => statusOf(service, phase) },
  { head: words.heads.duration, isNumber: true, cell: durationOf },
];
const usual: Column<Phase> = {
  head: words.heads.usual,
  cell: (phase) => (phase.usual === null ? '' : figures.usual(shortRangeText(phase.usual))),
};
const transferred: Column<Phase> = { head: words.heads.transferred, cell: bytesOf };

interface JobTasksProps {
  readonly phases: readonly Phase[];
  /** The service that runs the job, by its name. */
  readonly service: string;
  /** The one range of a job that runs, of which those of its subtasks are parts; null: there is none. */
  readonly range: string | null;
  readonly title: string;
}

/** The subtasks of a job, each with its state, and with the facts of past jobs and Azure if there are any. */
function JobTasks({ phases, service, range, title }: JobTasksProps) {
  const styles = useStyles();
  const { second } = useCommonStyles();
  const shown = [
    ...columns(service),
    ...(phases.some((phase) => phase.usual !== null) ? [usual] : []),
    ...(phases.some((phase) => bytesOf(phase) !== '') ? [transferred] : []),
  ];
  return (
    <section>
      <div className={styles.tasks}>
        <SectionHeading level={2}>{title}</SectionHeading>
        {phases.length > 0 && <span className={second}>{readBackWords.namesOf(service)}</span>}
        {range !== null && phases.length > 1 && (
          <span className={second}>{readBackWords.partsOf(range)}</span>
        )}
      </div>
      {phases.length === 0 ? (
        <p>{words.tasksNone(service)}</p>
      ) : (
        <DataTable
          label={words.tasks}
          columns={shown}
          rows={phases}
          // Two may go by one name.
          rowKey={(phase) => String(phases.indexOf(phase))}
        />
      )}
    </section>
  );
}

function statusOf(service: string, { status, statusWord, ownWord }: Phase) {
  return status === 'unknown' ? (
    <Status tone="unknown">{figures.phase.unknownStatus(service, statusWord)}</Status>
  ) : (
    <TaskStatusBadge status={status} own={ownWord} />
  );
}

function durationOf({ status, takenMs }: Phase): string {
  if (status === 'notStarted') return '';
  return takenMs === null ? common.absence.notReported : durationText(takenMs);
}

function bytesOf({ bytes }: Phase): string {
  return typeof bytes === 'string' ? '' : gibOf(bytes, words.bytesOf);
}
