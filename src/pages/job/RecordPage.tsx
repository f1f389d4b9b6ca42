import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { openJobQuery } from '#src/api/queries/jobs.ts';
import { problemOf } from '#src/api/queries/query.ts';
import type { JobPageParts, JobSpec } from '#src/datasources/job.ts';
import { serviceBehind } from '#src/datasources/registry.ts';
import { now as clockNow } from '#src/lib/clock.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { type ResourceId, nameOf } from '#src/model/resource-id.ts';
import { BelowJobHeader, NoSuchJob } from '#src/pages/job/JobHeader.tsx';
import { type RecordInput, restoreRecord, recordSteps } from '#src/pages/job/record.ts';
import { HandOver } from '#src/pages/job/HandOver.tsx';
import { useOpenSteps } from '#src/pages/job/open-steps.ts';
import { hasNextSteps, useJob } from '#src/pages/job/verdict.ts';
import { pages } from '#src/strings/pages.ts';
import { record as words } from '#src/strings/record.ts';
import { Loaded } from '#src/ui/states.tsx';
import {
  AfterReads,
  builtNames,
  linesAfter,
  useAfterwards,
} from '#src/wizard/next-steps/afterwards.tsx';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useSyncExternalStore } from 'react';
import { isoText } from '#src/lib/time.ts';
import { visibleText } from '#src/lib/visible-text.ts';
import {
  type RecordPart,
  type RecordRows,
  type RestoreRecord,
  recordJson,
  recordMarkdown,
} from '#src/model/record.ts';
import { CommandBar, JobsButton, SectionHeading } from '#src/ui/page.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { CopyLink } from '#src/ui/CopyLink.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Name } from '#src/ui/text.tsx';
import { saveFile } from '#src/ui/dom.ts';
import { planHashQuery } from '#src/api/queries/validations.ts';
import { marksOf, onMarks } from '#src/wizard/next-steps/marks.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';

const route = getRouteApi('/jobs/$jobId/record');

/** The record of a restore: to read, to print and to save. */
export function RecordPage() {
  const known = route.useLoaderData();
  return known === null ? <NoSuchJob /> : <KnownRecord {...known} />;
}

interface KnownRecordProps {
  readonly id: ResourceId;
  readonly spec: JobSpec;
}

function KnownRecord({ id, spec }: KnownRecordProps) {
  const job = useQuery(openJobQuery(id));
  const stored = useStored(id, spec);
  const isGone =
    job.data === undefined && job.error !== null && problemOf(job.error).kind === 'notFound';
  return (
    <>
      <BelowJobHeader id={id} title={words.title} job={job.data} />
      {isGone && stored.draft !== null ? (
        <RecordView
          id={id}
          note={words.noJob(serviceBehind(id))}
          reads={null}
          handOver={null}
          record={restoreRecord({
            id,
            reported: null,
            service: serviceBehind(id),
            after: linesAfter(id, spec),
            at: clockNow(),
            ...stored,
          })}
        />
      ) : (
        <Loaded
          query={job}
          problemOf={problemOf}
          what={pages.job.what}
          isOfAddress
          wayOn={<JobsButton />}
        >
          {(data) => (
            <spec.Job id={id} job={data}>
              {(parts) => <JobRecord {...{ id, parts, spec, stored }} job={data} />}
            </spec.Job>
          )}
        </Loaded>
      )}
    </>
  );
}

interface JobRecordProps {
  readonly id: ResourceId;
  readonly spec: JobSpec;
  readonly stored: StoredRestore;
  readonly job: JobDetails;
  readonly parts: JobPageParts;
}

function JobRecord({ id, spec, stored, job, parts }: JobRecordProps) {
  const now = useJob(id, job, parts);
  const { progress, verdict, verifiedAt, service, at } = now;
  const after = useAfterwards(id, spec);
  const built = builtNames(after);
  const open = useOpenSteps(id, spec);
  const record = restoreRecord({
    id,
    reported: { job, progress, verdict, verifiedAt, readBack: parts.readBack },
    service,
    after,
    at,
    ...stored,
  });
  return (
    <RecordView
      id={id}
      note={null}
      reads={
        <>
          {parts.stepReads}
          <AfterReads jobId={id} lines={after} />
        </>
      }
      record={record}
      handOver={
        <HandOver {...{ job, now, built }} open={hasNextSteps(verdict, built) ? open : []} />
      }
    />
  );
}

const useStyles = makeStyles({
  commands: { '@media print': { display: 'none' } },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    padding: tokens.spacingHorizontalXXL,
    overflowWrap: 'anywhere',
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
  },
  // Beside a long text a short word stays whole.
  cell: { minWidth: '5em' },
});

interface RecordViewProps {
  readonly id: ResourceId;
  /** Above the record; null: nothing to add. */
  readonly note: string | null;
  /** What reads again what the record holds, and how far that is. */
  readonly reads: ReactNode;
  readonly record: RestoreRecord;
  /** Null: Azure no longer has the job. */
  readonly handOver: ReactNode;
}

/** A record as a page, which is printed as it is, and as files. */
export function RecordView({ id, note, reads, record, handOver }: RecordViewProps) {
  const styles = useStyles();
  // A job's name is a part of an address, and may be anything there.
  const file = `restore-record-${nameOf(id)
    .replaceAll(/[^\w.-]/g, '_')
    .slice(0, 64)}`;
  const { notKnown } = words;
  return (
    <>
      <div className={styles.commands}>
        <CommandBar label={words.commands}>
          <Button appearance="subtle" onClick={() => window.print()}>
            {words.print}
          </Button>
          <Button
            appearance="subtle"
            onClick={() =>
              saveFile(
                `${file}.md`,
                'text/markdown',
                recordMarkdown(record, { notKnown, visible: visibleText }),
              )
            }
          >
            {words.markdown}
          </Button>
          <Button
            appearance="subtle"
            onClick={() =>
              saveFile(`${file}.json`, 'application/json', recordJson(record, isoText))
            }
          >
            {words.json}
          </Button>
          <CopyLink />
        </CommandBar>
      </div>
      <div className={styles.body}>
        {note !== null && <span role="status">{note}</span>}
        <span>
          <Name>{record.title}</Name>
        </span>
        <span>{record.written}</span>
        {reads}
        {record.parts.map((part) => (
          <section key={part.key} aria-label={part.title}>
            <SectionHeading level={2}>{part.title}</SectionHeading>
            <RecordSection part={part} />
          </section>
        ))}
        {handOver}
      </div>
    </>
  );
}

function RecordSection({ part }: { readonly part: RecordPart }) {
  if (part.kind === 'facts') {
    return (
      <KeyFacts facts={part.facts.map(({ label, text }) => [label, text ?? words.notKnown])} />
    );
  }
  if (part.rows === null) return <p>{words.notKnown}</p>;
  return part.rows.length === 0 ? <p>{part.none}</p> : <Rows title={part.title} rows={part.rows} />;
}

type Row = RecordRows[number];

const columnAt = (label: string, index: number): Column<Row> => ({
  head: label,
  cell: (row) => <Cell text={row[index]?.text ?? words.notKnown} />,
});

function Cell({ text }: { readonly text: string }) {
  const { cell } = useStyles();
  return (
    <div className={cell}>
      <Name>{text}</Name>
    </div>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: RecordRows }) {
  const columns = (rows[0] ?? []).map(({ label }, index) => columnAt(label, index));
  return (
    <DataTable
      label={title}
      columns={columns}
      rows={rows}
      // Two may be alike.
      rowKey={(row) => String(rows.indexOf(row))}
    />
  );
}

/** What this browser stored of a restore. */
export type StoredRestore = Pick<RecordInput, 'draft' | 'planHash' | 'steps'>;

/** See {@link StoredRestore}. */
export function useStored(jobId: string, spec: JobSpec): StoredRestore {
  const draft = draftOfJob(jobId);
  useSyncExternalStore(onMarks, () => marksOf(jobId));
  const plan = draft?.plan;
  const { data: planHash = null } = useQuery({
    ...planHashQuery(plan ?? ''),
    enabled: plan !== undefined,
  });
  return { draft, planHash, steps: recordSteps(jobId, spec) };
}
