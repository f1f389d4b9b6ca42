import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { nextReadAt } from '#src/api/queries/jobs.ts';
import type { JobCancel } from '#src/datasources/job.ts';
import { JOB_SPECS, ownerOf } from '#src/datasources/registry.ts';
import { gibOf } from '#src/lib/bytes.ts';
import { now } from '#src/lib/clock.ts';
import { roughDurationText, timeText } from '#src/lib/format.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { listText } from '#src/lib/wording.ts';
import { isTerminal, type Job } from '#src/model/jobs.ts';
import type { Lane } from '#src/progress/live/axis.ts';
import { cancelAnswer, CancelCommand, cancelShort, useCancel } from '#src/progress/live/cancel.tsx';
import { type JobAtMoment, JobProgressBar } from '#src/progress/live/live.tsx';
import { momentsText, rateText } from '#src/progress/live/progress-text.ts';
import { listedName, outlineOfJob } from '#src/progress/live/restore-names.ts';
import { ReadyText, RestoreName, unreadText } from '#src/progress/live/running-restores.tsx';
import { ageOf, rateOf, type ReadJob } from '#src/progress/live/running.ts';
import { common } from '#src/strings/common.ts';
import { pages } from '#src/strings/pages.ts';
import { canceling, running as words } from '#src/strings/progress.ts';
import { useRowTabIndex } from '#src/ui/grid/columns.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { NameLink } from '#src/ui/links.tsx';
import { UNSEEN } from '#src/ui/styles.ts';
import { Name } from '#src/ui/text.tsx';

/** One restore on the axis of Backup jobs: its name, its lane and its figures, and the command that cancels it. */

// A rule for one of these widths never meets one for another: their order isn't certain.
export const SMALL = '@container axis (max-width: 359px)';
export const NARROW = '@container axis (max-width: 639px)';
export const BROAD = '@container axis (min-width: 640px) and (max-width: 959px)';
const ABOVE_PHONE = '@container axis (min-width: 640px)';
export const MIDDLE = '@container axis (min-width: 960px) and (max-width: 1119px)';

/** The places of a row, which its head has as well. */
export const useLaneStyles = makeStyles({
  // There the limit stands beside the button.
  ofLow: { '--width-of-cancel': '148px' },
  row: {
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: '260px minmax(0, 1fr) 148px 148px var(--width-of-cancel, 92px)',
    gridTemplateAreas: '"name plot moved ready cancel" "name plot moved ready note"',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXL,
    minHeight: '48px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '--white-space-of-lines': 'nowrap',
    [MIDDLE]: {
      gridTemplateColumns: '180px minmax(0, 1fr) 152px 88px',
      gridTemplateAreas: '"name plot ready cancel" "name plot moved note"',
      columnGap: tokens.spacingHorizontalL,
      '--white-space-of-lines': 'normal',
    },
    [BROAD]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto 104px',
      gridTemplateAreas: '"name ready cancel" "plot plot cancel" "moved moved note"',
      columnGap: tokens.spacingHorizontalM,
      '--white-space-of-lines': 'normal',
    },
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto 88px',
      gridTemplateAreas:
        '"name ready ready" "plot plot plot" "moved moved cancel" "note note cancel"',
      columnGap: tokens.spacingHorizontalM,
      '--white-space-of-lines': 'normal',
    },
  },
  // Rows have their heights before they are read.
  high: {
    gridTemplateRows: '27px 20px',
    [MIDDLE]: { gridTemplateRows: 'minmax(28px, auto) minmax(56px, auto)' },
    [BROAD]: { gridTemplateRows: 'minmax(38px, auto) 24px minmax(28px, auto)' },
    [NARROW]: { gridTemplateRows: 'minmax(20px, auto) 22px minmax(26px, auto) minmax(19px, auto)' },
  },
  low: {
    gridTemplateAreas: '"name plot moved ready cancel"',
    minHeight: '36px',
    gridTemplateRows: '35px',
    [MIDDLE]: {
      gridTemplateAreas: '"name plot ready cancel" "name plot moved note"',
      gridTemplateRows: 'minmax(28px, auto) minmax(24px, auto)',
    },
    [BROAD]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto 104px',
      gridTemplateAreas: '"name ready cancel" "plot plot cancel" "moved moved note"',
      gridTemplateRows: 'minmax(24px, auto) 22px minmax(26px, auto)',
    },
    [NARROW]: {
      gridTemplateColumns: 'minmax(0, 1fr) auto 88px',
      gridTemplateAreas:
        '"name ready ready" "plot plot plot" "moved moved cancel" "note note cancel"',
      gridTemplateRows: 'minmax(20px, auto) 22px minmax(26px, auto) minmax(19px, auto)',
    },
  },
  // A press anywhere in it opens the job.
  opens: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  name: {
    gridArea: 'name',
    minWidth: 0,
    marginInlineEnd: '-16px',
    [MIDDLE]: { marginInlineEnd: 0 },
    [BROAD]: { marginInlineEnd: 0 },
    // How it is restored is in its title and in the table.
    [NARROW]: { marginInlineEnd: 0, '& > span + span': { display: 'none' } },
    [SMALL]: { minHeight: '40px' },
  },
  plot: {
    gridArea: 'plot',
    position: 'relative',
    alignSelf: 'stretch',
    minWidth: 0,
  },
  moved: {
    gridArea: 'moved',
    minWidth: 0,
    marginInlineEnd: '-16px',
    [MIDDLE]: { marginInlineEnd: 0 },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    [BROAD]: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: tokens.spacingHorizontalS,
      marginInlineEnd: 0,
    },
    [NARROW]: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: tokens.spacingHorizontalS,
      marginInlineEnd: 0,
    },
    [SMALL]: { minHeight: '42px' },
  },
  bar: { [BROAD]: { order: 1 }, [NARROW]: { order: 1 } },
  percent: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  ready: {
    gridArea: 'ready',
    fontWeight: tokens.fontWeightSemibold,
    [BROAD]: { textAlign: 'end' },
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
    alignItems: 'center',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    [NARROW]: { '& button': { minHeight: '44px', minWidth: '88px' } },
  },
  note: {
    gridArea: 'note',
    marginInlineStart: '-16px',
    textAlign: 'end',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    [MIDDLE]: { marginInlineStart: 0, whiteSpace: 'normal' },
    [BROAD]: { marginInlineStart: 0, whiteSpace: 'normal' },
    [NARROW]: { marginInlineStart: 0, whiteSpace: 'normal', textAlign: 'start' },
  },
  // In one line with the button.
  lowNote: {
    gridArea: 'cancel',
    justifySelf: 'start',
    marginInlineStart: 0,
    [MIDDLE]: { gridArea: 'note', justifySelf: 'auto' },
    [BROAD]: { gridArea: 'note', justifySelf: 'auto' },
    [NARROW]: { gridArea: 'note', justifySelf: 'auto' },
  },
  besideButton: {
    maxWidth: 'calc(100% - 72px)',
    [MIDDLE]: { maxWidth: 'none' },
    [BROAD]: { maxWidth: 'none' },
    [NARROW]: { maxWidth: 'none' },
  },
  // A limit by the name of a subtask becomes a time: the row is as high before.
  reason: {
    [BROAD]: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  },
  // There what came of a request has a line of its own.
  between: { [BROAD]: { display: 'none' } },
  limit: { color: tokens.colorStatusWarningForeground3 },
  // The tick on the axis says it.
  atTick: { [ABOVE_PHONE]: UNSEEN },
  phone: { display: 'none', [NARROW]: { display: 'inline' } },
  notPhone: { [NARROW]: { display: 'none' } },
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
          isInRow
        />
      </div>
      <div role="cell" className={styles.plot}>
        {children}
      </div>
      <div role="cell" className={styles.moved}>
        <Moved job={job} read={read} isLow={isLow} />
      </div>
      <div role="cell" className={styles.ready}>
        {read === undefined && words.notYet}
        {read && <ReadyText {...read} />}
        {!isLow && read && lane.usual !== null && (
          <div className={mergeClasses(styles.small, styles.usual)}>
            {words.usual(momentsText(lane.usual, read.at))}
          </div>
        )}
      </div>
      <div role="cell" className={styles.cancelCell}>
        {read && <CancelParts read={read} lane={lane} isLow={isLow} />}
      </div>
    </>
  );
}

/** How far it is: percent, bytes and rate, with when that was read, where it is a while ago. */
function Moved({ job, read, isLow }: Pick<LaneCellsProps, 'job' | 'read' | 'isLow'>) {
  const styles = useLaneStyles();
  if (read === null) return <Unread job={job} />;
  if (read === undefined) return job.status === 'inProgress' ? words.notYet : unreadText(job);
  const { percent, bytes, stall } = read.progress;
  if (isTerminal(read.job.status)) return read.job.ownWord ?? pages.jobStatus[read.job.status];
  const rate = rateOf(read);
  const age = ageText(read);
  return (
    <>
      <div>
        <span className={styles.percent}>
          {percent === null ? common.absence.notReported : pages.job.percent(percent.value)}
        </span>{' '}
        {(!isLow || percent === null) &&
          (bytes === null ? words.bytesNotReported : gibOf(bytes, words.bytes))}
        {isLow && age}
      </div>
      {percent !== null && (
        <JobProgressBar
          label={words.progressOf(job.itemName)}
          percent={percent.value}
          isStalled={stall !== null}
          className={styles.bar}
        />
      )}
      {!isLow && (rate !== null || age !== null) && (
        <div>
          {rate !== null && rateText(rate.bytesPerMs)}
          {age !== null && (
            <span className={styles.notPhone}>{rate === null ? age : words.andThen(age)}</span>
          )}
        </div>
      )}
    </>
  );
}

/** When it was read, where that is a while ago. */
function ageText(read: JobAtMoment): string | null {
  const age = ageOf(read);
  return age === null ? null : words.readAgo(roughDurationText(age));
}

/** In place of the figures of a job that couldn't be read: its own page reads it. */
function Unread({ job }: Pick<LaneCellsProps, 'job'>) {
  const tabIndex = useRowTabIndex();
  const next = nextReadAt(useQueryClient(), job.id);
  return (
    <>
      {common.absence.notRead}
      {next !== null && next > now() && words.nextRead(timeText(next))}{' '}
      <NameLink
        to="/jobs/$jobId"
        params={{ jobId: jobAddress(job.id) }}
        aria-label={words.readItOf(listedName(job))}
        tabIndex={tabIndex}
      >
        {words.readIt}
      </NameLink>
    </>
  );
}

interface CancelPartsProps extends Pick<AxisRow, 'lane'> {
  readonly read: JobAtMoment;
  readonly isLow: boolean;
}

/** Until when it can be canceled, and the command; what knows how it is canceled is loaded for it. */
function CancelParts({ read, lane, isLow }: CancelPartsProps) {
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
      lane={lane}
      isLow={isLow}
      cancel={loaded.code.cancelOf(read.job.id)}
      service={datasource.serviceName}
    />
  );
}

interface CancelLoadedProps extends CancelPartsProps {
  readonly cancel: JobCancel;
  readonly service: string;
}

function CancelLoaded({ read, lane, isLow, cancel, service }: CancelLoadedProps) {
  const { job, progress, at } = read;
  const styles = useLaneStyles();
  const reasonId = useId();
  const tabIndex = useRowTabIndex();
  const { line, offered, request } = useCancel(job, cancel, progress, service);
  const isNever = offered === null || (offered.kind === 'no' && offered.why === 'secondary');
  const isLimit = lane.cancel !== null;
  const age = ageText(read);
  const reason = cancelShort(offered, at, request.data ?? null);
  const answer = cancelAnswer(service, job, request);
  const hasButton = !isNever && job.status !== 'cancelling';
  return (
    <>
      {hasButton && (
        <span className={styles.cancel}>
          <CancelCommand
            machine={job.itemName}
            cancel={line}
            reasonId={reasonId}
            name={job.itemName}
            tabIndex={tabIndex}
            onConfirm={() => request.mutate()}
          />
        </span>
      )}
      <span
        className={mergeClasses(
          styles.note,
          isLow && styles.lowNote,
          isLow && hasButton && styles.besideButton,
        )}
      >
        <span
          id={reasonId}
          title={textInSentence(reason)}
          className={mergeClasses(
            styles.reason,
            isLimit && styles.limit,
            isLimit && !isLow && styles.atTick,
          )}
        >
          <Name isName>{reason}</Name>
        </span>
        {age !== null && !isLow && <span className={styles.phone}>{words.andThen(age)}</span>}
        {answer !== '' && <span className={styles.between}>{'. '}</span>}
        <span role="status" aria-label={canceling.heading}>
          {answer}
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
