import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { Restored } from '#src/api/queries/restored.ts';
import { now } from '#src/lib/clock.ts';
import { type JobDetails, propertyOf } from '#src/model/job.ts';
import type { RestoredDisk } from '#src/model/restore.ts';
import { nameOf } from '#src/model/resource-id.ts';
import {
  hasMarks,
  machineCommand,
  networkOf,
  templateCommand,
} from '#src/datasources/azure-vm/job/disk-commands.ts';
import { useSizeAtPoint } from '#src/datasources/azure-vm/job/use-size-at-point.ts';
import { common } from '#src/strings/common.ts';
import { fromDisks as words } from '#src/strings/mend.ts';
import { CommandText } from '#src/ui/CommandText.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { TitledDialog } from '#src/ui/TitledDialog.tsx';
import type { SentRestore } from '#src/datasources/azure-vm/plan/sent-restore.ts';

const columns: Column<RestoredDisk>[] = [
  { head: words.heads.disk, cell: ({ name }) => name },
  {
    head: words.heads.size,
    isNumber: true,
    cell: ({ sizeGiB }) => (sizeGiB === null ? common.notReported : words.gib(sizeGiB)),
  },
  { head: words.heads.holds, cell: holdsOf },
];

export interface MachineFromDisksProps {
  readonly job: JobDetails;
  readonly group: Restored['group'];
  readonly disks: readonly RestoredDisk[];
  /** What the restore was sent with; null: begun elsewhere. */
  readonly sent: SentRestore | null;
}

/** A button to what makes a machine from disks that are there: which they are, and the commands. */
export function MachineFromDisks(props: MachineFromDisksProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        {words.command}
      </Button>
      {isOpen && (
        <TitledDialog
          title={words.command}
          onClosed={() => setIsOpen(false)}
          renderActions={(close) => (
            <Button type="button" appearance="primary" onClick={close}>
              {words.close}
            </Button>
          )}
        >
          <span>{words.lead(nameOf(props.group))}</span>
          <DataTable
            label={words.list}
            columns={columns}
            rows={props.disks}
            rowKey={({ id }) => id}
          />
          <Commands {...props} />
        </TitledDialog>
      )}
    </>
  );
}

function Commands({ job, group, disks, sent }: MachineFromDisksProps) {
  const target = propertyOf(job, 'Target VM Name') ?? '';
  const { size } = useSizeAtPoint(sent?.point ?? null);
  const parts = {
    group,
    disks,
    name: target === '' ? job.itemName : target,
    subnetId: sent?.subnetId ?? null,
    networkId: networkOf(group, propertyOf(job, 'Target VNet Name') ?? ''),
    size,
    zone: sent?.zone ?? null,
  };
  const machine = machineCommand(parts);
  const template = templateCommand(group, propertyOf(job, 'Template Blob Uri') ?? '', now());
  return (
    <>
      {template !== null && (
        <>
          <span>{words.templateNote}</span>
          <CommandText label={words.template} command={template} />
        </>
      )}
      {machine === null ? (
        <span>{words.noSystem}</span>
      ) : (
        <>
          {hasMarks(parts) && <span>{words.marks}</span>}
          <CommandText label={words.machine} command={machine} />
        </>
      )}
    </>
  );
}

function holdsOf({ osType, isAttached }: RestoredDisk): string {
  const holds = osType === null ? words.data : words.system(osType);
  return isAttached ? words.attached(holds) : holds;
}
