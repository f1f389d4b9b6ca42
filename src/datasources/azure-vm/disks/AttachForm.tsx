import { useForm, useWatch } from 'react-hook-form';
import {
  freeLuns,
  isUltra,
  machinesFor,
  originalOf,
} from '#src/datasources/azure-vm/disks/eligible.ts';
import {
  diskOptions,
  lunOption,
  machineOptions,
  type OrderFormProps,
  PlanForm,
  useMachines,
} from '#src/datasources/azure-vm/disks/PlanForm.tsx';
import { now } from '#src/lib/clock.ts';
import type { Disk, Machine, MachineDisk } from '#src/model/machines.ts';
import { diskActions as words } from '#src/strings/disks.ts';
import { CheckField } from '#src/ui/fields/TextField.tsx';
import { SelectField } from '#src/ui/fields/SelectField.tsx';

interface AttachValues {
  diskId: string | null;
  machineId: string | null;
  /** Null: the lowest that is free. */
  lun: string | null;
  /** The disk that it is a copy of is detached first. */
  detachesOriginal: boolean;
}

interface AttachFormProps extends OrderFormProps {
  readonly kind: 'attach' | 'swap';
}

/** A disk for a VM: as a data disk, or as its OS disk. */
export function AttachForm({ kind, group, disks, sourceName, onPlanned }: AttachFormProps) {
  const offered = kind === 'swap' ? disks.filter(({ osType }) => osType !== null) : disks;
  const { control, setValue, handleSubmit } = useForm<AttachValues>({
    defaultValues: {
      diskId: offered[0]?.id ?? null,
      machineId: null,
      lun: null,
      detachesOriginal: true,
    },
  });
  const { diskId, machineId, detachesOriginal = true } = useWatch({ control });
  const { machines, machine, isReading, failed } = useMachines(group, machineId);
  const disk = offered.find((one) => one.id === diskId);
  const fitting = disk === undefined ? [] : machinesFor(machines ?? [], disk, kind);
  const hidden = (machines?.length ?? 0) - fitting.length;
  const reason = reasonAgainst(machine, kind, disk);
  const copied = machine && disk && originalOf(disk, machine, sourceName);
  const originalId = copied?.managedDiskId ?? null;
  const original = !copied || originalId === null ? null : { ...copied, id: originalId };
  // An OS disk can't be detached.
  const canDetach = original !== null && original.lun !== -1;
  const luns = machine ? lunsFor(machine, canDetach && detachesOriginal ? original : null) : [];
  const [firstLun = 0] = luns;
  const submit = handleSubmit(({ lun }) => {
    if (disk === undefined || !machine || isReading || reason !== null) return;
    const both = { at: now(), machineId: machine.id, diskId: disk.id };
    if (kind === 'attach') {
      onPlanned({
        kind,
        ...both,
        // One that only a detached original leaves isn't there when that stays.
        lun: lun !== null && luns.includes(Number(lun)) ? Number(lun) : firstLun,
        ...(original === null
          ? {}
          : { original: { diskId: original.id, isDetached: canDetach && detachesOriginal } }),
      });
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
        <span role="status">{words.noMachine[kind]}</span>
      )}
      {kind === 'attach' && original !== null && (
        <>
          <span role="status">{words.original(original.name, machine?.name ?? '')}</span>
          {canDetach && (
            <CheckField
              control={control}
              name="detachesOriginal"
              label={words.field.detachFirst(original.name)}
            />
          )}
        </>
      )}
      {kind === 'attach' && machine && (
        <SelectField
          control={control}
          name="lun"
          label={words.field.lun}
          placeholder={words.field.lunValue(firstLun)}
          errorText={() => words.problem.required}
          options={luns.map(lunOption)}
        />
      )}
    </PlanForm>
  );
}

/** The LUNs that a disk can have: first that of the disk which is detached for it. */
const lunsFor = (machine: Machine, detached: MachineDisk | null): readonly number[] =>
  detached === null || detached.lun === null
    ? freeLuns(machine)
    : [detached.lun, ...freeLuns(machine)];

/** Why nothing can be planned for a VM; null: it can, or the VM isn't read. */
export function reasonAgainst(
  machine: Machine | null | undefined,
  kind: 'attach' | 'swap',
  disk: Pick<Disk, 'sku'> | undefined,
): string | null {
  if (machine === null) return words.gone;
  if (machine === undefined) return null;
  if (kind === 'swap' && machine.isGeneralized === true) return words.generalized;
  // Of an answer without any disk, what it leaves out isn't known.
  const isWithout = !machine.canUseUltraDisks && machine.disks.length > 0;
  if (isUltra(disk) && isWithout) return words.noUltra;
  return kind === 'attach' && freeLuns(machine).length === 0 ? words.noLun : null;
}
