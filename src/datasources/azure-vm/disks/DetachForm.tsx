import { useForm, useWatch } from 'react-hook-form';
import { dataDisksOf } from '#src/datasources/azure-vm/disks/eligible.ts';
import {
  machineOptions,
  type OrderFormProps,
  PlanForm,
  useMachines,
} from '#src/datasources/azure-vm/disks/PlanForm.tsx';
import { now } from '#src/lib/clock.ts';
import { diskActions as words } from '#src/strings/disks.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';

interface DetachValues {
  machineId: string | null;
  diskId: string | null;
}

/** A data disk that a VM gives up, such as one that a restored disk is to replace. */
export function DetachForm({ group, onPlanned }: OrderFormProps) {
  const { control, setValue, handleSubmit } = useForm<DetachValues>({
    defaultValues: { machineId: null, diskId: null },
  });
  const { machineId, diskId } = useWatch({ control });
  const { machines = [], machine, isReading, failed } = useMachines(group, machineId);
  const withData = machines.filter((one) => dataDisksOf(one).length > 0);
  const disks = machine ? dataDisksOf(machine) : [];
  const disk = disks.find(({ managedDiskId }) => managedDiskId === diskId)?.managedDiskId;
  const reason = machine === null ? words.gone : machine && disks.length === 0 ? words.noData : '';
  const submit = handleSubmit(() => {
    if (!machine || !disk || isReading) return;
    onPlanned({ kind: 'detach', at: now(), machineId: machine.id, diskId: disk });
  });
  const texts = { control, placeholder: words.problem.required, required: true } as const;
  return (
    <PlanForm
      onSubmit={submit}
      failed={failed}
      what={words.what}
      status={isReading ? words.reading : reason}
      canPlan={Boolean(disk) && !isReading}
    >
      <SelectField
        {...texts}
        name="machineId"
        label={words.field.machine}
        errorText={() => words.problem.required}
        options={machineOptions(withData)}
        onChosen={() => setValue('diskId', null)}
      />
      {disks.length > 0 && (
        <SelectField
          {...texts}
          name="diskId"
          label={words.field.disk}
          errorText={() => words.problem.required}
          options={disks.map(({ name, managedDiskId, lun }) => ({
            value: managedDiskId ?? '',
            label: name,
            remark: lun === null ? undefined : words.field.lunValue(lun),
          }))}
        />
      )}
    </PlanForm>
  );
}
