import { useForm, useWatch } from 'react-hook-form';
import { freeLuns, machinesFor, systemOf } from '#src/datasources/azure-vm/disks/eligible.ts';
import {
  diskOptions,
  lunOption,
  machineOptions,
} from '#src/datasources/azure-vm/disks/field-options.ts';
import type { OrderFormProps } from '#src/datasources/azure-vm/disks/form-props.ts';
import { PlanForm } from '#src/datasources/azure-vm/disks/PlanForm.tsx';
import { useMachines } from '#src/datasources/azure-vm/disks/use-machines.ts';
import { now } from '#src/lib/clock.ts';
import type { Machine } from '#src/model/target.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';

interface AttachValues {
  diskId: string | null;
  machineId: string | null;
  /** Null: the lowest that is free. */
  lun: string | null;
}

export interface AttachFormProps extends OrderFormProps {
  readonly kind: 'attach' | 'swap';
}

/** A disk for a VM: as a data disk, or as its OS disk. */
export function AttachForm({ kind, group, disks, onPlanned }: AttachFormProps) {
  const offered = kind === 'swap' ? disks.filter((disk) => systemOf(disk) !== null) : disks;
  const { control, setValue, handleSubmit } = useForm<AttachValues>({
    defaultValues: { diskId: offered[0]?.id ?? null, machineId: null, lun: null },
  });
  const { diskId, machineId } = useWatch({ control });
  const { machines, machine, isReading, failed } = useMachines(group, machineId);
  const disk = offered.find((one) => one.id === diskId);
  const fitting = disk === undefined ? [] : machinesFor(machines ?? [], disk, kind);
  const hidden = (machines?.length ?? 0) - fitting.length;
  const reason = reasonAgainst(machine, kind);
  const submit = handleSubmit(({ lun }) => {
    if (disk === undefined || !machine || isReading || reason !== null) return;
    const both = { at: now(), machineId: machine.id, diskId: disk.id };
    if (kind === 'attach') {
      const [lowest = 0] = freeLuns(machine);
      onPlanned({ kind, ...both, lun: lun === null ? lowest : Number(lun) });
      return;
    }
    const before = machine.disks.find((one) => one.lun === -1)?.managedDiskId ?? null;
    onPlanned({ kind, ...both, before, wasRunning: machine.isRunning !== false });
  });
  const texts = { control, placeholder: words.problem.required, required: true } as const;
  return (
    <PlanForm
      onSubmit={submit}
      failed={failed}
      what={words.what}
      status={isReading ? words.reading : (reason ?? '')}
      canPlan={Boolean(machine) && !isReading && reason === null}
    >
      <SelectField
        {...texts}
        name="diskId"
        label={words.field.disk}
        errorText={() => words.problem.required}
        options={diskOptions(offered)}
        onChosen={() => setValue('machineId', null)}
      />
      <SelectField
        {...texts}
        name="machineId"
        label={words.field.machine}
        hint={hidden > 0 ? words.hidden(hidden) : undefined}
        errorText={() => words.problem.required}
        options={machineOptions(fitting)}
        onChosen={() => setValue('lun', null)}
      />
      {machines !== undefined && fitting.length === 0 && (
        <span role="status">{words.noMachine}</span>
      )}
      {kind === 'attach' && machine && (
        <SelectField
          control={control}
          name="lun"
          label={words.field.lun}
          placeholder={words.field.lunValue(freeLuns(machine)[0] ?? 0)}
          errorText={() => words.problem.required}
          options={freeLuns(machine).map(lunOption)}
        />
      )}
    </PlanForm>
  );
}

/** Why nothing can be planned for a VM; null: it can, or the VM isn't read. */
function reasonAgainst(machine: Machine | null | undefined, kind: 'attach' | 'swap') {
  if (machine === null) return words.gone;
  if (machine === undefined) return null;
  if (kind === 'swap' && machine.isGeneralized === true) return words.generalized;
  return kind === 'attach' && freeLuns(machine).length === 0 ? words.noLun : null;
}
