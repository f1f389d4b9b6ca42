import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { jobAddress } from '#src/api/arm/address.ts';
import { jobOf, vmOf } from '#src/api/commvault/home.ts';
import type { CommvaultPoint } from '#src/api/commvault/jobs.ts';
import {
  commvaultPointsQuery,
  type CommvaultVmDetails,
  commvaultVmPages,
  commvaultVmQuery,
} from '#src/api/commvault/vms.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { oldestReadAt, prefetch, problemOf } from '#src/api/queries/query.ts';
import { ConnectionNote, useConnected } from '#src/datasources/commvault-vm/connection.tsx';
import { VmStatus } from '#src/datasources/commvault-vm/vm-search.tsx';
import type { InstancePageOf, InstancePageProps } from '#src/datasources/datasource.ts';
import { gib } from '#src/lib/bytes.ts';
import { countText, dateTimeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { commvaultInstance, commvaultLists } from '#src/strings/commvault.ts';
import { commvaultName } from '#src/strings/datasources.ts';
import { instance } from '#src/strings/instance.ts';
import { Notice } from '#src/ui/Notice.tsx';
import { Status } from '#src/ui/Status.tsx';
import { GridLoading } from '#src/ui/grid/Grid.tsx';
import { type GridColumn, MOMENT_PX, useRowTabIndex } from '#src/ui/grid/columns.ts';
import { useNow } from '#src/ui/hooks.ts';
import { TimedPoints } from '#src/ui/points/PointTimeline.tsx';
import { pointLossColumn, pointRestoreColumn, pointTimeColumn } from '#src/ui/instance-columns.tsx';
import {
  FactGrid,
  FactsPanel,
  InstanceCommands,
  InstanceLayout,
  Opened,
  POINTS_ID,
  Section,
} from '#src/ui/instance.tsx';
import { usePartStyles } from '#src/ui/styles.ts';
import { NameLink, RouterLink } from '#src/ui/links.tsx';
import { instanceCrumbs, InstancesButton, PageHeader } from '#src/ui/page.tsx';
import { EmptyState, Loaded } from '#src/ui/states.tsx';
import { Labeled, Name, TwoLines } from '#src/ui/text.tsx';

interface SourceStateProps {
  readonly host: string;
  readonly guid: string;
}

/** Whether the VM is still in Azure, which its CommServe reports in lists alone. */
function SourceState({ host, guid }: SourceStateProps): ReactNode {
  const { data } = useQuery(pageQuery(commvaultVmPages(host, { guid }), 0));
  const row = data?.rows.find((one) => one.guid === guid);
  if (row === undefined) return common.absence.notRead;
  if (!row.isDeleted) return <Status tone="done">{instance.facts.exists}</Status>;
  return (
    <>
      <Status tone="warning">{commvaultLists.vms.deleted}</Status>
      <div>{commvaultInstance.facts.deletedMeans}</div>
    </>
  );
}

const factWords = commvaultInstance.facts;
const { heads } = commvaultLists.vms;

interface VmFactsProps {
  readonly vm: CommvaultVmDetails;
  /** Undefined: not read. */
  readonly points: readonly CommvaultPoint[] | undefined;
}

/** What is protected, and what a CommServe reports of it. */
function VmFacts({ vm, points }: VmFactsProps) {
  const { host = '' } = vmOf(vm.id) ?? {};
  const timeOf = (at: Instant | null) =>
    at === null ? common.absence.notReported : dateTimeText(at);
  return (
    <FactsPanel>
      <FactGrid
        facts={[
          [heads.status, <VmStatus key="status" status={vm.status} />],
          [factWords.host, host],
          [heads.hypervisor, vm.hypervisor?.name ?? common.absence.notReported],
          [heads.group, vm.group?.name ?? common.absence.notReported],
          [heads.plan, vm.planName ?? common.absence.notReported],
          [heads.lastBackup, timeOf(vm.lastBackupAt)],
          [factWords.lastJob, <LastJob key="job" id={vm.lastJobId} />],
          [
            instance.facts.points,
            points === undefined ? common.absence.notRead : countText(points.length),
          ],
          [instance.facts.oldest, timeOf(vm.oldestPointAt)],
          [factWords.restore, either(vm.isRestoreEnabled, factWords.enabled, factWords.disabled)],
          [factWords.passkey, either(vm.needsPasskey, factWords.required, factWords.notRequired)],
          [factWords.size, vm.sizeBytes === null ? common.absence.notReported : gib(vm.sizeBytes)],
          [instance.facts.os, vm.os ?? common.absence.notReported],
          [factWords.guid, vm.guid],
          [instance.facts.source, <SourceState key="source" host={host} guid={vm.guid} />],
        ]}
      />
    </FactsPanel>
  );
}

const either = (is: boolean | null, yes: string, no: string): string =>
  is === null ? common.absence.notReported : is ? yes : no;

function LastJob({ id }: { readonly id: ResourceId | null }): ReactNode {
  const job = jobOf(id ?? '');
  if (id === null || job === null) return common.absence.notReported;
  return (
    <RouterLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }}>
      {job.name}
    </RouterLink>
  );
}

interface VmHeaderProps {
  readonly id: ResourceId;
  /** Undefined: not read. */
  readonly vm: CommvaultVmDetails | undefined;
  readonly isReading: boolean;
}

/** Where one is: the VM, and the CommServe that protects it. */
function VmHeader({ id, vm, isReading }: VmHeaderProps) {
  const place = vmOf(id);
  const name = vm?.name ?? place?.name ?? id;
  const notRead = isReading ? common.reading(commvaultInstance.what) : common.absence.notRead;
  const about = [commvaultName, place?.host ?? '', vm?.group?.name ?? ''].filter(Boolean);
  return (
    <>
      {vm && <Opened id={id} name={name} place={about} />}
      <PageHeader
        title={name}
        crumbs={instanceCrumbs(<Name isName>{name}</Name>, 'commvault')}
        subtitle={vm === undefined ? notRead : about.map(textInSentence).join(instance.separator)}
      />
    </>
  );
}

const useStyles = makeStyles({ root: { ':not(:empty)': { paddingTop: tokens.spacingVerticalM } } });

interface VmNotesProps {
  /** Null: the address is of no CommServe. */
  readonly host: string | null;
  /** Why the VM can't be restored; null: nothing speaks against it. */
  readonly blocked: string | null;
}

/** That there is no token, and that the VM can't be restored. */
function VmNotes({ host, blocked }: VmNotesProps) {
  const part = usePartStyles();
  const styles = useStyles();
  return (
    <div className={mergeClasses(part.inset, styles.root)}>
      {host !== null && <ConnectionNote host={host} />}
      {blocked !== null && (
        <Notice intent="warning" title={commvaultInstance.blocked.title}>
          {blocked}
        </Notice>
      )}
    </div>
  );
}

const words = commvaultInstance;

/** A VM whose address is one: its states of being read, what is known of it, and its finished backups. */
export function VmPage({ id, address, search, change, also }: InstancePageProps) {
  const queries = useQueryClient();
  const vm = useQuery(commvaultVmQuery(id));
  const points = useQuery(commvaultPointsQuery(id));
  const place = vmOf(id);
  const isConnected = useConnected(place?.host ?? '');
  const failed = vm.error ?? (points.data === undefined ? null : points.error);
  const blocked = vm.data === undefined ? null : blockedText(vm.data);
  return (
    <>
      <VmHeader id={id} vm={vm.data} isReading={vm.isFetching} />
      <InstanceCommands
        search={{ instance: address }}
        isBlocked={blocked !== null}
        readAt={oldestReadAt([commvaultVmQuery(id).queryKey, commvaultPointsQuery(id).queryKey])}
        onRefresh={() => void queries.refetchQueries({ type: 'active' })}
      />
      <VmNotes host={place?.host ?? null} blocked={blocked} />
      {also}
      {(isConnected || vm.data !== undefined || place === null) && (
        <Loaded
          query={vm}
          problemOf={problemOf}
          what={words.what}
          isOfAddress
          wayOn={<InstancesButton />}
        >
          {(known) => (
            <InstanceLayout
              facts={<VmFacts vm={known} points={points.data} />}
              stale={failed === null ? null : problemOf(failed).message}
            >
              <VmPoints
                query={points}
                {...{ address, search, change }}
                isBlocked={blocked !== null}
              />
            </InstanceLayout>
          )}
        </Loaded>
      )}
    </>
  );
}

/** Why a VM can't be restored, by what its CommServe reports of it; null: nothing speaks against it. */
function blockedText({ isRestoreEnabled, needsPasskey }: CommvaultVmDetails): string | null {
  if (isRestoreEnabled === false) return words.blocked.disabled;
  return needsPasskey === true ? words.blocked.passkey : null;
}

/** The page of a VM that Commvault protects. */
export const commvaultInstancePage: InstancePageOf = {
  warm: (queries, id) => {
    prefetch(queries, commvaultVmQuery(id));
    prefetch(queries, commvaultPointsQuery(id));
  },
  Page: VmPage,
};

const { heads: pointHeads } = commvaultInstance.points;

/** A restore point as lists name it. */
interface NamedPoint extends CommvaultPoint {
  readonly name: string;
}

interface PointColumnsContext {
  /** What is listed. */
  readonly points: readonly NamedPoint[];
  readonly now: Instant;
  /** The VM's address, for the way to the wizard; null: it can't be restored. */
  readonly address: string | null;
}

/** The columns of the restore points of a VM. */
function pointColumns({ points, now, address }: PointColumnsContext): GridColumn<NamedPoint>[] {
  return [
    pointTimeColumn(instance.points.heads.time, { least: MOMENT_PX }),
    {
      head: pointHeads.job,
      width: { least: 148, share: 1.4 },
      place: 'line',
      cell: ({ id, statusWord, level }) => (
        <TwoLines
          first={
            <>
              <JobLink id={id} />
              {['', statusWord, level ?? '']
                .filter((word, at) => at === 0 || word !== '')
                .join(instance.separator)}
            </>
          }
        />
      ),
    },
    {
      head: pointHeads.consistency,
      width: { least: 104, share: 0.8 },
      leaves: 1,
      place: 'line',
      cell: () => (
        <Labeled label={`${pointHeads.consistency}:`}>{common.absence.notReported}</Labeled>
      ),
    },
    {
      head: pointHeads.size,
      width: { least: 96 },
      leaves: 2,
      isNumber: true,
      place: 'line',
      cell: ({ sizeBytes }) => (sizeBytes === null ? common.absence.notReported : gib(sizeBytes)),
    },
    pointLossColumn(instance.points.heads.lost, points, now),
    ...(address === null
      ? []
      : [
          pointRestoreColumn<NamedPoint>(instance.points.heads.restore, {
            search: { instance: address },
          }),
        ]),
  ];
}

function JobLink({ id }: { readonly id: string }) {
  const tabIndex = useRowTabIndex();
  return (
    <NameLink to="/jobs/$jobId" params={{ jobId: jobAddress(id) }} tabIndex={tabIndex}>
      {jobOf(id)?.name ?? id}
    </NameLink>
  );
}

const pointWords = commvaultInstance.points;

const named = (point: CommvaultPoint): NamedPoint => ({ ...point, name: point.id });

/** "1 h 32 min until now" is looked at again this often. */
const LOST_MS = 60_000;

interface VmPointsProps extends Pick<InstancePageProps, 'address' | 'search' | 'change'> {
  readonly query: UseQueryResult<readonly CommvaultPoint[]>;
  /** The VM can't be restored. */
  readonly isBlocked: boolean;
}

/** As of when the VM can be restored. Enter on a row restores. */
function VmPoints({ query, address, search, change, isBlocked }: VmPointsProps) {
  const navigate = useNavigate();
  const now = useNow(LOST_MS);
  const columnsOf = (points: readonly NamedPoint[]) =>
    pointColumns({ points, now, address: isBlocked ? null : address });
  const restore = ({ id: point }: CommvaultPoint): void => {
    if (!isBlocked) void navigate({ to: '/restore/new', search: { instance: address, point } });
  };
  return (
    <Section id={POINTS_ID} title={instance.points.title}>
      <Loaded
        query={query}
        problemOf={problemOf}
        what={pointWords.what}
        loading={<GridLoading what={pointWords.what} columns={columnsOf([])} isSelectable />}
      >
        {(points) =>
          points.length === 0 ? (
            <EmptyState title={pointWords.none}>{pointWords.noneBody}</EmptyState>
          ) : (
            <TimedPoints
              points={points.map(named)}
              columns={columnsOf(points.map(named))}
              onChange={change}
              onOpen={restore}
              {...{ now, search }}
            />
          )
        }
      </Loaded>
    </Section>
  );
}
