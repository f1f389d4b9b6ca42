import { useQuery } from '@tanstack/react-query';
import { instanceAddress, vaultAddress } from '#src/api/arm/address.ts';
import { protectedDisksQuery } from '#src/api/data-protection/instances.ts';
import { diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import type { SourceVm } from '#src/datasources/azure-vm/instance/source.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { wizard } from '#src/strings/wizard.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { Name } from '#src/ui/text.tsx';
import { Section, VaultLink } from '#src/ui/instance.tsx';
import { instanceColumn, restoreLinkColumn } from '#src/ui/instance-columns.tsx';
import { usePartStyles } from '#src/ui/styles.ts';

const words = diskPages.ownDisks;

const linkOf = ({ id, friendlyName }: DiskBackupInstance) => ({
  address: instanceAddress(id),
  name: friendlyName,
});

const columns: Column<DiskBackupInstance>[] = [
  instanceColumn(words.heads.disk, linkOf),
  {
    head: words.heads.vault,
    cell: (disk) => <VaultLink address={vaultAddress(disk.vaultId)} name={disk.vaultName} />,
  },
  { head: words.heads.points, cell: (disk) => <PointsOf disk={disk} /> },
  restoreLinkColumn(words.heads.restore, linkOf, words.restore),
];

/** The other way to the data of a machine: those of its disks that are protected by themselves. */
export function OwnDisks({ source }: { readonly source: SourceVm }) {
  const styles = usePartStyles();
  const ids = (source.machine?.disks ?? []).flatMap(({ managedDiskId }) => managedDiskId ?? []);
  const { data, error } = useQuery(protectedDisksQuery(ids));
  if (data === undefined ? error === null : data.length === 0) return null;
  return (
    <Section title={words.title}>
      <div className={styles.inset}>
        {data === undefined ? (
          words.notRead
        ) : (
          <DataTable label={words.title} columns={columns} rows={data} rowKey={({ id }) => id} />
        )}
      </div>
    </Section>
  );
}

/** How many points a disk has, and the newest of them. */
function PointsOf({ disk }: { readonly disk: DiskBackupInstance }) {
  const { data, error } = useQuery(diskPointsQuery(disk.id));
  if (data === undefined) return error === null ? wizard.reads.loading : common.absence.notRead;
  const times = data.flatMap(({ time }) => time ?? []);
  if (data.length === 0) return words.none;
  const newest = times.length === 0 ? null : times.reduce((a, b) => (a > b ? a : b));
  const at = newest === null ? common.absence.notReported : dateTimeText(newest);
  return <Name>{words.points(data.length, countText(data.length), at)}</Name>;
}
