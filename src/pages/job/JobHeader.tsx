import { wayOnOf } from '#src/pages/job/existing.ts';
import { pointFacts } from '#src/pages/job/picture.ts';
import { type JobOfPage, knownTitle, propertyText, sideFacts } from '#src/pages/job/verdict.ts';
import { common } from '#src/strings/common.ts';
import { useStoredSearch } from '#src/ui/stored-search.ts';
import {
  CommandBar,
  JobsButton,
  OverviewLink,
  PageHeader,
  ReadAgo,
  RefreshButton,
} from '#src/ui/page.tsx';
import { NameLink, RouterButton, RouterLink } from '#src/ui/links.tsx';
import { isOtherThanAzure, jobAddress, vaultAddressOfJob } from '#src/api/arm/address.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

import { HeldReads } from '#src/progress/live/live.tsx';
import { pages } from '#src/strings/pages.ts';
import { EmptyState } from '#src/ui/states.tsx';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { type ReactNode, useId } from 'react';
import type { Instant } from '#src/lib/time.ts';
import {
  CancelCommand,
  type CancelLine,
  CancelState,
  cancelText,
  useCancel,
} from '#src/progress/live/cancel.tsx';
import { cancelOf } from '#src/progress/progress.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { makeStyles, tokens } from '@fluentui/react-components';
import { dateTimeText } from '#src/lib/format.ts';
import { CopyLink } from '#src/ui/CopyLink.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { TIGHT, sidePanel } from '#src/ui/styles.ts';

import { Moment } from '#src/ui/text.tsx';

const words = pages.job;

/** The list of jobs, as the person left it. */
function JobsCrumb() {
  const search = useStoredSearch('/jobs');
  return (
    <NameLink to="/jobs" search={search}>
      {common.backupJobs}
    </NameLink>
  );
}

/** The way to the page of a job. */
export const JOB_CRUMBS = [<OverviewLink key="overview" />, <JobsCrumb key="jobs" />];

interface BelowJobHeaderProps {
  readonly id: ResourceId;
  readonly title: string;
  /** Undefined: not read. */
  readonly job: JobDetails | undefined;
}

/** The head of a page below that of a job. */
export function BelowJobHeader({ id, title, job }: BelowJobHeaderProps) {
  return (
    <PageHeader
      title={title}
      crumbs={[
        ...JOB_CRUMBS,
        <NameLink key="job" to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
          {knownTitle(id, job)}
        </NameLink>,
      ]}
    />
  );
}

/** What stands at an address that names no job, or nothing that can be done after one. */
export function NoSuchJob() {
  return (
    <>
      <PageHeader title={words.unknown} />
      <EmptyState title={words.unknownBody}>
        <JobsButton />
      </EmptyState>
    </>
  );
}

export interface JobCommandsProps {
  readonly id: ResourceId;
  readonly job: JobDetails;
  readonly now: JobOfPage;
  readonly readAt: Instant | null;
  readonly onRefresh: () => void;
}

/** The commands of a job, and the outcome of a request to cancel it. */
export function JobCommands({ id, job, now, readAt, onRefresh }: JobCommandsProps) {
  const reasonId = useId();
  const { parts, service } = now;
  const { cancel, isRestore } = parts;
  const { line, request } = useCancel(job, cancel, now.progress, service);
  // Above the picture there is until when, and that it has ended.
  const isShown = now.verdict.outcome === 'running' && !isPlainLimit(job, now, line);
  return (
    <>
      <CommandBar
        label={words.commands}
        trailing={
          <>
            <HeldReads ids={[id]} />
            <ReadAgo at={readAt} />
          </>
        }
      >
        <CancelCommand
          machine={job.itemName}
          cancel={line}
          reasonId={reasonId}
          onConfirm={() => request.mutate()}
        />
        {isRestore && wayOnOf(job, now) === null && (
          <RouterButton
            appearance="subtle"
            icon={<ArrowUndo20Regular />}
            to="/restore/new"
            search={{ again: jobAddress(id) }}
            preload={false}
          >
            {words.again}
          </RouterButton>
        )}
        {isRestore && (
          <RouterButton
            appearance="subtle"
            to="/jobs/$jobId/record"
            params={{ jobId: jobAddress(id) }}
          >
            {words.record}
          </RouterButton>
        )}
        <CopyLink isIcon />
        <RefreshButton onRefresh={onRefresh} />
      </CommandBar>
      <CancelState
        {...{ reasonId, service, job, request }}
        text={line.text}
        isReasonUnseen={!isShown}
      />
    </>
  );
}

const useStyles = makeStyles({
  root: {
    ...sidePanel('332px', TIGHT),
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
  },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  fold: { paddingBlock: tokens.spacingVerticalS, cursor: 'pointer' },
});

export interface JobPropertiesProps {
  readonly job: JobDetails;
  readonly now: JobOfPage;
}

/** Whether a line says no more than until when a job can be canceled. */
function isPlainLimit(
  job: JobDetails,
  { progress, service }: JobOfPage,
  line: CancelLine,
): boolean {
  const cancel = cancelOf(job, progress.phases, progress.eta);
  return (
    cancel.kind === 'possible' &&
    cancel.caution === null &&
    line.text === cancelText(service, cancel)
  );
}

/** The properties of a job: its times, its vault, and what its service reports of its target. */
export function JobProperties({ job, now }: JobPropertiesProps) {
  const styles = useStyles();
  return (
    <aside className={styles.root} aria-label={words.properties}>
      <h2 className={styles.heading}>{words.properties}</h2>
      <KeyFacts
        facts={[
          [words.started, <Moment key="startedAt" at={job.startedAt} />],
          ...(job.endedAt === null ? [] : [[words.ended, dateTimeText(job.endedAt)] as const]),
          ...sideFacts(job, now, draftOfJob(job.id)),
          ...vaultFact(job),
          ...pointFacts(now.parts.point),
          ...now.parts.facts,
        ]}
      />
      {job.properties.length > 0 && (
        <details>
          <summary className={styles.fold}>{words.fieldsOf(now.service)}</summary>
          <KeyFacts facts={job.properties.map(propertyText)} />
        </details>
      )}
      <CopyText label={words.jobId} text={job.name} />
    </aside>
  );
}

/** The vault, with the link to it; nothing where the service has none. */
function vaultFact({ id, vaultName }: JobDetails): [string, ReactNode][] {
  if (vaultName === '' || isOtherThanAzure(id)) return [];
  const params = { vaultId: vaultAddressOfJob(id) };
  return [
    [
      words.vault,
      <RouterLink key="vault" to="/vaults/$vaultId" params={params}>
        {vaultName}
      </RouterLink>,
    ],
  ];
}
