import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import type { JobCancel } from '#src/datasources/job.ts';
import { JOB_SPECS, ownerOf } from '#src/datasources/registry.ts';
import { gibOf } from '#src/lib/bytes.ts';
import { roughDurationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { listText } from '#src/lib/wording.ts';
import { isTerminal, type Job } from '#src/model/jobs.ts';
import type { Lane } from '#src/progress/live/axis.ts';
import { cancelAnswer, CancelCommand, cancelShort, useCancel } from '#src/progress/live/cancel.tsx';
import { type JobAtMoment, JobProgressBar } from '#src/progress/live/live.tsx';
import { momentsText, rateText } from '#src/progress/live/progress-text.ts';
import { outlineOfJob } from '#src/progress/live/restore-names.ts';
import { ReadyText, RestoreName, unreadText } from '#src/progress/live/running-restores.tsx';
import { ageOf, rateOf, type ReadJob } from '#src/progress/live/running.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { canceling, running as words } from '#src/strings/progress.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { Name } from '#src/ui/text.tsx';

/** One restore on the axis of Backup jobs: its name, its lane and its figures, and the command that cancels it. */

// A rule for one of these widths never meets one for another: their order isn't certain.
export const NARROW = '@container axis (max-width: 639px)';
export const MIDDLE = '@container axis (min-width: 640px) and (max-width: 1119px)';

/** The places of a row, which its head has as well. */
export const useLaneStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '252px minmax(0, 1fr) 176px 120px 128px',
    gridTemplateAreas: '"name plot moved ready cancel" "name plot moved ready note"',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXL,
    minHeight: '48px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '--white-space-of-lines': 'nowrap',
    [MIDDLE]: {
      gridTemplateColumns: 'minmax(160px, 1fr) minmax(0, 2fr) 168px 112px',
      gridTemplateAreas: '"name plot moved cancel" "name plot ready note"',
      columnGap: tokens.spacingHorizontalL,
    },
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto',
      gridTemplateAreas: '"name ready" "plot plot" "moved cancel" "note cancel"',
      columnGap: tokens.spacingHorizontalM,
      paddingBlock: tokens.spacingVerticalXS,
    },
  },
  // Rows have their heights before they are read.
  high: {
    gridTemplateRows: '28px 20px',
    [MIDDLE]: { gridTemplateRows: '48px 40px' },
    [NARROW]: { gridTemplateRows: '40px 28px 46px 18px' },
  },
  low: {
    minHeight: '40px',
    gridTemplateRows: '24px 16px',
    [MIDDLE]: { gridTemplateRows: '30px 30px' },
    [NARROW]: { gridTemplateRows: '24px 28px 46px 18px' },
  },
  name: { gridArea: 'name', minWidth: 0 },
  plot: {
    gridArea: 'plot',
    position: 'relative',
    alignSelf: 'stretch',
    minWidth: 0,
    [NARROW]: { height: '28px' },
  },
  moved: {
    gridArea: 'moved',
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  percent: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  ready: {
    gridArea: 'ready',
    fontWeight: tokens.fontWeightSemibold,
    [NARROW]: { textAlign: 'end' },
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  usual: { [NARROW]: { display: 'none' } },
  // Its parts stand in the row's own places.
  cancelCell: { display: 'contents' },
  cancel: {
    gridArea: 'cancel',
    display: 'flex',
    justifyContent: 'flex-end',
    [NARROW]: { '& button': { minHeight: '44px', minWidth: '88px' } },
  },
  note: {
    gridArea: 'note',
    textAlign: 'end',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [NARROW]: { textAlign: 'start' },
  },
});

/** All that is drawn and said of one restore. */
export interface AxisRow {
  readonly job: Job;
  readonly read: ReadJob;
  readonly title: string;
  readonly lane: Lane;
}

interface LaneCellsProps extends AxisRow {
  readonly isLow: boolean;
  readonly children: ReactNode;
}

/** One restore: its lane, and its figures as of its latest read. */
export function LaneCells({ job, read, title, lane, isLow, children }: LaneCellsProps) {
  const styles = useLaneStyles();
  return (
    <>
      <div role="cell" className={styles.name}>
        <RestoreName
          job={job}
          title={title}
          outline={outlineOfJob(job.id, read?.job)}
          hasVault
          isOneLine={isLow}
        />
      </div>
      <div role="cell" className={styles.plot}>
        {children}
      </div>
      <div role="cell" className={styles.moved}>
        <Moved job={job} read={read} isLow={isLow} />
      </div>
      <div role="cell" className={styles.ready}>
        {read && <ReadyText {...read} />}
        {!isLow && read && lane.usual !== null && (
          <div className={mergeClasses(styles.small, styles.usual)}>
            {words.usual(momentsText(lane.usual, read.at))}
          </div>
        )}
      </div>
      <div role="cell" className={styles.cancelCell}>
        {read && <CancelParts read={read} />}
      </div>
    </>
  );
}

/** How far it is: percent, bytes and rate, with when that was read, where it is a while ago. */
function Moved({ job, read, isLow }: Pick<LaneCellsProps, 'job' | 'read' | 'isLow'>) {
  const styles = useLaneStyles();
  if (read === null) return common.absence.notRead;
  if (read === undefined) return unreadText(job);
  const { percent, bytes, stall } = read.progress;
  if (isTerminal(read.job.status)) return read.job.ownWord ?? pages.jobStatus[read.job.status];
  const rate = rateOf(read);
  const age = ageOf(read);
  const last = listText([
    ...(rate === null ? [] : [rateText(rate.bytesPerMs)]),
    ...(age === null ? [] : [words.readAgo(roughDurationText(age))]),
  ]);
  return (
    <>
      <div>
        <span className={styles.percent}>
          {percent === null ? common.absence.notReported : pages.job.percent(percent.value)}
        </span>{' '}
        {bytes === null ? words.bytesNotReported : gibOf(bytes, words.bytes)}
      </div>
      {percent !== null && (
        <JobProgressBar
          label={words.progressOf(job.itemName)}
          percent={percent.value}
          isStalled={stall !== null}
        />
      )}
      {!isLow && last !== '' && <div>{last}</div>}
    </>
  );
}

/** Until when it can be canceled, and the command; what knows how it is canceled is loaded for it. */
function CancelParts({ read }: { readonly read: JobAtMoment }) {
  const styles = useLaneStyles();
  const datasource = ownerOf(read.job.id);
  const loaded = useLoaded(JOB_SPECS, datasource?.id ?? '');
  if (isTerminal(read.job.status)) return null;
  if (loaded.state === 'failed')
    return <span className={styles.note}>{common.absence.notRead}</span>;
  if (loaded.state !== 'loaded' || datasource === undefined) return null;
  return (
    <CancelLoaded
      read={read}
      cancel={loaded.code.cancelOf(read.job.id)}
      service={datasource.serviceName}
    />
  );
}

interface CancelLoadedProps {
  readonly read: JobAtMoment;
  readonly cancel: JobCancel;
  readonly service: string;
}

function CancelLoaded({ read: { job, progress, at }, cancel, service }: CancelLoadedProps) {
  const styles = useLaneStyles();
  const reasonId = useId();
  const { line, offered, request } = useCancel(job, cancel, progress, service);
  return (
    <>
      <span className={styles.cancel}>
        <CancelCommand
          machine={job.itemName}
          cancel={line}
          reasonId={reasonId}
          name={job.itemName}
          onConfirm={() => request.mutate()}
        />
      </span>
      <span className={styles.note}>
        <span id={reasonId}>
          <Name isName>{cancelShort(offered, at)}</Name>
        </span>{' '}
        <span role="status" aria-label={canceling.heading}>
          {cancelAnswer(service, job, request)}
        </span>
      </span>
    </>
  );
}

/** A lane in words. */
export function laneText({ lane, read }: AxisRow, at: Instant): string {
  const { from, ready, usual, cancel } = lane;
  const { lane: own } = words;
  const age = read?.facts.observations ? at - read.facts.observations.latest.at : null;
  return listText([
    ...(from === null ? [] : [own.started(timeText(from))]),
    ...(read?.progress.stall ? [own.stalled(timeText(read.progress.stall.since))] : []),
    ...(ready === null ? [] : [own.ready(momentsText(ready, at))]),
    ...(usual === null ? [] : [own.usual(momentsText(usual, at))]),
    ...(cancel === null ? [] : [own.cancel(timeText(instant(cancel.lowMs)))]),
    age === null ? common.absence.notRead : own.read(roughDurationText(age)),
  ]);
}
