import { Button } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { jobAddress } from '#src/api/arm/address.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { backupOfPointQuery, MOST_BACKUPS } from '#src/api/queries/running-restores.ts';
import { changeVmChoices } from '#src/datasources/azure-vm/choices.ts';
import {
  chosenPoint,
  type DraftView,
  type ViewProps,
  withChoice,
} from '#src/datasources/azure-vm/model.ts';
import { NotUsed } from '#src/datasources/azure-vm/not-used.tsx';
import { outageSentence } from '#src/datasources/azure-vm/steps/outage-text.ts';
import {
  copiesLeft,
  type CopiesLeft,
  ownRegionName,
  pairName,
} from '#src/datasources/azure-vm/target.ts';
import { dateTimeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { isInVault, isOnlySnapshot, type RecoveryPoint, transferTask } from '#src/model/points.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { STEP_FIELDS, type StepId } from '#src/rules/fields.ts';
import { fieldsOf } from '#src/rules/rule.ts';
import { outage } from '#src/strings/outage.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { transfer as words } from '#src/strings/vm-restore.ts';
import { wizard } from '#src/strings/wizard.ts';
import { TaskStatusBadge } from '#src/ui/Status.tsx';
import { LinkButton } from '#src/ui/LinkButton.tsx';
import { Notice } from '#src/ui/Notice.tsx';
import { RefreshButton } from '#src/ui/page.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { judgeValue } from '#src/wizard/explain/findings.ts';
import { known } from '#src/wizard/read.ts';

/** A restore point whose transfer to the vault isn't complete, and the one that works until then. */
interface Untransferred {
  readonly point: RecoveryPoint;
  /** Undefined: no older one can be chosen. */
  readonly older: RecoveryPoint | undefined;
}

/**
 * The point of a step that isn't in the vault yet: the chosen one; while none is, the newest. Null where
 * it is, or where the step isn't about it. Pure.
 */
export function untransferredIn(step: StepId, view: DraftView): Untransferred | null {
  if (step !== 'restore-point' && step !== 'configuration') return null;
  const points = (known(view.reads.points) ?? []).toSorted((a, b) => (b.time ?? 0) - (a.time ?? 0));
  const point = chosenPoint(view) ?? (step === 'restore-point' ? points[0] : undefined);
  if (point === undefined || !isOnlySnapshot(point)) return null;
  const older = points.find(
    (one) =>
      isInVault(one) &&
      (one.time ?? Number.POSITIVE_INFINITY) < (point.time ?? 0) &&
      judgeValue(withChoice(view, { point: one.name }), 'point', one.name).blocked === undefined,
  );
  return { point, older };
}

interface TransferNoteProps extends Untransferred {
  readonly draftId: string;
  readonly instance: string;
}

/** A point that isn't in the vault yet: how its transfer stands, its job, and the older point that works. */
function TransferNote({ draftId, instance, point, older }: TransferNoteProps) {
  const client = useQueryClient();
  const { time } = point;
  const backup = useQuery({
    ...backupOfPointQuery(resourceId(instance), time ?? instant(0)),
    enabled: time !== null,
  });
  return (
    <Notice intent="warning" title={words.title(time === null ? point.name : dateTimeText(time))}>
      <p>{words.body}</p>
      <div role="status">
        {backup.data === undefined ? (
          <span>
            {backup.error === null ? words.reading : words.notRead(problemOf(backup.error).message)}
          </span>
        ) : (
          <Backup job={backup.data} />
        )}
      </div>
      {older !== undefined && older.time !== null && (
        <div>
          <LinkButton onClick={() => changeVmChoices(draftId, { point: older.name })}>
            {words.older(dateTimeText(older.time))}
          </LinkButton>
        </div>
      )}
      <RefreshButton onRefresh={() => void client.refetchQueries({ type: 'active' })} />
    </Notice>
  );
}

function Backup({ job }: { readonly job: JobDetails | null }) {
  if (job === null) return <span>{words.noJob(MOST_BACKUPS)}</span>;
  const task = transferTask(job);
  const { startedAt } = job;
  return (
    <>
      {task === undefined ? (
        <span>{words.noTask}</span>
      ) : (
        <span>
          {words.task(task.name)} <TaskStatusBadge status={task.status} />
        </span>
      )}{' '}
      {task?.status === 'completed' && <span>{words.completed}</span>}
      <div>
        <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(job.id) }}>
          {words.job(startedAt === null ? job.name : dateTimeText(startedAt))}
        </RouterLink>
      </div>
    </>
  );
}

/** What a step shows before its fields: the region, the restore point's transfer, what isn't used. */
export function VmStepRemarks({ step, view, goTo }: OutageNotesProps) {
  const { id, choices } = view.draft;
  const untransferred = untransferredIn(step, view);
  return (
    <>
      <SecondaryNotes step={step} view={view} />
      <OutageNotes step={step} view={view} goTo={goTo} />
      {untransferred !== null && (
        <TransferNote {...untransferred} draftId={id} instance={choices.instance ?? ''} />
      )}
      {step === 'review' && <NotUsed view={view} goTo={goTo} />}
    </>
  );
}

const regionWords = wizard.region;

interface SecondaryNotesProps {
  readonly step: StepId;
  readonly view: DraftView;
}

/**
 * What is different in the secondary region, in the step that it concerns; and that a draft doesn't go there
 * although the address selects it, because the vault has no copy there.
 */
function SecondaryNotes({ step, view }: SecondaryNotesProps) {
  const dropped = view.settled.changes.find(
    ({ field, from }) => field === 'regionView' && from === 'secondary',
  );
  if (dropped !== undefined) {
    return (
      <Notice intent="warning" title={regionWords.dropped}>
        {sayOf(dropped.rule)}
      </Notice>
    );
  }
  const notes = notesOf(step, view);
  if (notes.length === 0) return null;
  return (
    <Notice title={regionWords.about}>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What rules about the secondary region have to say that asks for nothing. */
function notesOf(step: StepId, { settled }: DraftView): string[] {
  if (!settled.choices.secondary) return [];
  return settled.verdicts.flatMap(({ rule, state }) =>
    state === 'speaks' &&
    rule.kind === 'info' &&
    /^crr\.|\.secondary\./.test(rule.id) &&
    fieldsOf(rule).some((field) => STEP_FIELDS[step].includes(field))
      ? [sayOf(rule)]
      : [],
  );
}

interface OutageNotesProps extends ViewProps {
  readonly step: StepId;
}

/** While the datacenter of the vault is down: what its redundancy leaves, and how to restore it. */
function OutageNotes({ step, view, goTo }: OutageNotesProps) {
  const { draft, reads, shown } = view;
  const sentence = outageSentence('region', reads);
  const isRelevant = step === 'configuration' || step === 'review';
  if (!isRelevant || shown.outage !== 'region' || shown.regionView === 'secondary') return null;
  if (sentence === null) return null;
  const copies = copiesLeft(reads);
  const pair = pairName(reads) ?? '';
  const title = titleOf(copies, pair);
  return (
    <Notice
      intent={title === outage.noCopy ? 'error' : 'warning'}
      title={title}
      actions={
        copies === 'secondary' ? (
          <Button
            size="small"
            onClick={() => {
              changeVmChoices(draft.id, { regionView: 'secondary' });
              // Only some of the points are there.
              goTo('restore-point');
            }}
          >
            {outage.goToSecondary(pair)}
          </Button>
        ) : undefined
      }
    >
      <div>{sentence}</div>
      {copies === 'pair' && <div>{outage.needsPair(pair, ownRegionName(reads) ?? '')}</div>}
    </Notice>
  );
}

function titleOf(copies: CopiesLeft, pair: string): string | null {
  switch (copies) {
    case 'secondary':
      return outage.hasSecondary(pair);
    case 'pair':
      return outage.toPair(pair);
    case 'zones':
    case 'one':
      return outage.noCopy;
    case 'unknown':
      return null;
  }
}
