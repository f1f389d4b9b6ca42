import type { Job } from '#src/model/jobs.ts';
import type { Disk, Machine } from '#src/model/machines.ts';
import { machineQuery, machinesQuery } from '#src/api/compute/machines.ts';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { type FailedRead, firstFailed, problemOf } from '#src/api/queries/query.ts';
import type { DiskOrder, DiskOrderKind } from '#src/datasources/azure-vm/disks/stored-orders.ts';
import { resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { diskActions as words } from '#src/strings/disks.ts';
import type { FieldOption } from '#src/ui/fields/option.tsx';
import { ProblemState } from '#src/ui/states.tsx';

interface PlanFormProps {
  readonly onSubmit: () => Promise<void>;
  /** What of it could not be read; null: all was. */
  readonly failed: FailedRead | null;
  /** What could not be read. */
  readonly what: string;
  /** What is being read, or why nothing can be planned; empty: nothing of that. */
  readonly status: string;
  readonly canPlan?: boolean;
  readonly children: ReactNode;
}

/** The fields of an order, what stands in its way, and the button that shows its plan. */
export function PlanForm(props: PlanFormProps) {
  const styles = useDiskStyles();
  const { onSubmit, failed, what, status, canPlan = true, children } = props;
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (canPlan) void onSubmit();
      }}
    >
      {children}
      {failed !== null && (
        <ProblemState
          problem={problemOf(failed.error)}
          what={what}
          onRetry={() => void failed.refetch()}
        />
      )}
      <span role="status">{status}</span>
      <Button
        className={styles.submit}
        type="submit"
        appearance="primary"
        disabledFocusable={!canPlan}
      >
        {words.plan}
      </Button>
    </form>
  );
}

/** A restore point that a restore was sent for. */
export interface SentPoint {
  readonly itemId: ResourceId;
  readonly recoveryPointId: string;
  readonly isSecondary: boolean;
}

/** What every form of an order is given. */
export interface OrderFormProps {
  readonly kind: DiskOrderKind;
  /** The name that the restore had for a new VM, else that of its source. */
  readonly machineName: string;
  /** The VM that was backed up. */
  readonly sourceName: string;
  /** The job of the restore. */
  readonly job: Pick<Job, 'id' | 'itemName'>;
  /** The resource group of the disks. */
  readonly group: ResourceId;
  readonly disks: readonly Disk[];
  /** Null: another browser started the restore. */
  readonly point: SentPoint | null;
  /** The network that the restore was sent with, or that its job names; null: none, or not known here. */
  readonly networkId: ResourceId | null;
  /** The subnet that the restore was sent with; null: none, or not known here. */
  readonly subnetId: ResourceId | null;
  readonly onPlanned: (order: DiskOrder) => void;
}

/** Entries of lists. */

export const diskOptions = (disks: readonly Disk[]): FieldOption[] =>
  disks.map(({ id, name, osType }) => ({
    value: id,
    label: name,
    remark: osType === null ? words.data : words.system(osType),
  }));

export const machineOptions = (machines: readonly Machine[]): FieldOption[] =>
  machines.map(({ id, name }) => ({
    value: id,
    label: name,
    remark: parseResourceId(id)?.resourceGroup,
  }));

export const lunOption = (lun: number): FieldOption => ({
  value: String(lun),
  label: words.field.lunValue(lun),
});

/** The VMs of the subscription of some disks, and the chosen one as it is now. */
export function useMachines(group: ResourceId, chosenId: string | null | undefined) {
  const machines = useQuery(machinesQuery(group.split('/')[2] ?? ''));
  const id = resourceId(chosenId ?? '');
  const reading = useQuery({ ...machineQuery(id), enabled: id !== '', staleTime: 0 });
  return {
    /** Undefined: not read. */
    machines: machines.data,
    /** Null: it is gone; undefined: none is chosen, or it is not read. */
    machine: id === '' ? undefined : reading.data,
    isReading: reading.isFetching,
    failed: firstFailed(machines, reading),
  };
}

/** The look of the page of restored disks. */
export const useDiskStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalXXL,
    '@media (max-width: 639px)': { padding: tokens.spacingHorizontalL },
    // A plan is as wide as the page, whatever its commands are.
    '& section, & section > form': { width: '100%' },
  },
  /** Fields have the width of their rows. */
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  submit: { alignSelf: 'flex-start' },
});
