import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useState, useSyncExternalStore } from 'react';
import { onRecords } from '#src/actions/record.ts';
import { machineQuery } from '#src/api/compute/machines.ts';
import { vmAfterwards } from '#src/datasources/azure-vm/next-steps/afterwards.ts';
import type { StepActionProps } from '#src/datasources/azure-vm/next-steps/OrderForm.tsx';
import {
  type RestoredVm,
  type RestoredVmFrom,
  restoredVmOf,
  type VmShownStep,
  vmShownSteps,
} from '#src/datasources/azure-vm/next-steps/steps.ts';
import {
  itemMadeAfter,
  onStepOrders,
  stepOrderOf,
} from '#src/datasources/azure-vm/next-steps/stored-orders.ts';
import { sentRestore } from '#src/datasources/azure-vm/sent-restore.ts';
import type { Disk } from '#src/model/machines.ts';
import type { OsType } from '#src/model/points.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { nextSteps as words, stepActions } from '#src/strings/next-steps.ts';
import { lazyPart, Part } from '#src/ui/Part.tsx';
import { CommandText } from '#src/ui/code.tsx';
import { RouterLink } from '#src/ui/links.tsx';
import { NotMentioned, NextStepList, useStepStyles } from '#src/wizard/next-steps/NextStepList.tsx';
import { StepReads, useAfterwards } from '#src/wizard/next-steps/afterwards.tsx';

export interface VmNextStepsProps extends Pick<GroundOfJob, 'id' | 'job' | 'group' | 'disks'> {
  /** Reads the steps alone, for a record. */
  readonly isReadAlone?: boolean;
}

/** What is left to do after the restore of a VM (document 000, Post-restore steps). */
export function VmNextSteps({ id, job, group, disks, isReadAlone = false }: VmNextStepsProps) {
  const lines = useAfterwards(id, AFTER);
  const sent = sentRestore(id);
  const ground = useGround({ id, job, sent, group, disks, lines });
  if (ground === null) return null;
  const steps = vmShownSteps(ground, sent?.nextSteps ?? null);
  if (isReadAlone) return <StepReads jobId={id} steps={steps} />;
  return (
    <NextStepList
      jobId={id}
      steps={steps}
      note={sent === null ? words.elsewhere : sent.source === null ? words.unreadSource : undefined}
      renderAction={(step, seen, isVerified) => (
        <Offer jobId={id} {...{ step, seen, isVerified, ground }} />
      )}
    >
      {ground.kind !== 'replaceDisks' && ground.machineId !== null && <NotMentioned />}
    </NextStepList>
  );
}

const AFTER = { afterwards: vmAfterwards };

interface OfferProps {
  readonly jobId: ResourceId;
  readonly step: VmShownStep;
  readonly seen: readonly string[];
  readonly isVerified: boolean;
  readonly ground: RestoredVm;
}

/** What is offered for one step: an action, or commands. The pages of restored disks stand above the steps. */
function Offer({ jobId, step, seen, isVerified, ground }: OfferProps) {
  const styles = useStepStyles();
  if (step.order !== null) {
    return (
      <OfferedAction
        jobId={jobId}
        stepId={step.id}
        kind={step.order}
        ground={ground}
        found={seen.map(resourceId)}
        isVerified={isVerified}
      />
    );
  }
  const commands = step.commands(seen);
  return (
    <>
      {step.isOfLeftovers && (
        <span className={styles.button}>
          <RouterLink to="/leftovers">{common.leftovers}</RouterLink>
        </span>
      )}
      {commands.length > 0 && (
        <div className={styles.below}>
          <details>
            <summary>{stepActions.command}</summary>
            {commands.map((command) => (
              <CommandText
                key={command.ok ? command.value : command.reason.option}
                label={stepActions.command}
                command={command}
              />
            ))}
          </details>
        </div>
      )}
    </>
  );
}

/** Forms and what carries orders out: fetched when a person asks for them, or an order is stored. */
const LazyAction = lazyPart(
  () => import('#src/datasources/azure-vm/next-steps/OrderForm.tsx'),
  (code) => code.StepAction,
);

/** What can be done about a next step from here, behind a button until then. */
function OfferedAction(props: Omit<StepActionProps, 'onAnew'>) {
  const { jobId, stepId, kind, isVerified } = props;
  const hasOrder = useSyncExternalStore(onStepOrders, () => stepOrderOf(jobId, stepId) !== null);
  const [isOpen, setIsOpen] = useState(false);
  const styles = useStepStyles();
  return (
    <>
      {!hasOrder && !isVerified && (
        <Button
          size="small"
          className={styles.button}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? stepActions.close : stepActions.open[kind]}
        </Button>
      )}
      {(hasOrder || isOpen) && (
        <div className={styles.below}>
          <Part what={stepActions.what}>
            <LazyAction {...props} onAnew={() => setIsOpen(true)} />
          </Part>
        </div>
      )}
    </>
  );
}

interface GroundOfJob extends Omit<RestoredVmFrom, 'osType'> {
  readonly id: ResourceId;
  /** The disks that were read back; null: none were. */
  readonly disks: readonly Disk[] | null;
}

/** What the next steps of a job are computed from; null for a job that is no restore. */
function useGround({ id, disks, ...from }: GroundOfJob): RestoredVm | null {
  const ground = restoredVmOf({
    ...from,
    osType: disks?.find(({ osType }) => osType !== null)?.osType ?? null,
  });
  const system = useMachineSystem(ground);
  const itemId = useSyncExternalStore(onRecords, () => itemMadeAfter(id));
  return ground && { ...ground, osType: ground.osType ?? system, itemId };
}

/** The system that the VM of a restore reports; asked only where nothing else tells it. */
function useMachineSystem(ground: RestoredVm | null): OsType | null {
  const machineId = ground?.machineId ?? null;
  const { data } = useQuery({
    ...machineQuery(machineId ?? resourceId('')),
    enabled: machineId !== null && ground?.osType === null,
  });
  return data?.osType ?? null;
}
