import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DeletedDisk } from '#src/actions/undelete.tsx';
import { instanceAddress, vaultAddress } from '#src/api/arm/address.ts';
import { foundDiskQuery } from '#src/api/compute/disks.ts';
import { diskInstanceQuery, diskPointsQuery } from '#src/api/queries/disk-instances.ts';
import { oldestReadAt, prefetch, problemOf } from '#src/api/queries/query.ts';
import { protectedMachineQuery } from '#src/api/recovery-services/protect.ts';
import { subscriptionNamesQuery, useRegionNames } from '#src/api/resources/places.ts';
import { ProtectionCell } from '#src/datasources/azure-disk/deleted.tsx';
import type { InstancePageOf, InstancePageProps } from '#src/datasources/datasource.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskBackupInstance, DiskRecoveryPoint } from '#src/model/backup-vaults.ts';
import type { Disk } from '#src/model/machines.ts';
import { nameOf, resourceId, type ResourceId } from '#src/model/resource-id.ts';
import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { ruleNamed, ruleSet } from '#src/rules/engine.ts';
import { diskPages, diskStateText } from '#src/strings/azure-disk.ts';
import { common } from '#src/strings/common.ts';
import { instance as instanceWords } from '#src/strings/instance.ts';
import { instances, softDelete } from '#src/strings/instances.ts';
import { regionNamed } from '#src/strings/regions.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { wizard } from '#src/strings/wizard.ts';
import { Status } from '#src/ui/Status.tsx';
import { GridLoading } from '#src/ui/grid/Grid.tsx';
import { type GridColumn, MOMENT_PX } from '#src/ui/grid/columns.ts';
import { useNow } from '#src/ui/hooks.ts';
import { ExpiryTime } from '#src/ui/points/ExpiryTime.tsx';
import { TimedPoints } from '#src/ui/points/PointTimeline.tsx';
import { pointLossColumn, pointRestoreColumn, pointTimeColumn } from '#src/ui/instance-columns.tsx';
import {
  FactGrid,
  FactsPanel,
  InstanceCommands,
  InstanceHeader,
  InstanceLayout,
  Opened,
  POINTS_ID,
  Section,
  VaultLink,
} from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { RouterButton, RouterLink } from '#src/ui/links.tsx';
import { InstancesButton } from '#src/ui/page.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { TwoLines } from '#src/ui/text.tsx';

/** What tells a disk from others of its name. */
function useAbout(item: DiskBackupInstance | undefined) {
  const { data: names } = useQuery(subscriptionNamesQuery());
  if (item === undefined) return undefined;
  const { resourceGroup, vaultId, vaultName, subscriptionId } = item;
  return {
    before: [instances.datasources.disk, resourceGroup],
    vault: { address: vaultAddress(vaultId), name: vaultName },
    after: [names?.[subscriptionId.toLowerCase()] ?? subscriptionId],
  };
}

const factWords = diskPages.instance.facts;

type Fact = readonly [term: string, value: ReactNode];

/** What is known of the disk that is protected, as it is now. */
interface DiskNow {
  /** Null: it is gone. Undefined: not read. */
  readonly disk: Disk | null | undefined;
  /** Why it is not read. */
  readonly unread: 'loading' | 'forbidden' | 'failed';
}

/** Reads the disk of a backup instance; nothing while its id is not known. */
function useDisk(id: ResourceId | undefined): DiskNow {
  const { data, error } = useQuery({
    ...foundDiskQuery(id ?? resourceId('')),
    enabled: id !== undefined,
  });
  if (error === null) return { disk: data, unread: 'loading' };
  return { disk: data, unread: problemOf(error).kind === 'forbidden' ? 'forbidden' : 'failed' };
}

/** What is protected, by what, and the disk as it is now. */
function DiskFacts({ item, disk }: { readonly item: DiskBackupInstance; readonly disk: DiskNow }) {
  const regions = useRegionNames();
  const { region, snapshotGroupId } = item;
  return (
    <FactsPanel>
      <FactGrid
        facts={[
          [
            instanceWords.facts.vault,
            <VaultLink key="vault" address={vaultAddress(item.vaultId)} name={item.vaultName} />,
          ],
          [instanceWords.facts.policy, item.policyName ?? common.absence.notReported],
          [instanceWords.facts.state, <ProtectionCell key="state" disk={item} />],
          [
            factWords.snapshots,
            snapshotGroupId === null ? common.absence.notReported : nameOf(snapshotGroupId),
          ],
          [
            instanceWords.facts.region,
            region === null ? common.absence.notReported : regionNamed(regions, region),
          ],
          ...diskFacts(disk),
        ]}
      />
    </FactsPanel>
  );
}

/** What the disk is now; one that is gone or not read says so. */
function diskFacts({ disk, unread }: DiskNow): readonly Fact[] {
  if (disk === undefined) return [[factWords.disk, wizard.reads[unread]]];
  if (disk === null) {
    return [
      [
        factWords.disk,
        <span key="deleted">
          <Status tone="warning">{factWords.deleted}</Status>
          <div>{factWords.deletedMeans}</div>
        </span>,
      ],
    ];
  }
  const { sizeGiB, osType, machineId } = disk;
  return [
    [
      factWords.disk,
      <Status key="exists" tone="done">
        {factWords.exists}
      </Status>,
    ],
    [
      factWords.size,
      sizeGiB === null ? common.absence.notReported : instanceWords.disk.size(sizeGiB),
    ],
    [factWords.holds, osType === null ? factWords.data : factWords.system(osType)],
    [factWords.encryption, encryptionText(disk)],
    [factWords.machine, machineId === null ? factWords.unattached : nameOf(machineId)],
  ];
}

const KINDS: Readonly<Record<string, string>> = diskPages.instance.encryption;

/** Whose keys the disk is under; an unknown kind is shown as Azure has it. */
function encryptionText({ encryption, encryptionSetId }: Disk): string {
  if (encryption === null) return common.absence.notReported;
  const kind = KINDS[encryption.toLowerCase()] ?? encryption;
  return encryptionSetId === null
    ? kind
    : diskPages.instance.withSet(kind, nameOf(encryptionSetId));
}

const machineWords = diskPages.instance.machine;

const RULE = 'datasource.disk.also-via-vm';

/** The other source of a disk's data: the backup of the VM that the disk is attached to. */
function HoldingMachine({ machineId }: { readonly machineId: ResourceId }) {
  const styles = usePartStyles();
  const query = useQuery(protectedMachineQuery(machineId));
  const name = nameOf(machineId);
  return (
    <Section title={machineWords.title}>
      <Loaded query={query} problemOf={problemOf} what={machineWords.what} rows={1}>
        {(item) => (
          <div className={styles.inset}>
            {item === null ? (
              machineWords.notProtected(name)
            ) : (
              <>
                <p>
                  {sayOf(ruleNamed(ruleSet(datasourceRules), RULE))}{' '}
                  <RouterLink to="/rules" search={{ rule: RULE }}>
                    {machineWords.constraint}
                  </RouterLink>
                </p>
                <RouterButton
                  to="/instances/$instanceId"
                  params={{ instanceId: instanceAddress(item.id) }}
                  hash={POINTS_ID}
                >
                  {machineWords.pointsOf(name)}
                </RouterButton>
              </>
            )}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

/** A protected disk whose address is one: its states of being read, and what is known of it. */
function KnownDisk({ id, address, search, change, Jobs }: InstancePageProps) {
  const queries = useQueryClient();
  const instance = useQuery(diskInstanceQuery(id));
  const points = useQuery(diskPointsQuery(id));
  const disk = useDisk(instance.data?.sourceDiskId);
  const about = useAbout(instance.data);
  const machineId = disk.disk?.machineId ?? null;
  const name = instance.data?.friendlyName ?? nameOf(id);
  const failed = instance.error ?? (points.data === undefined ? null : points.error);
  return (
    <>
      <InstanceHeader name={name} datasource="disk" about={about} isReading={instance.isFetching} />
      <InstanceCommands
        search={{ instance: address }}
        held={instance.data?.deletion ? softDelete.held : undefined}
        readAt={oldestReadAt([diskInstanceQuery(id).queryKey, diskPointsQuery(id).queryKey])}
        onRefresh={() => void queries.refetchQueries({ type: 'active' })}
      />
      <Loaded
        query={instance}
        problemOf={problemOf}
        what={instanceWords.what}
        isOfAddress
        wayOn={<InstancesButton />}
      >
        {(item) => (
          <InstanceLayout
            facts={<DiskFacts item={item} disk={disk} />}
            stale={failed === null ? null : problemOf(failed).message}
          >
            <DeletedDisk item={item} />
            <Opened id={id} name={name} place={[item.resourceGroup, item.vaultName]} />
            <DiskPoints item={item} query={points} {...{ address, search, change }} />
            {machineId !== null && <HoldingMachine machineId={machineId} />}
            <Jobs instance={item.id} />
          </InstanceLayout>
        )}
      </Loaded>
    </>
  );
}

/** The page of a protected disk. */
export const diskInstancePage: InstancePageOf = {
  warm: (queries, id) => {
    prefetch(queries, diskInstanceQuery(id));
    prefetch(queries, diskPointsQuery(id));
  },
  Page: KnownDisk,
};

const words = diskPages.instance.points;

/** The columns of the points of a disk. */
function diskPointColumns(
  points: readonly DiskRecoveryPoint[],
  now: Instant,
  address: string,
): GridColumn<DiskRecoveryPoint>[] {
  return [
    pointTimeColumn(words.heads.time, { least: MOMENT_PX }),
    {
      head: words.heads.kind,
      width: { least: 160, share: 1 },
      leaves: 1,
      place: 'line',
      cell: ({ kind, isComplete }) => (
        <TwoLines
          first={[
            kind ?? common.absence.notReported,
            isComplete === false ? words.partial : words.snapshot,
          ].join(instanceWords.separator)}
        />
      ),
    },
    {
      head: words.heads.expires,
      width: { least: 96 },
      leaves: 2,
      place: 'line',
      cell: ({ expiresAt }) => <ExpiryTime expiresAt={expiresAt} now={now} />,
    },
    pointLossColumn(words.heads.lost, points, now),
    pointRestoreColumn(words.heads.restore, { search: { instance: address } }),
  ];
}

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

interface DiskPointsProps extends Pick<InstancePageProps, 'address' | 'search' | 'change'> {
  readonly item: DiskBackupInstance;
  readonly query: UseQueryResult<DiskRecoveryPoint[]>;
}

/** As of when the disk can be restored. Enter on a row restores. */
function DiskPoints({ item, query, address, search, change }: DiskPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  return (
    <Section id={POINTS_ID} title={instanceWords.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={words.what}
        loading={
          <GridLoading
            what={words.what}
            columns={diskPointColumns([], now, address)}
            isSelectable
          />
        }
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={item.deletion === null ? words.none : softDelete.state}>
              {item.deletion === null
                ? words.noneBody(diskStateText(item.protectionState))
                : softDelete.noPoints}
            </EmptyState>
          ) : (
            <TimedPoints
              points={points}
              columns={diskPointColumns(points, now, address)}
              onChange={change}
              onOpen={({ name }) =>
                void navigate({ to: '/restore/new', search: { instance: address, point: name } })
              }
              {...{ now, search }}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
