import { countText, dateTimeText } from '#src/lib/format.ts';
import type {
  BackupStatus,
  ProtectedItemDetails,
  RecoveryPoint,
} from '#src/model/recovery-services.ts';
import { DiskLines } from '#src/pages/instance/facts/DiskLines.tsx';
import { FactGrid } from '#src/pages/instance/facts/FactGrid.tsx';
import { FactsPanel } from '#src/pages/instance/facts/FactsPanel.tsx';
import { pointTotals } from '#src/pages/instance/facts/point-totals.ts';
import { VaultLink } from '#src/pages/instance/VaultLink.tsx';
import { sourceFacts } from '#src/pages/instance/facts/source-facts.tsx';
import { stateText } from '#src/pages/instance/facts/state-text.ts';
import type { Source } from '#src/pages/instance/use-source.ts';
import { common } from '#src/strings/common.ts';
import { instance } from '#src/strings/instance.ts';
import { HealthStatus } from '#src/ui/HealthStatus.tsx';
import { Status, type Tone } from '#src/ui/Status.tsx';

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
          [words.vault, <VaultLink key="vault" item={item} />],
          [words.policy, item.policyName ?? common.notReported],
          [words.state, stateText(item.protectionState)],
          [words.health, <HealthStatus key="health" health={item.health} />],
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
      <div>{lastBackupAt === null ? common.notReported : dateTimeText(lastBackupAt)}</div>
    </>
  );
}
