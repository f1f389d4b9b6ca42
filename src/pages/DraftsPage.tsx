import { Labeled, Moment, TwoLines } from '#src/ui/text.tsx';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { recoveryPointsQuery } from '#src/api/recovery-services/points.ts';
import { DATASOURCES, ownerOf, serviceOf } from '#src/datasources/registry.ts';
import { instant, type Instant } from '#src/lib/time.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { drafts as words } from '#src/strings/drafts.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { OverviewLink, PageHeader } from '#src/ui/page.tsx';
import { EmptyState } from '#src/ui/states.tsx';
import { DiscardDraft } from '#src/wizard/draft/DiscardDraft.tsx';
import { DraftLink } from '#src/wizard/draft/DraftLink.tsx';
import { mayRunText } from '#src/wizard/draft/draft-text.ts';
import {
  allDrafts,
  mayHaveStarted,
  nameOfDraft,
  type UnreadableDraft,
  unreadableDrafts,
} from '#src/wizard/draft/drafts.ts';
import { type Draft, isSent, type Submission } from '#src/wizard/draft/schema.ts';
import { sentChoicesOf, sentText } from '#src/wizard/draft/sent.ts';
import { draftsVersion, onDraftChange } from '#src/wizard/draft/store.ts';
import { datasourceIn } from '#src/wizard/draft/transitions.ts';
import { FIRST_STEP, LAST_STEP } from '#src/wizard/steps/task-steps.ts';

/** All drafts of this account in this browser, each with what became of it and the ways on. */
export function DraftsPage() {
  const { inset } = usePartStyles();
  useSyncExternalStore(onDraftChange, draftsVersion);
  const rows = draftRows();
  return (
    <>
      <PageHeader title={common.drafts} subtitle={words.about} crumbs={<OverviewLink />} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>
          {words.noneBody}
          <RouterButton appearance="primary" to="/restore/new" preload={false}>
            {common.restore}
          </RouterButton>
        </EmptyState>
      ) : (
        <div className={inset}>
          <DataTable
            label={common.drafts}
            columns={draftColumns}
            rows={rows}
            rowKey={({ id }) => id}
          />
        </div>
      )}
    </>
  );
}

const { heads } = words;

/** The columns of the page of drafts. */
const draftColumns: readonly Column<DraftRow>[] = [
  { head: heads.name, cell: ({ name }) => <strong>{name}</strong> },
  {
    head: heads.kind,
    cell: ({ isRead, kind, datasource }) =>
      isRead ? (
        <TwoLines first={kind ?? words.notSelected} second={datasource ?? undefined} />
      ) : (
        common.absence.notRead
      ),
  },
  {
    head: heads.point,
    cell: ({ isRead, point }) => (
      <Labeled label={heads.point}>
        {isRead ? <PointCell point={point} /> : common.absence.notRead}
      </Labeled>
    ),
  },
  { head: heads.step, isFirstToLeave: true, cell: ({ step }) => stepText(step) },
  {
    head: heads.changed,
    cell: ({ changedAt }) => (
      <Labeled label={heads.changed}>
        <Moment at={changedAt} />
      </Labeled>
    ),
  },
  { head: heads.status, cell: ({ status: { tone, text } }) => <Status tone={tone}>{text}</Status> },
  { head: heads.actions, cell: (row) => <Actions {...row} /> },
];

/** A step that no wizard of this version has goes by its id. */
const stepText = (step: string | null): string =>
  Object.entries(words.steps).find(([id]) => id === step)?.[1] ?? step ?? common.absence.notRead;

function Actions({ id, name, step, jobId, isOpen, mayRun }: DraftRow) {
  const { whole } = usePartStyles();
  const named = (action: string) => ({
    'aria-label': words.actionOf(action, name),
    children: action,
  });
  return (
    <span className={whole}>
      {jobId !== null ? (
        <RouterLink
          to="/jobs/$jobId"
          params={{ jobId: jobAddress(resourceId(jobId)) }}
          {...named(words.job)}
        />
      ) : (
        <DraftLink
          id={id}
          {...(isOpen && step !== null && { step })}
          {...named(isOpen ? words.resume : words.open)}
        />
      )}
      {mayRun !== undefined && (
        <DiscardDraft
          {...{ id, name, mayRun }}
          label={wizard.drafts.discard}
          size="small"
          appearance="subtle"
        />
      )}
    </span>
  );
}

/** When the restore point of a draft was taken: as Review showed it, else read from Azure. */
function PointCell({ point }: { readonly point: DraftPoint | null }) {
  if (point === null) return words.notSelected;
  if (point.shown !== null) return point.shown;
  switch (ownerOf(point.instance)?.provider) {
    case 'Microsoft.RecoveryServices':
      return <VmPoint {...point} />;
    case 'Microsoft.DataProtection':
      return <DiskPoint {...point} />;
    case undefined:
      return words.backup(point.name);
  }
}

// By the lists that the page of the instance and the wizard read, too.
function VmPoint({ instance, name }: DraftPoint) {
  return timeIn(useQuery(recoveryPointsQuery(resourceId(instance))), name);
}

function DiskPoint({ instance, name }: DraftPoint) {
  return timeIn(useQuery(diskPointsQuery(resourceId(instance))), name);
}

interface Points {
  readonly data: readonly { readonly name: string; readonly time: Instant | null }[] | undefined;
  readonly error: Error | null;
}

function timeIn({ data, error }: Points, name: string) {
  if (data === undefined && error === null) return common.reading(words.heads.point);
  const at = data?.find((one) => one.name === name)?.time ?? null;
  return at === null ? words.timeNotRead(name) : <Moment at={at} />;
}

/** A draft as its page lists it. Null: not selected, or not known. */
interface DraftRow {
  readonly id: string;
  readonly name: string;
  /** Whether this version can read what was selected. */
  readonly isRead: boolean;
  readonly kind: string | null;
  readonly datasource: string | null;
  readonly point: DraftPoint | null;
  /** The id of the step that the person was at last. */
  readonly step: string | null;
  readonly changedAt: Instant | null;
  readonly status: { readonly tone: Tone; readonly text: string };
  readonly jobId: string | null;
  /** Whether the wizard can go on with it. */
  readonly isOpen: boolean;
  /** What discarding it may hide; undefined: it can't be discarded. */
  readonly mayRun: string | null | undefined;
}

/** A restore point as a draft stores it. */
interface DraftPoint {
  readonly instance: string;
  readonly name: string;
  /** As Review showed it when the restore was sent; null: it wasn't sent. */
  readonly shown: string | null;
}

/** All drafts of this account in this browser, the last changed first; those without a time come last. */
export function draftRows(): DraftRow[] {
  return [...allDrafts().map(rowOf), ...unreadableDrafts().map(unreadableRow)].toSorted(
    (a, b) => (b.changedAt ?? 0) - (a.changedAt ?? 0),
  );
}

function rowOf(draft: Draft): DraftRow {
  const { id, submission, changedAt } = draft;
  const datasource = DATASOURCES.get(datasourceIn(draft.choices))?.name ?? null;
  const isGone = isSent(submission);
  return {
    id,
    name: nameOfDraft(draft) ?? words.noInstance,
    isRead: true,
    kind: kindOf(draft),
    datasource,
    point: pointOf(draft),
    step: stepOf(draft),
    changedAt: instant(changedAt),
    status:
      datasource === null
        ? { tone: 'unknown', text: words.status.noDatasource }
        : draftStatusOf(draft),
    jobId: jobOf(submission),
    isOpen: datasource !== null && !isGone,
    mayRun: isGone ? undefined : mayHaveStarted(id) ? mayRunText(draft) : null,
  };
}

function unreadableRow({ id, name, reason, submission, changedAt }: UnreadableDraft): DraftRow {
  const jobId = submission && jobOf(submission);
  return {
    id,
    name: name ?? words.unreadable,
    isRead: false,
    kind: null,
    datasource: null,
    point: null,
    step: null,
    changedAt: changedAt === null ? null : instant(changedAt),
    status: { tone: 'unknown', text: words.status[reason] },
    jobId,
    isOpen: false,
    mayRun: jobId !== null ? undefined : mayHaveStarted(id) ? mayRunText({}) : null,
  };
}

const jobOf = (sent: Submission): string | null => (sent.state === 'job' ? sent.jobId : null);

const TONES: Readonly<Record<Submission['state'], Tone>> = {
  none: 'waiting',
  refused: 'failed',
  notSent: 'waiting',
  preparing: 'running',
  sending: 'unknown',
  lost: 'unknown',
  accepted: 'running',
  mounted: 'done',
  job: 'done',
};

/** What became of the request of a draft. */
export function draftStatusOf({
  submission,
  earlier,
  choices,
}: Pick<Draft, 'submission' | 'earlier' | 'choices'>): DraftRow['status'] {
  const { state } = submission;
  if (earlier !== undefined && !isSent(submission)) {
    return { tone: 'unknown', text: words.status.earlier };
  }
  const tone = TONES[state];
  if (state === 'refused') {
    return { tone, text: words.status.refused(serviceOf(datasourceIn(choices))) };
  }
  return { tone, text: words.status[state === 'notSent' ? 'none' : state] };
}

/** By the names of the fields alone: what the fields are besides is the wizard's, and heavy. */
function kindOf(draft: Draft): string | null {
  const { kinds } = words;
  if (draft.task !== undefined) return kinds[draft.task];
  const datasource = datasourceIn(sentChoicesOf(draft));
  if (datasource === 'azure-disk') return kinds.newDisk;
  const chosen = sentText(draft, datasource === 'commvault-vm' ? 'cv' : 'option') ?? '';
  return Object.entries(kinds).find(([kind]) => kind === chosen)?.[1] ?? null;
}

function pointOf(draft: Draft): DraftPoint | null {
  const name = sentText(draft, 'point');
  const instance = sentText(draft, 'instance');
  if (name === null || instance === null) return null;
  const shown = draft.reviewed?.chosen.find(([label]) => label === wizard.point.label)?.[1] ?? null;
  return { instance, name, shown };
}

/** Where the person was last. A draft of before tells the steps that were left, or what is selected. */
function stepOf({ at, visited, submission, choices }: Draft): string {
  if (isSent(submission)) return LAST_STEP;
  return at ?? visited?.at(-1) ?? (choices.instance === null ? FIRST_STEP : 'restore-point');
}
