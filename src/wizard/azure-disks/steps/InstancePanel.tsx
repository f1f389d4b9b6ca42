import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { countText } from '#src/lib/format.ts';
import type { DiskBackupInstance } from '#src/model/data-protection.ts';
import { DISKS_BY_NAME, EVERY_DISK } from '#src/model/disk-instance-list.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { Column } from '#src/ui/DataTable.tsx';
import { PickField } from '#src/ui/fields/PickField.tsx';
import { StepForm } from '#src/ui/fields/StepForm.tsx';
import { SearchField } from '#src/ui/filters/SearchField.tsx';
import { Loaded } from '#src/ui/states/Loaded.tsx';
import type { DiskStepProps } from '#src/wizard/azure-disks/step-props.ts';
import { useDiskForm } from '#src/wizard/azure-disks/use-disk-form.ts';
import { diskErrorWords } from '#src/wizard/azure-disks/words.ts';
import { known } from '#src/wizard/draft/reads.ts';

const words = diskFlow.instance;
const [nameHead, groupHead, vaultHead, regionHead] = words.heads;

const columns: readonly Column<DiskBackupInstance>[] = [
  { head: groupHead, cell: ({ resourceGroup }) => resourceGroup },
  { head: vaultHead, cell: ({ vaultName }) => vaultName },
  { head: regionHead, cell: ({ region }) => region ?? common.notReported },
];

/** Which protected disk is restored. Azure searches: there may be very many. */
export function InstancePanel({ view, formId, onNext }: DiskStepProps) {
  const [search, setSearch] = useState('');
  const form = useDiskForm('instance', view);
  const { control } = form;
  const instances = useQuery({
    ...pageQuery(diskInstancePages({ ...EVERY_DISK, search }, DISKS_BY_NAME), 0),
    placeholderData: keepPreviousData,
  });
  const chosen = known(view.reads.instance);
  return (
    <StepForm id={formId} form={form} onNext={onNext}>
      <SearchField label={words.search} value={search} onSearch={setSearch} />
      <Loaded query={instances} problemOf={problemOf} what={words.what}>
        {({ rows, total }) => (
          <>
            <p role="status">{words.shown(rows.length, countText(total), search)}</p>
            {chosen !== undefined && rows.every(({ id }) => !sameId(id, chosen.id)) && (
              <p>{words.chosenElsewhere(chosen.friendlyName, chosen.resourceGroup)}</p>
            )}
            {rows.length > 0 && (
              <PickField
                control={control}
                name="instance"
                label={words.label}
                {...diskErrorWords}
                firstHead={nameHead}
                columns={columns}
                rows={rows}
                valueOf={({ id }) => id}
                nameOf={({ friendlyName }) => friendlyName}
              />
            )}
          </>
        )}
      </Loaded>
    </StepForm>
  );
}
