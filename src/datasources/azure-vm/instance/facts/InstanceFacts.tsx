import { listText } from '#src/lib/wording.ts';
import type { ReactNode } from 'react';
import { vaultAddress } from '#src/api/arm/address.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import type { BackupStatus, ProtectedItemDetails } from '#src/model/instances.ts';
import type { RecoveryPoint } from '#src/model/points.ts';
import { tagsIn, tagText } from '#src/model/machines.ts';
import { FactGrid } from '#src/ui/instance/FactGrid.tsx';
import { FactsPanel } from '#src/ui/instance/FactsPanel.tsx';
import { VaultLink } from '#src/ui/instance/VaultLink.tsx';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { HealthStatus } from '#src/ui/HealthStatus.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { wizard } from '#src/strings/wizard.ts';
import { DiskLines } from '#src/datasources/azure-vm/instance/facts/DiskLines.tsx';
import { pointTotals, stateText } from '#src/datasources/azure-vm/instance/facts/point-totals.ts';
import type { Source } from '#src/datasources/azure-vm/instance/use-source.ts';
import { SoftDeletedStatus } from '#src/ui/SoftDeletedStatus.tsx';
import { Moment } from '#src/ui/Moment.tsx';

const words = instance.facts;

const TONES: Readonly<Record<BackupStatus, Tone>> = {
  completed: 'done',
  failed: 'failed',
  inProgress: 'running',
  unknown: 'unknown',
};

export interface InstanceFactsProps {
  readonly item: ProtectedItemDetails;
  /** Undefined: not read. */
  readonly points: readonly RecoveryPoint[] | undefined;
  readonly source: Source;
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
          [words.policy, item.policyName ?? common.notReported],
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
}: Source): readonly (readonly [term: string, value: ReactNode])[] {
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
  return [
    [
      words.source,
      <Status key="exists" tone="done">
        {words.exists}
      </Status>,
    ],
    [words.size, machine.size ?? common.notReported],
    [words.os, machine.osType ?? common.notReported],
    [words.region, machine.region],
    [words.zone, machine.zone === null ? words.noZone : words.zoneOf(machine.zone)],
    [words.tags, listText(tagsIn(machine.tags).map(tagText)) || words.noTags],
  ];
}
