import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import { foundDiskQuery } from '#src/api/compute/disks.ts';
import { problemOf } from '#src/api/queries/query.ts';
import { useRegionNames } from '#src/api/resources/places.ts';
import { ProtectionCell } from '#src/datasources/azure-disk/lists/deleted.tsx';
import type { DiskBackupInstance } from '#src/model/backup-vaults.ts';
import type { Disk } from '#src/model/machines.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/disk-pages.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { FactGrid } from '#src/ui/instance/FactGrid.tsx';
import { FactsPanel } from '#src/ui/instance/FactsPanel.tsx';
import { VaultLink } from '#src/ui/instance/VaultLink.tsx';

const words = diskPages.instance.facts;
type Fact = readonly [term: string, value: ReactNode];

/** What is known of the disk that is protected, as it is now. */
interface DiskNow {
  /** Null: it is gone. Undefined: not read. */
  readonly disk: Disk | null | undefined;
  /** Why it is not read. */
  readonly unread: 'loading' | 'forbidden' | 'failed';
}

/** Reads the disk of a backup instance; nothing while its id is not known. */
export function useDisk(id: ResourceId | undefined): DiskNow {
  const { data, error } = useQuery({
    ...foundDiskQuery(id ?? resourceId('')),
    enabled: id !== undefined,
  });
  if (error === null) return { disk: data, unread: 'loading' };
  return { disk: data, unread: problemOf(error).kind === 'forbidden' ? 'forbidden' : 'failed' };
}

export interface DiskFactsProps {
  readonly item: DiskBackupInstance;
  readonly disk: DiskNow;
}

/** What is protected, by what, and the disk as it is now. */
export function DiskFacts({ item, disk }: DiskFactsProps) {
  const regions = useRegionNames();
  const { region, snapshotGroupId } = item;
  return (
    <FactsPanel>
      <FactGrid
        facts={[
          [
            instance.facts.vault,
            <VaultLink key="vault" address={vaultAddress(item.vaultId)} name={item.vaultName} />,
          ],
          [instance.facts.policy, item.policyName ?? common.notReported],
          [instance.facts.state, <ProtectionCell key="state" disk={item} />],
          [
            words.snapshots,
            snapshotGroupId === null ? common.notReported : nameOf(snapshotGroupId),
          ],
          [
            instance.facts.region,
            region === null ? common.notReported : (regions[region.toLowerCase()] ?? region),
          ],
          ...diskFacts(disk),
        ]}
      />
    </FactsPanel>
  );
}

/** What the disk is now; one that is gone or not read says so. */
function diskFacts({ disk, unread }: DiskNow): readonly Fact[] {
  if (disk === undefined) return [[words.disk, wizard.reads[unread]]];
  if (disk === null) {
    return [
      [
        words.disk,
        <span key="deleted">
          <Status tone="warning">{words.deleted}</Status>
          <div>{words.deletedMeans}</div>
        </span>,
      ],
    ];
  }
  const { sizeGiB, osType, machineId } = disk;
  return [
    [
      words.disk,
      <Status key="exists" tone="done">
        {words.exists}
      </Status>,
    ],
    [words.size, sizeGiB === null ? common.notReported : instance.disk.size(sizeGiB)],
    [words.holds, osType === null ? words.data : words.system(osType)],
    [words.encryption, encryptionText(disk)],
    [words.machine, machineId === null ? words.unattached : nameOf(machineId)],
  ];
}

const KINDS: Readonly<Record<string, string>> = diskPages.instance.encryption;

/** Whose keys the disk is under; an unknown kind is shown as Azure has it. */
function encryptionText({ encryption, encryptionSetId }: Disk): string {
  if (encryption === null) return common.notReported;
  const kind = KINDS[encryption.toLowerCase()] ?? encryption;
  return encryptionSetId === null
    ? kind
    : diskPages.instance.withSet(kind, nameOf(encryptionSetId));
}
