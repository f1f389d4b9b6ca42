import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { cancelDeploymentMutation } from '#src/api/queries/deployments.ts';
import { useWrite } from '#src/api/queries/use-write.ts';
import { mayBeDone, problemOf } from '#src/api/queries/query.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { machinesAmong } from '#src/datasources/azure-vm/deploy/attempts.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import type { Machine } from '#src/model/machines.ts';
import { deploy } from '#src/strings/deploy.ts';
import { useCommonStyles } from '#src/ui/common-styles.ts';
import { ConfirmDialog } from '#src/ui/ConfirmDialog.tsx';
import { CopyText } from '#src/ui/CopyText.tsx';

const words = deploy.progress;

export interface DeployedProps {
  /** What a deployment created or changed. */
  readonly ids: readonly ResourceId[];
}

/** What a deployment has created, each VM read back from Azure. */
export function Deployed({ ids }: DeployedProps) {
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
export function CancelDeployment({ id }: { readonly id: ResourceId }) {
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
      {error !== null && <span role="alert">{cancelText(error)}</span>}
    </>
  );
}

/** What is known of a request to cancel a deployment that failed. */
export const cancelText = (error: Error): string =>
  mayBeDone(error)
    ? words.cancelUnknown
    : words.notCanceled(textInSentence(problemOf(error).message));
