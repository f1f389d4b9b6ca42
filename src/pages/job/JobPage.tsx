import { textInSentence } from '#src/lib/visible-text.ts';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { jobQuery, openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf, readAt } from '#src/api/queries/query.ts';
import type {
  JobCancel,
  JobPageParts,
  JobSpec,
  SecondJobs,
  TaskAfterJobProps,
} from '#src/datasources/job.ts';
import { type JobDetails, isTerminal } from '#src/model/jobs.ts';
import { type ResourceId, sameId } from '#src/model/resource-id.ts';
import { JobProgress } from '#src/pages/job/JobProgress.tsx';
import {
  BelowJobHeader,
  JOB_CRUMBS,
  JobCommands,
  type JobCommandsProps,
  JobProperties,
  type JobPropertiesProps,
  NoSuchJob,
} from '#src/pages/job/JobHeader.tsx';
import { hasNextSteps, knownTitle, spokenProgress, useJob } from '#src/pages/job/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { JobStatusBadge } from '#src/ui/Status.tsx';
import { JobsButton, PageHeader } from '#src/ui/page.tsx';
import { Loaded } from '#src/ui/states.tsx';
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentType, useId } from 'react';
import { useOpenSteps } from '#src/pages/job/open-steps.ts';
import { HandOver } from '#src/pages/job/HandOver.tsx';
import { JobErrors } from '#src/pages/job/JobErrors.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { TIGHT } from '#src/ui/styles.ts';
import { AdoptedNote } from '#src/wizard/draft/AdoptedNote.tsx';
import { AfterList, builtNames, useAfterwards } from '#src/wizard/next-steps/afterwards.tsx';
import { jobAddress } from '#src/api/arm/address.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { type FoundJob, type SharedBy, byStart } from '#src/model/lost-restore.ts';
import { CancelCommand, CancelState, useCancel } from '#src/progress/live/cancel.tsx';
import { secondJobs as beside } from '#src/strings/jobs.ts';
import { submission } from '#src/strings/submission.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { progressOf } from '#src/progress/progress.ts';
import { useMedia, useNow } from '#src/ui/hooks.ts';
import { record } from '#src/strings/record.ts';

const route = getRouteApi('/jobs/$jobId');

/** One job, followed until it has ended. */
export function JobPage() {
  const known = route.useLoaderData();
  return known === null ? <NoSuchJob /> : <KnownJob {...known} />;
}

const words = pages.job;

interface KnownJobProps {
  readonly id: ResourceId;
  /** What its datasource brings to this page. */
  readonly spec: JobSpec;
}

/** The job of an address, and the states of its reads. */
function KnownJob({ id, spec }: KnownJobProps) {
  const query = openJobQuery(id);
  const job = useQuery(query);
  const isNarrow = useMedia('(max-width: 639px)');
  return (
    <>
      <PageHeader
        title={knownTitle(id, job.data)}
        crumbs={JOB_CRUMBS}
        subtitle={job.data === undefined ? undefined : <JobSubtitle job={job.data} />}
        isCompact={!isNarrow}
      />
      {job.data === undefined && job.error !== null && spec.Unread && <spec.Unread id={id} />}
      <Loaded
        query={job}
        problemOf={problemOf}
        what={words.what}
        isOfAddress
        wayOn={<JobsButton />}
      >
        {(data) => (
          <spec.Job id={id} job={data}>
            {(parts) => (
              <FollowedJob
                {...{ id, parts, spec }}
                job={data}
                readAt={readAt(query.queryKey)}
                stale={job.error === null ? null : problemOf(job.error).message}
                onRefresh={() => void job.refetch()}
              />
            )}
          </spec.Job>
        )}
      </Loaded>
    </>
  );
}

/** The status of a job, what kind of restore it is, and its vault. */
function JobSubtitle({ job }: { readonly job: JobDetails }) {
  const styles = useStyles();
  const kind = job.restoreKind === null ? null : record.kinds[job.restoreKind];
  const more = [kind, textInSentence(job.vaultName)].filter((part) => part !== null && part !== '');
  return (
    <span className={styles.subtitle}>
      <JobStatusBadge status={job.status} own={job.ownWord} />
      <span>{more.join(' · ')}</span>
    </span>
  );
}

interface FollowedJobProps extends Pick<JobCommandsProps, 'id' | 'readAt' | 'onRefresh'> {
  readonly parts: JobPageParts;
  readonly spec: JobSpec;
  readonly job: JobDetails;
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
}

/** A job that was read: its commands, and its page. */
function FollowedJob({ id, parts, spec, job, stale, ...commands }: FollowedJobProps) {
  const now = useJob(id, job, parts);
  return (
    <>
      <JobCommands {...{ id, job, now }} {...commands} />
      <JobView {...{ job, now, stale, spec }} />
    </>
  );
}

const useStyles = makeStyles({
  subtitle: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
  },
  root: {
    display: 'flex',
    alignItems: 'stretch',
    flex: '1 1 auto',
    [TIGHT]: { flexDirection: 'column' },
  },
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    flex: '1 1 auto',
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
});

interface JobViewProps extends JobPropertiesProps {
  /** Why the latest read failed; null when it did not. */
  readonly stale: string | null;
  /** What knows what was done after it. */
  readonly spec: Pick<JobSpec, 'afterwards' | 'stepText'>;
}

/** The page of a job: what to do where it failed, the answer, its subtasks, and then the rest. */
function JobView({ job, now, stale, spec }: JobViewProps) {
  const styles = useStyles();
  const navigate = useNavigate();
  const toDraft = (draftId: string) =>
    void navigate({ to: '/restore/$draftId/$step', params: { draftId, step: 'review' } });
  const { cancel, second, result, note, nextSteps, commands } = now.parts;
  const { outcome } = now.verdict;
  const after = useAfterwards(job.id, spec);
  const open = useOpenSteps(job.id, spec);
  const built = builtNames(after);
  const hasResult = hasNextSteps(now.verdict, built);
  const errors = (job.errors.length > 0 || job.status === 'failed') && (
    <JobErrors job={job} parts={now.parts} service={now.service} />
  );
  return (
    <div className={styles.root}>
      <div className={styles.main}>
        <SpokenNow label={words.progress} parts={{ ...spokenProgress(job, now) }} />
        {stale !== null && (
          <MessageBar intent="warning">
            <MessageBarBody>{words.stale(stale)}</MessageBarBody>
          </MessageBar>
        )}
        {second === null ? (
          <AdoptedNote jobId={job.id} hasOther={false} onUndone={toDraft} />
        ) : (
          <FoundJobNotes {...{ job, second }} service={now.service} onUndone={toDraft} />
        )}
        <JobProgress {...{ job, now, built }} open={hasResult && nextSteps ? open : []}>
          <AfterList jobId={job.id} lines={after} />
          {hasResult && nextSteps}
          {note !== null && <span>{note}</span>}
        </JobProgress>
        {result}
        {outcome === 'running' && 'never' in cancel && cancel.whileRunning !== null && (
          <MessageBar>
            <MessageBarBody>{cancel.whileRunning}</MessageBarBody>
          </MessageBar>
        )}
        <HandOver {...{ job, now, built }} open={hasResult ? open : []} />
        {commands}
        {errors}
      </div>
      <JobProperties job={job} now={now} />
    </div>
  );
}

const taskRoute = getRouteApi('/jobs/$jobId/$task');

/** One thing that is done after a job, such as deploying its template. */
export function JobTaskPage() {
  const known = taskRoute.useLoaderData();
  return known === null ? <NoSuchJob /> : <KnownTask {...known} />;
}

interface KnownTaskProps {
  readonly id: ResourceId;
  readonly title: string;
  readonly Page: ComponentType<TaskAfterJobProps>;
}

function KnownTask({ id, title, Page }: KnownTaskProps) {
  const job = useQuery(openJobQuery(id));
  return (
    <>
      <BelowJobHeader {...{ id, title }} job={job.data} />
      <Loaded
        query={job}
        problemOf={problemOf}
        what={words.what}
        isOfAddress
        wayOn={<JobsButton />}
      >
        {(data) => <Page id={id} job={data} />}
      </Loaded>
    </>
  );
}

const { noAnswer } = submission;

interface FoundJobNotesProps extends Omit<SecondJobNoteProps, 'found'> {
  readonly onUndone: (draftId: string) => void;
}

/** How a job was found for its press, and what else that may have started. */
function FoundJobNotes({ onUndone, ...props }: FoundJobNotesProps) {
  const { job, second } = props;
  // What has ended is looked for once: nothing more of the press will appear.
  const once = isTerminal(job.status) ? { refetchInterval: false as const } : {};
  const { data } = useQuery({ ...second.search, ...once });
  const found = data?.jobs ?? [];
  return (
    <>
      <AdoptedNote jobId={job.id} hasOther={found.length > 0} onUndone={onUndone} />
      <SecondJobNote {...props} found={found} />
    </>
  );
}

interface SecondJobNoteProps {
  readonly job: JobDetails;
  readonly second: SecondJobs;
  /** What the search for others has found. */
  readonly found: readonly FoundJob[];
  /** The service that runs the jobs, by its name. */
  readonly service: string;
}

/** Shows the jobs that one press has started, where they are more than one, and cancels the later ones. */
function SecondJobNote({ job, second, found, service }: SecondJobNoteProps) {
  const { shares } = second;
  const own = { ...job, isNamed: true, requestId: job.activityId };
  const jobs = jobsBeside(own, found, shares);
  if (jobs.length === 0) return null;
  const { title, body } = beside[shares];
  return (
    <Notice intent="warning" role="alert" title={title(jobs.length)}>
      {body(service)}
      <ul>
        {jobs.map((one) => (
          <li key={one.id}>
            <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(one.id) }}>
              {startedText(one)}
            </RouterLink>
            {sameId(one.id, job.id) && ` ${beside.here}`}
            {isLater(one, jobs, shares) && (
              <LaterJob found={one} cancel={second.cancelOf(one.id)} service={service} />
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The jobs to show of one press, in the order of their start; none where only the page's own is known. */
export function jobsBeside(
  own: FoundJob,
  found: readonly FoundJob[],
  shares: SharedBy,
): readonly FoundJob[] {
  const others = found.filter(({ isNamed }) => isNamed || shares !== 'target');
  if (others.length === 0 || shares === 'otherId') return others;
  return [own, ...others].toSorted(byStart);
}

/** Whether a job can be canceled beside the others: of those that one press has started, all but the first. */
export const isLater = (one: FoundJob, jobs: readonly FoundJob[], shares: SharedBy): boolean =>
  shares !== 'otherId' && one !== jobs[0];

const startedText = ({ name, startedAt }: FoundJob): string =>
  beside.started(name, startedAt === null ? noAnswer.startUnknown : dateTimeText(startedAt));

interface LaterJobProps {
  readonly found: FoundJob;
  readonly cancel: JobCancel;
  readonly service: string;
}

/** The later job is read, as a list doesn't show whether it can be canceled. */
function LaterJob({ found, ...given }: LaterJobProps) {
  const { data: job } = useQuery(jobQuery(found.id));
  return job !== undefined && <CancelLater job={job} {...given} />;
}

interface CancelLaterProps extends Omit<LaterJobProps, 'found'> {
  readonly job: JobDetails;
}

function CancelLater({ job, cancel, service }: CancelLaterProps) {
  const reasonId = useId();
  const at = useNow(EVERY_MS);
  const progress = progressOf(job, { observations: null, past: [], sizeBytes: null }, at);
  const { line, request } = useCancel(job, cancel, progress, service);
  return (
    <div role="group" aria-label={beside.later(job.name)}>
      <CancelCommand
        machine={job.itemName}
        {...{ service, reasonId }}
        cancel={line}
        onConfirm={() => request.mutate()}
      />
      <CancelState {...{ reasonId, service, job, request }} text={line.text} />
    </div>
  );
}

/** Between two looks at the clock, for the time left to cancel it. */
const EVERY_MS = 5000;
