import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { deploymentOperationsQuery } from '#src/api/queries/deployments.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { type Attempt, numberOf } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { useAttempt } from '#src/datasources/azure-vm/deploy/missing.ts';
import { CancelDeployment, Deployed } from '#src/datasources/azure-vm/deploy/Deployed.tsx';
import { focusHeading } from '#src/datasources/azure-vm/deploy/focus-heading.ts';
import { Reasons } from '#src/datasources/azure-vm/deploy/JudgedPanel.tsx';
import type {
  DeploymentOperation,
  DeploymentReason,
  DeploymentStatus,
} from '#src/model/deployment.ts';
import { nameOf, type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';
import { SpokenNow } from '#src/ui/Spoken.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

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

export interface DeploymentViewProps {
  readonly jobId: ResourceId;
  readonly attempt: Attempt;
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
