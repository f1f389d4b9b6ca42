import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import {
  pointTotals,
  type SourceVm,
  stateText,
} from '#src/datasources/azure-vm/instance/source.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import { listText } from '#src/lib/wording.ts';
import type { BackupStatus, ProtectedItemDetails } from '#src/model/instances.ts';
import { type Disk, type MachineDisk, tagsIn, tagText } from '#src/model/machines.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { nameOf, sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { wizard } from '#src/strings/wizard.ts';
import { regionText } from '#src/strings/regions.ts';
import { HealthStatus, SoftDeletedStatus, Status, type Tone } from '#src/ui/Status.tsx';
import { Moment, Name } from '#src/ui/text.tsx';
import { SectionHeading } from '#src/ui/page.tsx';
import { FactGrid, FactsPanel, useFactStyles, VaultLink } from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';

const diskWords = instance.disk;

/** The disks of the source machine with their size, kind and key; nothing where it is gone. */
function DiskLines({ source }: { readonly source: SourceVm }) {
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
  if (lun === null) return common.absence.notReported;
  return lun < 0 ? diskWords.os : diskWords.lun(lun);
}

function sizeOf({ sizeGiB }: MachineDisk): string {
  return sizeGiB === null ? diskWords.sizeUnknown : diskWords.size(sizeGiB);
}

/** An unmanaged disk is a blob: its kind is that of its account. */
function kindUnknown({ managedDiskId }: MachineDisk): string {
  return managedDiskId === null ? diskWords.unmanaged : diskWords.kindUnknown;
}

const readOf = ({ managedDiskId }: MachineDisk, read: readonly Disk[]): Disk | undefined =>
  managedDiskId === null ? undefined : read.find(({ id }) => sameId(id, managedDiskId));

/** What decides how a disk is restored: that the guest encrypts it, or that other machines use it, too. */
function marksOf(disk: MachineDisk, read: readonly Disk[]): string[] {
  const { usesDiskEncryption = false, isShared = false } = readOf(disk, read) ?? {};
  return [
    ...(usesDiskEncryption ? [diskWords.encrypted] : []),
    ...(isShared ? [diskWords.shared] : []),
  ];
}

/** Whose key a disk is under: as the disk says, which alone knows of two keys. */
function keyOf(disk: MachineDisk, read: readonly Disk[]): string {
  const { managedDiskId, encryptionSetId } = disk;
  if (managedDiskId === null) return diskWords.keyUnknown;
  const encryption = readOf(disk, read)?.encryption?.toLowerCase();
  const set = encryptionSetId === null ? diskWords.setUnknown : nameOf(encryptionSetId);
  if (encryption === 'encryptionatrestwithplatformandcustomerkeys') return diskWords.bothKeys(set);
  if (encryption === 'encryptionatrestwithcustomerkey' || encryptionSetId !== null)
    return diskWords.customerKey(set);
  return encryption === 'encryptionatrestwithplatformkey'
    ? diskWords.platformKey
    : diskWords.keyNotRead;
}

const words = instance.facts;

const TONES: Readonly<Record<BackupStatus, Tone>> = {
  completed: 'done',
  failed: 'failed',
  inProgress: 'running',
  unknown: 'unknown',
};

interface InstanceFactsProps {
  readonly item: ProtectedItemDetails;
  /** Undefined: not read. */
  readonly points: readonly RecoveryPoint[] | undefined;
  readonly source: SourceVm;
}

/** What is protected, how its backups stand, and the machine that they are of. */
export function InstanceFacts({ item, points, source }: InstanceFactsProps) {
  const { count, oldest } = pointTotals(item, points);
  return (
    <FactsPanel>
      <FactGrid
        facts={[
          [
            words.vault,
            <VaultLink key="vault" address={vaultAddress(item.vaultId)} name={item.vaultName} />,
          ],
          [words.policy, item.policyName ?? common.absence.notReported],
          ...(item.deletion === null
            ? ([
                [words.state, stateText(item.protectionState)],
                [words.health, <HealthStatus key="health" health={item.health} deletion={null} />],
              ] as const)
            : ([
                [words.state, <SoftDeletedStatus key="deleted" deletion={item.deletion} />],
              ] as const)),
          [words.lastBackup, <LastBackup key="backup" item={item} />],
          [words.points, typeof count === 'number' ? countText(count) : count],
          [words.oldest, typeof oldest === 'number' ? dateTimeText(oldest) : oldest],
          ...sourceFacts(source),
        ]}
      />
      <DiskLines source={source} />
    </FactsPanel>
  );
}

function LastBackup({ item }: { readonly item: ProtectedItemDetails }) {
  const { lastBackupAt, lastBackupStatus } = item;
  if (lastBackupAt === null && lastBackupStatus === 'unknown') return words.never;
  return (
    <>
      <Status tone={TONES[lastBackupStatus]}>{instance.backupStatus[lastBackupStatus]}</Status>
      <div>
        <Moment at={lastBackupAt} />
      </div>
    </>
  );
}

/** What the source machine is now; one that is gone or not read says so. */
function sourceFacts({
  machine,
  unread,
}: SourceVm): readonly (readonly [term: string, value: ReactNode])[] {
  if (machine === undefined) return [[words.source, wizard.reads[unread]]];
  if (machine === null) {
    return [
      [
        words.source,
        <span key="deleted">
          <Status tone="warning">{words.deleted}</Status>
          <div>{words.deletedMeans}</div>
        </span>,
      ],
    ];
  }
  // That it exists stands below the title.
  return [
    [words.size, machine.size ?? common.absence.notReported],
    [words.os, machine.osType ?? common.absence.notReported],
    [words.region, regionText(machine.region)],
    [words.zone, machine.zone === null ? words.noZone : words.zoneOf(machine.zone)],
    [words.tags, listText(tagsIn(machine.tags).map(tagText)) || words.noTags],
  ];
}
