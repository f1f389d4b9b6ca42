import { mergeClasses } from '@fluentui/react-components';
import { useFactStyles } from '#src/ui/instance/fact-styles.ts';
import { usePartStyles } from '#src/ui/instance/part-styles.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import type { Disk, MachineDisk } from '#src/model/machines.ts';
import type { Source } from '#src/datasources/azure-vm/instance/use-source.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { Name } from '#src/ui/Name.tsx';
import { SectionHeading } from '#src/ui/SectionHeading.tsx';

const words = instance.disk;

/** The disks of the source machine with their size, kind and key; nothing where it is gone. */
export function DiskLines({ source }: { readonly source: Source }) {
  const styles = usePartStyles();
  const facts = useFactStyles();
  const own = source.machine?.disks ?? [];
  if (own.length === 0) return null;
  const read = source.disks.flatMap((disk) => disk ?? []);
  return (
    <>
      <SectionHeading level={3}>{instance.facts.disks}</SectionHeading>
      <ul className={mergeClasses(styles.list, facts.list)}>
        {own.map((disk) => (
          <li key={`${String(disk.lun)} ${disk.name}`}>
            <div>
              <Name isName>{disk.name}</Name>
            </div>
            <div className={styles.second}>
              {[
                placeOf(disk),
                sizeOf(disk),
                disk.sku ?? kindUnknown(disk),
                keyOf(disk, read),
                ...marksOf(disk, read),
              ].join(', ')}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function placeOf({ lun }: MachineDisk): string {
  if (lun === null) return common.notReported;
  return lun < 0 ? words.os : words.lun(lun);
}

function sizeOf({ sizeGiB }: MachineDisk): string {
  return sizeGiB === null ? words.sizeUnknown : words.size(sizeGiB);
}

/** An unmanaged disk is a blob: its kind is that of its account. */
function kindUnknown({ managedDiskId }: MachineDisk): string {
  return managedDiskId === null ? words.unmanaged : words.kindUnknown;
}

const readOf = ({ managedDiskId }: MachineDisk, read: readonly Disk[]): Disk | undefined =>
  managedDiskId === null ? undefined : read.find(({ id }) => sameId(id, managedDiskId));

/** What decides how a disk is restored: that the guest encrypts it, or that other machines use it, too. */
function marksOf(disk: MachineDisk, read: readonly Disk[]): string[] {
  const { usesDiskEncryption = false, isShared = false } = readOf(disk, read) ?? {};
  return [...(usesDiskEncryption ? [words.encrypted] : []), ...(isShared ? [words.shared] : [])];
}

/** Whose key a disk is under: as the disk says, which alone knows of two keys. */
function keyOf(disk: MachineDisk, read: readonly Disk[]): string {
  const { managedDiskId, encryptionSetId } = disk;
  if (managedDiskId === null) return words.keyUnknown;
  const encryption = readOf(disk, read)?.encryption?.toLowerCase();
  const set = encryptionSetId === null ? words.setUnknown : nameOf(encryptionSetId);
  if (encryption === 'encryptionatrestwithplatformandcustomerkeys') return words.bothKeys(set);
  if (encryption === 'encryptionatrestwithcustomerkey' || encryptionSetId !== null)
    return words.customerKey(set);
  return encryption === 'encryptionatrestwithplatformkey' ? words.platformKey : words.keyNotRead;
}
