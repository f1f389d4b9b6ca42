import { useQuery } from '@tanstack/react-query';
import { instanceAddress } from '#src/api/arm/address.ts';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf } from '#src/api/queries/problem.ts';
import { countText } from '#src/lib/format.ts';
import { type DiskBackupInstance, DISKS_BY_NAME, EVERY_DISK } from '#src/model/backup-vaults.ts';
import { type ResourceId, resourceId } from '#src/model/resource-id.ts';
import { InlineRead } from '#src/ui/states/InlineRead.tsx';
import { VaultSection } from '#src/ui/VaultSection.tsx';
import { heldBack, ProtectionCell } from '#src/datasources/azure-disk/lists/deleted.tsx';
import { diskPages } from '#src/strings/disk-pages.ts';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { instanceColumn, restoreColumn } from '#src/ui/instance/link-columns.tsx';
import { RouterLink } from '#src/ui/RouterLink.tsx';

const words = diskPages.vaults.one;

/** More are in the list of backup instances. */
const MOST = 20;

const linkOf = ({ id, friendlyName }: DiskBackupInstance) => ({
  address: instanceAddress(id),
  name: friendlyName,
});

const columns: Column<DiskBackupInstance>[] = [
  instanceColumn(words.heads.disk, linkOf),
  { head: words.heads.group, cell: ({ resourceGroup }) => resourceGroup },
  { head: words.heads.state, cell: (disk) => <ProtectionCell disk={disk} /> },
  restoreColumn(words.heads.restore, linkOf, words.restore, heldBack),
];

/** The first disks that a Backup vault protects, by name; the same read however its id is spelled. */
export function firstDisksQuery(vaultId: ResourceId) {
  const vaults = [resourceId(vaultId.toLowerCase())];
  return pageQuery(diskInstancePages({ ...EVERY_DISK, vaults }, DISKS_BY_NAME), 0);
}

/** What a Backup vault protects. */
export function VaultDisks({ vaultId }: { readonly vaultId: ResourceId }) {
  const disks = useQuery(firstDisksQuery(vaultId));
  return (
    <VaultSection title={words.disks}>
      <InlineRead query={disks} problemOf={problemOf} what={words.disksWhat}>
        {({ rows, total }) =>
          total === 0 ? (
            words.disksNone
          ) : (
            <>
              <DataTable
                label={words.disks}
                columns={columns}
                rows={rows.slice(0, MOST)}
                rowKey={({ id }) => id}
              />
              {total > MOST && (
                <span>
                  {words.shown(countText(MOST), countText(total))}{' '}
                  <RouterLink to="/instances" search={{ datasource: 'disk', vault: vaultId }}>
                    {words.allDisks}
                  </RouterLink>
                </span>
              )}
            </>
          )
        }
      </InlineRead>
    </VaultSection>
  );
}
