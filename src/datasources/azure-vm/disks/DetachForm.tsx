import { Button } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useForm, useWatch } from 'react-hook-form';
import { machinesQuery } from '#src/api/queries/placement.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { machineQuery } from '#src/api/queries/targets.ts';
import { dataDisksOf } from '#src/datasources/azure-vm/disks/eligible.ts';
import { machineOptions } from '#src/datasources/azure-vm/disks/field-options.ts';
import type { OrderFormProps } from '#src/datasources/azure-vm/disks/form-props.ts';
import { useDiskStyles } from '#src/datasources/azure-vm/disks/styles.ts';
import { now } from '#src/lib/clock.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import { SelectField } from '#src/ui/fields/SelectField.tsx';
import { ProblemState } from '#src/ui/states/ProblemState.tsx';

interface DetachValues {
  machineId: string | null;
  diskId: string | null;
}

/** A data disk that a VM gives up, such as one that a restored disk is to replace. */
export function DetachForm({ group, onPlanned }: OrderFormProps) {
  const styles = useDiskStyles();
  const { control, setValue, handleSubmit } = useForm<DetachValues>({
    defaultValues: { machineId: null, diskId: null },
  });
  const { machineId, diskId } = useWatch({ control });
  const machines = useQuery(machinesQuery(group.split('/')[2] ?? ''));
  const withData = (machines.data ?? []).filter((one) => dataDisksOf(one).length > 0);
  const id = resourceId(machineId ?? '');
  const reading = useQuery({ ...machineQuery(id), enabled: id !== '', staleTime: 0 });
  const machine = id === '' ? undefined : reading.data;
  const disks = machine ? dataDisksOf(machine) : [];
  const disk = disks.find(({ managedDiskId }) => managedDiskId === diskId)?.managedDiskId;
  const trouble = machines.error ?? reading.error;
  const reason = machine === null ? words.gone : machine && disks.length === 0 ? words.noData : '';
  const submit = handleSubmit(() => {
    if (!machine || !disk || reading.isFetching) return;
    onPlanned({ kind: 'detach', at: now(), machineId: machine.id, diskId: disk });
  });
  const texts = { control, placeholder: words.problem.required, required: true } as const;
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void submit(event)}>
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
      {trouble !== null && <ProblemState problem={problemOf(trouble)} what={words.what} />}
      <span role="status">{reading.isFetching ? words.reading : reason}</span>
      <Button
        className={styles.submit}
        type="submit"
        appearance="primary"
        disabledFocusable={!disk || reading.isFetching}
      >
        {words.plan}
      </Button>
    </form>
  );
}
