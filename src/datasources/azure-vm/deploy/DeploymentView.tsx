import { machineQuery } from '#src/api/compute/machines.ts';
import { Button, mergeClasses } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import {
  cancelDeploymentMutation,
  deploymentOperationsQuery,
  deploymentQuery,
  type TemplateVerdict,
} from '#src/api/queries/deployments.ts';
import { mayBeDone, problemOf, readAtOf } from '#src/api/queries/query.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import {
  type DeployAttempt,
  machinesAmong,
  noteSeen,
  numberOf,
} from '#src/datasources/azure-vm/deploy/attempts.ts';
import { now } from '#src/lib/clock.ts';
import { dateTimeText, timeText } from '#src/lib/format.ts';
import { instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { listText } from '#src/lib/wording.ts';
import type {
  ChangeKind,
  DeploymentOperation,
  DeploymentReason,
  DeploymentStatus,
  PredictedChange,
} from '#src/model/deployment.ts';
import type { Machine } from '#src/model/machines.ts';
import { withCode } from '#src/model/problem.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { coverage } from '#src/strings/checks.ts';
import { deploy } from '#src/strings/deploy.ts';
import { ConfirmDialog } from '#src/ui/dialogs.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Name } from '#src/ui/text.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { useCommonStyles } from '#src/ui/styles.ts';
import { ProblemState } from '#src/ui/states.tsx';

const words = deploy.progress;

const TONES: Readonly<Record<DeploymentStatus['kind'], Tone>> = {
  accepted: 'waiting',
  running: 'running',
  succeeded: 'done',
  failed: 'failed',
  canceled: 'cancelled',
  deleted: 'cancelled',
  unknown: 'unknown',
};

const statusText = (status: DeploymentStatus): string =>
  status.kind === 'unknown' ? status.raw : words.status[status.kind];

const columns: Column<DeploymentOperation>[] = [
  { head: words.resource, cell: ({ target }) => target?.name ?? '' },
  { head: words.type, cell: ({ target }) => target?.type ?? '' },
  {
    head: words.state,
    cell: ({ status }) => <Status tone={TONES[status.kind]}>{statusText(status)}</Status>,
  },
];

interface DeploymentViewProps {
  readonly jobId: ResourceId;
  readonly attempt: DeployAttempt;
  /** Its heading takes the focus when it is drawn. */
  readonly takesFocus: boolean;
  /** Plans another attempt, with the values of this one; null: one is planned already. */
  readonly onAgain: (() => void) | null;
}

/** A deployment from its acceptance to its end, with what it does to each resource. */
export function DeploymentView(props: DeploymentViewProps) {
  const { column } = useCommonStyles();
  const headingId = useId();
  const { jobId, attempt, onAgain } = props;
  const id = resourceId(attempt.id);
  const { data, error, refetch, missing } = useAttempt(jobId, attempt);
  const status = data?.status ?? null;
  const isRunning = status === null || status.kind === 'accepted' || status.kind === 'running';
  const { data: operations = [] } = useQuery({
    ...deploymentOperationsQuery(id, isRunning),
    enabled: data !== undefined && data !== null,
  });
  const shown = operations.filter(({ target }) => target !== null);
  const reasons = allReasons(data?.reasons ?? [], shown);
  return (
    <section
      aria-labelledby={headingId}
      className={column}
      ref={props.takesFocus ? focusHeading : undefined}
    >
      <SectionHeading level={2} id={headingId}>
        {`${words.title}: ${words.attempt(numberOf(attempt.id))}`}
      </SectionHeading>
      {error !== null && (
        <ProblemState problem={problemOf(error)} what={words.what} onRetry={() => void refetch()} />
      )}
      {missing !== null && <span role="status">{missing.text}</span>}
      {status !== null && <Status tone={TONES[status.kind]}>{statusText(status)}</Status>}
      <SpokenNow
        label={words.title}
        parts={{ status: status === null ? '' : statusText(status) }}
      />
      <CopyText label={words.name} text={nameOf(id)} />
      {typeof data?.correlationId === 'string' && (
        <CopyText label={words.correlation} text={data.correlationId} />
      )}
      {reasons.length > 0 && <Reasons reasons={reasons} />}
      {shown.length > 0 && (
        <DataTable
          label={words.title}
          columns={columns}
          rows={shown}
          rowKey={({ operationId }) => operationId}
        />
      )}
      {status !== null && isRunning && <CancelDeployment id={id} />}
      {data?.status.kind === 'succeeded' && <Deployed ids={data.outputs} />}
      {onAgain !== null && status !== null && !isRunning && status.kind !== 'succeeded' && (
        <Button appearance="primary" onClick={onAgain}>
          {words.again}
        </Button>
      )}
      {onAgain !== null && missing?.canStartAnother === true && (
        <Button onClick={onAgain}>{words.newAttempt}</Button>
      )}
    </section>
  );
}

/** Why the deployment failed, then what its resources report beyond that, each with its name. */
const allReasons = (
  ofDeployment: readonly DeploymentReason[],
  operations: readonly DeploymentOperation[],
): readonly DeploymentReason[] => [
  ...ofDeployment,
  ...operations.flatMap(({ target, reasons }) =>
    reasons
      .filter(({ message }) => !ofDeployment.some((one) => one.message === message))
      .map((one) => ({ ...one, message: `${target?.name ?? ''}: ${one.message}` })),
  ),
];

interface DeployedProps {
  /** What a deployment created or changed. */
  readonly ids: readonly ResourceId[];
}

/** What a deployment has created, each VM read back from Azure. */
function Deployed({ ids }: DeployedProps) {
  const { column, plainList } = useCommonStyles();
  const machines = machinesAmong(ids);
  return (
    <div className={column}>
      <span>{words.done}</span>
      {machines.map((id) => (
        <MachineBack key={id} id={id} />
      ))}
      <ul className={plainList} aria-label={words.created}>
        {ids.map((id) => (
          <li key={id}>
            <CopyText label={nameOf(id)} text={id} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function MachineBack({ id }: { readonly id: ResourceId }) {
  const { data, error } = useQuery(machineQuery(id));
  const text = machineText(nameOf(id), data, error === null ? null : problemOf(error).message);
  return text === null ? null : <span role="status">{text}</span>;
}

type ReadMachine = Pick<Machine, 'name' | 'isRunning' | 'size' | 'zone'>;

/** What a read found of a VM that a deployment created. `machine` null: it isn't there; undefined: not read. */
export function machineText(
  name: string,
  machine: ReadMachine | null | undefined,
  problem: string | null,
): string | null {
  if (machine === null) return words.machineGone(name);
  if (machine !== undefined) return backOf(machine);
  return problem === null ? null : words.machineUnread(name, problem);
}

const backOf = ({ name, isRunning, size, zone }: ReadMachine): string =>
  words.readBack(name, [
    ...(isRunning === null ? [] : [isRunning ? words.runs : words.stopped]),
    ...(size === null ? [] : [size]),
    ...(zone === null ? [] : [words.inZone(zone)]),
  ]);

/** Cancels a deployment that runs, after a question. */
function CancelDeployment({ id }: { readonly id: ResourceId }) {
  const { mutate, isPending, error } = useWrite(cancelDeploymentMutation(id));
  return (
    <>
      <ConfirmDialog
        renderCommand={(opens) => (
          <Button {...opens} disabledFocusable={isPending}>
            {words.cancel}
          </Button>
        )}
        title={words.cancelQuestion(nameOf(id))}
        keep={words.keep}
        confirm={words.cancel}
        canConfirm={!isPending}
        onConfirm={() => mutate()}
      >
        {words.cancelBody}
      </ConfirmDialog>
      {error !== null && <span role="alert">{cancelDeploymentText(error)}</span>}
    </>
  );
}

/** What is known of a request to cancel a deployment that failed. */
export function cancelDeploymentText(error: Error): string {
  if (mayBeDone(error)) return words.cancelUnknown;
  const { message, lookedAt } = problemOf(error);
  const time = lookedAt === undefined ? null : timeText(lookedAt);
  return words.notCanceled(textInSentence(message), time);
}

/** The deployment of an attempt as Azure has it, and what it means where there is none. */
function useAttempt(jobId: ResourceId, attempt: DeployAttempt) {
  const read = useQuery(deploymentQuery(resourceId(attempt.id), () => noteSeen(jobId, attempt.id)));
  const { data, error, refetch } = read;
  const missing = data === null ? missingOf(attempt, readAtOf(read) ?? now()) : null;
  return { data, error, refetch, missing };
}

/** For so long after it accepted a deployment Azure might answer that it has none: its regions copy it one after the other. */
const NOT_LISTED_MS = 10 * 60_000;

/** What is known of a deployment that Azure doesn't find. */
interface Missing {
  readonly text: string;
  /** Whether another one may be started: not while this one may still come to be listed. */
  readonly canStartAnother: boolean;
}

/** What an answer of 404 means for an attempt, by what was read and answered before. Pure. */
export function missingOf(
  { at, state, acceptedAt, seenAt }: DeployAttempt,
  moment: number,
): Missing {
  if (seenAt !== undefined) {
    return { text: words.gone(timeAt(seenAt)), canStartAnother: true };
  }
  if (state === 'sent') return { text: words.unknown, canStartAnother: true };
  const isYoung = moment - (acceptedAt ?? at) < NOT_LISTED_MS;
  if (acceptedAt === undefined) return { text: words.notFound, canStartAnother: !isYoung };
  const listed = isYoung ? words.notListedYet : words.neverListed;
  return { text: listed(timeAt(acceptedAt)), canStartAnother: !isYoung };
}

const timeAt = (ms: number): string => dateTimeText(instant(ms));

const judgeWords = deploy.judge;

const KINDS: readonly (readonly [ChangeKind, string])[] = [
  ['created', judgeWords.created],
  ['changed', judgeWords.changed],
  ['deleted', judgeWords.deleted],
  ['unknown', judgeWords.unknown],
];
/** Even where there are none, a person wants to read that. */
const ALWAYS: readonly ChangeKind[] = ['created', 'changed', 'deleted'];

/** Azure couldn’t read the template: its key access, its firewall, or the blob is gone (aftercare §1.6). */
const UNREADABLE = 'InvalidContentLink';

interface JudgedPanelProps {
  readonly judged: TemplateVerdict;
}

/** What Azure reports of the template with these values: what it would change, or why it rejects it. */
export function JudgedPanel({ judged }: JudgedPanelProps) {
  if (judged.kind === 'rejected') {
    return (
      <div role="alert">
        <Status tone="failed">{judgeWords.rejected}</Status>
        <Reasons reasons={judged.reasons} />
        {judged.reasons.some(({ code }) => code === UNREADABLE) && (
          <div>{judgeWords.unreadable}</div>
        )}
      </div>
    );
  }
  return <Accepted {...judged} />;
}

function Accepted(judged: Extract<TemplateVerdict, { kind: 'judged' }>) {
  const { column, second } = useCommonStyles();
  const { valid, predicted } = judged;
  const headline = headlineOf(judged);
  const of = (kind: ChangeKind) => predicted.changes.filter((one) => one.kind === kind);
  const untouched = of('untouched');
  return (
    <div className={column}>
      <div role="status">
        <Status tone={headline.tone}>{headline.text}</Status>
      </div>
      <div className={second}>{coverage.ofTemplate}</div>
      <details>
        <summary>{judgeWords.validated}</summary>
        <ChangeList
          changes={valid.resources.map((id) => ({ id, paths: [], unknownBecause: null }))}
        />
      </details>
      {KINDS.map(([kind, title]) => {
        const changes = of(kind);
        return (
          (changes.length > 0 || ALWAYS.includes(kind)) && (
            <Changes key={kind} title={title} changes={changes} />
          )
        );
      })}
      {untouched.length > 0 && (
        <details>
          <summary>{judgeWords.untouchedCount(untouched.length)}</summary>
          <ChangeList changes={untouched} />
        </details>
      )}
    </div>
  );
}

/** The headline of an accepted template: green only where nothing below contradicts it. */
export function headlineOf({ valid, predicted }: Extract<TemplateVerdict, { kind: 'judged' }>) {
  const count = valid.resources.length;
  const unknown = predicted.changes.filter(({ kind }) => kind === 'unknown').length;
  return unknown === 0
    ? ({ tone: 'done', text: judgeWords.valid(count) } as const)
    : ({ tone: 'warning', text: judgeWords.validInPart(count, unknown) } as const);
}

interface ChangesProps {
  readonly title: string;
  readonly changes: readonly PredictedChange[];
}

function Changes({ title, changes }: ChangesProps) {
  return (
    <section aria-label={title}>
      <SectionHeading level={3}>{title}</SectionHeading>
      <ChangeList changes={changes} />
    </section>
  );
}

/** A resource, and what is known of its change. */
type ListedChange = Omit<PredictedChange, 'kind'>;

function ChangeList({ changes }: { readonly changes: readonly ListedChange[] }) {
  const { bullets, anywhere } = useCommonStyles();
  return (
    <ul className={mergeClasses(bullets, anywhere)}>
      {changes.length === 0 && <li>{judgeWords.nothing}</li>}
      {changes.map((change) => (
        <li key={change.id}>
          <Name>{changeText(change)}</Name>
        </li>
      ))}
    </ul>
  );
}

function changeText({ id, paths, unknownBecause }: ListedChange): string {
  const type = id.split('/').at(-2) ?? '';
  const more = [...paths, ...(unknownBecause === null ? [] : [unknownBecause])];
  return [`${nameOf(id)} (${type})`, ...(more.length === 0 ? [] : [listText(more)])].join(': ');
}

/** Why Azure refuses something, the innermost reason first. */
function Reasons({ reasons }: { readonly reasons: readonly DeploymentReason[] }) {
  const { bullets, anywhere } = useCommonStyles();
  return (
    <ul className={mergeClasses(bullets, anywhere)}>
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>
          <Name>{withCode(reason.message, reason.code)}</Name>
        </li>
      ))}
    </ul>
  );
}

/** Puts the focus on the heading of a part of the page that has just been drawn. */
export const focusHeading = (part: HTMLElement | null): void => part?.querySelector('h2')?.focus();
