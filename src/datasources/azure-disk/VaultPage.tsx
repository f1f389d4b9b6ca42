import { diskJobsQuery } from '#src/api/data-protection/jobs.ts';
import { backupVaultQuery } from '#src/api/data-protection/vaults.ts';
import {
  subscriptionNamesQuery,
  subscriptionsQuery,
  useRegionNames,
} from '#src/api/resources/places.ts';
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { instanceAddress, jobAddress } from '#src/api/arm/address.ts';
import { diskInstancePages } from '#src/api/queries/disk-instances.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { problemOf, readAt, prefetch } from '#src/api/queries/query.ts';
import { useTogether } from '#src/api/queries/together.tsx';
import { heldBack, ProtectionCell } from '#src/datasources/azure-disk/deleted.tsx';
import type { VaultPageOf } from '#src/datasources/datasource.ts';
import { now } from '#src/lib/clock.ts';
import { countText, durationText } from '#src/lib/format.ts';
import {
  type BackupVault,
  type DiskBackupInstance,
  type DiskJob,
  DISKS_BY_NAME,
  EVERY_DISK,
} from '#src/model/backup-vaults.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { diskPages } from '#src/strings/azure-disk.ts';
import { pages } from '#src/strings/pages.ts';
import { vaults } from '#src/strings/vaults.ts';
import { regionNamed } from '#src/strings/regions.ts';
import { CopyText } from '#src/ui/CopyText.tsx';
import { type Column, DataTable } from '#src/ui/DataTable.tsx';
import { JobStatusBadge, Status } from '#src/ui/Status.tsx';
import { KeyFacts } from '#src/ui/KeyFacts.tsx';
import { Moment } from '#src/ui/text.tsx';
import { NameLink, RouterButton, RouterLink } from '#src/ui/links.tsx';
import { VaultColumns, VaultPageFrame, VaultSection } from '#src/ui/VaultPageFrame.tsx';
import { instanceColumn, restoreLinkColumn } from '#src/ui/instance-columns.tsx';
import { InlineRead } from '#src/ui/InlineRead.tsx';

const vaultWords = diskPages.vaults;

/** What a Backup vault is, where it is stored, and its identity. */
function BackupVaultFacts({ vault }: { readonly vault: BackupVault }) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  const regions = useRegionNames();
  const { subscriptionId, region, principalId } = vault;
  return (
    <VaultSection title={vaults.one.facts}>
      <KeyFacts
        facts={[
          [vaultWords.type, vaultWords.types.backup],
          [vaults.one.subscription, names?.[subscriptionId.toLowerCase()] ?? subscriptionId],
          [vaults.one.group, vault.resourceGroup],
          [vaults.one.region, regionNamed(regions, region)],
          [
            vaultWords.heads.identity,
            <Status key="identity" tone={principalId === null ? 'warning' : 'done'}>
              {principalId === null
                ? vaultWords.one.noIdentity
                : vaultWords.one.identityOf(principalId)}
            </Status>,
          ],
        ]}
      />
      <CopyText label={vaults.one.vaultId} text={vault.id} />
    </VaultSection>
  );
}

const words = diskPages.vaults.one;

/** More are in the list of backup instances. */
const MOST_DISKS = 20;

const linkOf = ({ id, friendlyName }: DiskBackupInstance) => ({
  address: instanceAddress(id),
  name: friendlyName,
});

const diskColumns: Column<DiskBackupInstance>[] = [
  instanceColumn(words.heads.disk, linkOf),
  { head: words.heads.group, cell: ({ resourceGroup }) => resourceGroup },
  { head: words.heads.state, cell: (disk) => <ProtectionCell disk={disk} /> },
  restoreLinkColumn(words.heads.restore, linkOf, words.restore, heldBack),
];

/** The first disks that a Backup vault protects, by name; the same read however its id is spelled. */
function firstDisksQuery(vaultId: ResourceId) {
  const id = resourceId(vaultId.toLowerCase());
  return pageQuery(diskInstancePages({ ...EVERY_DISK, vaults: [id] }, DISKS_BY_NAME), 0);
}

/** What a Backup vault protects. */
function VaultDisks({ vaultId }: { readonly vaultId: ResourceId }) {
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
                columns={diskColumns}
                rows={rows.slice(0, MOST_DISKS)}
                rowKey={({ id }) => id}
              />
              {total > MOST_DISKS && (
                <span>
                  {words.shown(countText(MOST_DISKS), countText(total))}{' '}
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

const WEEK_MS = 7 * 86_400_000;
/** More are behind `View all`. */
const MOST_JOBS = 10;

const jobColumns: Column<DiskJob>[] = [
  {
    head: words.jobHeads.status,
    cell: ({ status, statusWord }) => <JobStatusBadge status={status} word={statusWord} />,
  },
  {
    head: words.jobHeads.job,
    cell: ({ id, operation, itemName }) => (
      <NameLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
        {pages.jobs.jobOf(operation || common.job, itemName || common.absence.notReported)}
      </NameLink>
    ),
  },
  {
    head: words.jobHeads.started,
    isNumber: true,
    cell: ({ startedAt }) => <Moment at={startedAt} />,
  },
  {
    head: words.jobHeads.duration,
    isNumber: true,
    cell: ({ durationMs }) =>
      durationMs === null ? common.absence.notReported : durationText(durationMs),
  },
];

/** What was done with the disks of a Backup vault in the last days, from the vault's own list. */
function VaultJobs({ vaultId }: { readonly vaultId: ResourceId }) {
  const jobs = useQuery(diskJobsQuery(vaultId));
  return (
    <VaultSection title={words.jobs}>
      <InlineRead query={jobs} problemOf={problemOf} what={words.jobsWhat}>
        {(all) => {
          const recent = all.filter(({ startedAt }) => (startedAt ?? 0) > now() - WEEK_MS);
          return recent.length === 0 ? (
            words.jobsNone
          ) : (
            <DataTable
              label={words.jobs}
              columns={jobColumns}
              rows={recent.slice(0, MOST_JOBS)}
              rowKey={({ id }) => id}
            />
          );
        }}
      </InlineRead>
      <RouterLink to="/jobs" search={{ datasource: 'disk', vault: vaultId, range: '7d' }}>
        {words.allJobs}
      </RouterLink>
    </VaultSection>
  );
}

/** A Backup vault whose address is one. */
function KnownBackupVault({ id }: { readonly id: ResourceId }) {
  const queries = useQueryClient();
  const vault = useQuery(backupVaultQuery(id));
  const isTogether = useTogether();
  const ofVault = { datasource: 'disk', vault: id } as const;
  return (
    <VaultPageFrame
      name={vault.data?.name ?? nameOf(id)}
      kind={diskPages.vaults.types.backup}
      type="backup"
      readAt={readAt(backupVaultQuery(id).queryKey)}
      onRefresh={() => void queries.invalidateQueries({ refetchType: 'active' })}
      command={
        <RouterButton
          appearance="subtle"
          icon={<ArrowUndo20Regular />}
          to="/restore/new"
          preload={false}
        >
          {common.restore}
        </RouterButton>
      }
      instances={ofVault}
      jobs={{ ...ofVault, range: '7d' }}
      query={vault}
      isHeld={!isTogether}
      problemOf={problemOf}
    >
      {(data) => (
        <VaultColumns
          left={<BackupVaultFacts vault={data} />}
          right={
            <>
              <VaultDisks vaultId={data.id} />
              <VaultJobs vaultId={data.id} />
            </>
          }
        />
      )}
    </VaultPageFrame>
  );
}

/** The page of a Backup vault. */
export const backupVaultPage: VaultPageOf = {
  warm: (queries, id) => {
    prefetch(queries, subscriptionsQuery());
    prefetch(queries, backupVaultQuery(id));
    prefetch(queries, diskJobsQuery(id));
    prefetch(queries, firstDisksQuery(id));
  },
  Page: KnownBackupVault,
};
