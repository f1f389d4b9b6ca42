import type { Disk, Machine } from '#src/model/machines.ts';
import { parseResourceId } from '#src/api/arm/resource-id.ts';
import { diskActions as words } from '#src/strings/disk-actions.ts';
import type { FieldOption } from '#src/ui/fields/option.ts';

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
