import * as z from 'zod/mini';
import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { count, flag, moment, PAGE, text, trueTotal } from '#src/api/commvault/answers.ts';
import { commvaultJobId, type CommvaultPlace, commvaultVmId } from '#src/api/commvault/home.ts';
import { listPoints } from '#src/api/commvault/job-lists.ts';
import { commServeSession, placedVm } from '#src/api/commvault/session.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import type { GraphPage, PageStart } from '#src/api/resource-graph/query.ts';
import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Something that a CommServe knows by a number. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** Whether a VM is backed up (commvault.md §2.2). */
export const VM_STATUSES = ['protected', 'notProtected', 'pending', 'backedUpWithErrors'] as const;
export type CommvaultVmStatus = (typeof VM_STATUSES)[number] | 'unknown';

/** A VM that a CommServe knows. Null: not reported. */
export interface CommvaultVm {
  /** As the product knows it: `commvault:{host}/vm/{guid}`. */
  readonly id: ResourceId;
  readonly name: string;
  /** In lower case. Of a VM in Azure it is Azure's `vmId`. */
  readonly guid: string;
  readonly status: CommvaultVmStatus;
  readonly sizeBytes: number | null;
  readonly os: string | null;
  /** It is gone from where it ran. */
  readonly isDeleted: boolean;
  /** What it is backed up with: its VM group. */
  readonly group: Named | null;
  /** One entry for each set of credentials, hence for each subscription. */
  readonly hypervisor: Named | null;
  readonly planName: string | null;
  readonly lastBackupAt: Instant | null;
  readonly lastJobId: ResourceId | null;
  readonly isRestoreEnabled: boolean | null;
}

/** A VM read by itself, with what only that read gives. */
export interface CommvaultVmDetails extends CommvaultVm {
  /** Name of the resource group that it was backed up from. */
  readonly resourceGroup: string | null;
  readonly latestPointAt: Instant | null;
  readonly oldestPointAt: Instant | null;
  /** A restore needs a passkey, which this product doesn't ask for. */
  readonly needsPasskey: boolean | null;
}

/** A disk in the latest backup of a VM. */
export interface CommvaultDisk {
  readonly name: string;
  readonly isOsDisk: boolean;
  /** Storage type, as `Premium_LRS`; null: not reported, as of unmanaged disks (A). */
  readonly type: string | null;
}

/** How a VM group backs up. */
interface CommvaultVmGroup {
  /** By IntelliSnap, not as a stream; null: not reported. */
  readonly isSnapshot: boolean | null;
}

/** A VM as GET of `/VM` lists it (commvault.md §2.2; D, R). */
const vmRowWire = z.object({
  name: text,
  strGUID: text,
  vmStatus: count,
  vmSize: count,
  strOSName: text,
  isDeleted: flag,
  lastSuccessfulBackupTime: moment,
  subclientId: text,
  subclientName: text,
  vmSubClientEntity: maybe(z.object({ subclientId: text })),
  plan: maybe(z.object({ planName: text })),
  pseudoClient: maybe(z.object({ clientId: text, clientName: text })),
  lastBackupJobInfo: maybe(z.object({ jobID: text })),
  isRestoreActivityEnabled: flag,
});
type VmRowWire = z.infer<typeof vmRowWire>;

const vmPageWire = z.object({
  totalRecords: count,
  vmStatusInfoList: maybe(z.array(vmRowWire)),
});

const named = maybe(z.object({ id: text, name: text }));

/** GET of `/V4/VirtualMachines/{UUID}` (S). */
const vmDetailsWire = z.object({
  vmDetails: z.object({
    summary: z.object({
      name: text,
      UUID: text,
      hypervisor: named,
      vmGroup: named,
      os: text,
      /** Of a VM of Azure its resource group (A; a client lists it so, R). */
      host: text,
      vmSize: count,
      status: text,
      lastBackup: maybe(z.object({ jobId: text, lastSuccessfulBackupTime: moment })),
      plan: named,
      latestRecoveryPoint: moment,
      oldestRecoveryPoint: moment,
    }),
    passkey: maybe(z.object({ passKeyRequiredForRestore: flag })),
    activityControl: maybe(z.array(z.object({ activityType: text, enableActivityType: flag }))),
  }),
});
type VmDetailsWire = z.infer<typeof vmDetailsWire>;

/** GET of `/V4/VMGroup/{id}` (S). */
const vmGroupWire = z.object({
  snapshotManagement: maybe(z.object({ enableHardwareSnapshot: flag })),
});

/** GET of `/v2/vsa/vm/{guid}/disks` (R). */
const disksWire = z.object({
  disks: maybe(z.array(z.object({ name: text, isOSDisk: flag, type: text }))),
});

/** A VM of a list. */
function toVm(host: string, wire: VmRowWire): CommvaultVm {
  const guid = wire.strGUID?.toLowerCase() ?? '';
  const job = wire.lastBackupJobInfo?.jobID;
  return {
    // Without a GUID it can't be opened: its name tells it from others.
    id: commvaultVmId(host, guid || `?${wire.name ?? ''}`),
    name: wire.name ?? guid,
    guid,
    status: VM_STATUSES[(wire.vmStatus ?? 0) - 1] ?? 'unknown',
    sizeBytes: wire.vmSize,
    os: wire.strOSName,
    isDeleted: wire.isDeleted === true,
    group: namedRef(wire.vmSubClientEntity?.subclientId ?? wire.subclientId, wire.subclientName),
    hypervisor: namedRef(wire.pseudoClient?.clientId, wire.pseudoClient?.clientName),
    planName: wire.plan?.planName ?? null,
    lastBackupAt: wire.lastSuccessfulBackupTime,
    lastJobId: job ? commvaultJobId(host, job) : null,
    isRestoreEnabled: wire.isRestoreActivityEnabled,
  };
}

/** The words of V4 for what a list says by a number (S). */
const STATUS: Readonly<Record<string, CommvaultVmStatus>> = {
  PROTECTED: 'protected',
  NOT_PROTECTED: 'notProtected',
  PENDING: 'pending',
  BACKED_UP_WITH_ERROR: 'backedUpWithErrors',
};

/** A VM read by itself, by the GUID of the request. */
function toVmDetails(
  host: string,
  asked: string,
  { vmDetails }: VmDetailsWire,
): CommvaultVmDetails {
  const { summary, passkey, activityControl } = vmDetails;
  const guid = summary.UUID?.toLowerCase() ?? asked;
  const { hypervisor, vmGroup, lastBackup, plan } = summary;
  const restore = activityControl?.find(({ activityType }) => activityType === 'RESTORE');
  return {
    id: commvaultVmId(host, guid),
    name: summary.name ?? guid,
    guid,
    status: STATUS[summary.status ?? ''] ?? 'unknown',
    sizeBytes: summary.vmSize,
    os: summary.os,
    // This answer doesn't have it.
    isDeleted: false,
    group: namedRef(vmGroup?.id, vmGroup?.name),
    hypervisor: namedRef(hypervisor?.id, hypervisor?.name),
    planName: plan?.name ?? null,
    lastBackupAt: lastBackup?.lastSuccessfulBackupTime ?? null,
    lastJobId: lastBackup?.jobId ? commvaultJobId(host, lastBackup.jobId) : null,
    isRestoreEnabled: restore?.enableActivityType ?? null,
    resourceGroup: summary.host,
    latestPointAt: summary.latestRecoveryPoint,
    oldestPointAt: summary.oldestRecoveryPoint,
    needsPasskey: passkey?.passKeyRequiredForRestore ?? null,
  };
}

function namedRef(id: string | null | undefined, name: string | null | undefined): Named | null {
  return id ? { id, name: name ?? id } : null;
}

/** A VM by its GUID: GET of `/V4/VirtualMachines/{UUID}` (commvault.md §2.2, S). @throws ArmError as every read. */
export async function getVm(
  serve: ArmPipelines,
  { host, name: guid }: CommvaultPlace,
  signal?: AbortSignal,
): Promise<CommvaultVmDetails> {
  const url = `/V4/VirtualMachines/${guid}`;
  return toVmDetails(
    host,
    guid,
    await sendFor(serve, vmDetailsWire, { method: 'GET', url, signal }),
  );
}

/** A VM group by its number: GET of `/V4/VMGroup/{id}` (S). @throws ArmError as every read. */
export async function getVmGroup(
  serve: ArmPipelines,
  id: string,
  signal?: AbortSignal,
): Promise<CommvaultVmGroup> {
  const url = `/V4/VMGroup/${id}`;
  const { snapshotManagement } = await sendFor(serve, vmGroupWire, { method: 'GET', url, signal });
  return { isSnapshot: snapshotManagement?.enableHardwareSnapshot ?? null };
}

/**
 * The disks in the latest backup of a VM: GET of `/v2/vsa/vm/{guid}/disks` (R). The configuration, which comes
 * first and is named like a disk, is left out: sent as a disk it makes a restore fail.
 * @throws ArmError as every read.
 */
export async function listVmDisks(
  serve: ArmPipelines,
  guid: string,
  signal?: AbortSignal,
): Promise<readonly CommvaultDisk[]> {
  const url = `/v2/vsa/vm/${guid}/disks`;
  const { disks } = await sendFor(serve, disksWire, { method: 'GET', url, signal });
  return (disks ?? []).flatMap(({ name, isOSDisk, type }) =>
    name === null || /\.json$/i.test(name) ? [] : [{ name, isOsDisk: isOSDisk === true, type }],
  );
}

/** Which VMs a list has: a CommServe filters by these two alone (C). */
export interface VmFilter {
  readonly guid?: string;
  readonly status?: Exclude<CommvaultVmStatus, 'unknown'>;
}

/** Which part of the VMs of which CommServe is read. */
interface VmsWanted {
  readonly host: string;
  readonly filter: VmFilter;
  readonly start: PageStart;
  readonly top: number;
}

/**
 * Rows of the VMs: GET of `/VM`, a hundred in one answer (D, R). The total that a CommServe counts may be wrong
 * either way, so the list ends where an answer is not full and the total has come, or where one is empty.
 * @throws ArmError as every read.
 */
export async function listVms(
  serve: ArmPipelines,
  { host, filter, start, top }: VmsWanted,
  signal?: AbortSignal,
): Promise<GraphPage<CommvaultVm>> {
  const readPage = async (page: number) => {
    const answer = await sendFor(serve, vmPageWire, {
      method: 'GET',
      url: `/VM${queryOf(filter)}`,
      headers: { PagingInfo: `${String(page)},${String(PAGE)}` },
      signal,
    });
    const rows = (answer.vmStatusInfoList ?? []).map((item) => toVm(host, item));
    return { rows, total: answer.totalRecords ?? 0 };
  };
  const skip = 'token' in start ? Number(start.token) : start.skip;
  const first = skip % PAGE;
  const rows: CommvaultVm[] = [];
  let page = Math.floor(skip / PAGE);
  let total = 0;
  let isOver = false;
  while (!isOver && page * PAGE < skip + top) {
    const answer = await readPage(page);
    rows.push(...answer.rows);
    const read = skip - first + rows.length;
    total = Math.max(answer.total, read);
    isOver = answer.rows.length === 0 || (answer.rows.length < PAGE && read >= total);
    if (isOver) total = read;
    page += 1;
  }
  if (skip === 0 && !isOver && top > PAGE) {
    // A CommServe that doesn't page gives its first page again and again.
    const rowsOn = async (at: number) => {
      const { rows: found } = await readPage(at);
      return found[0]?.id === rows[0]?.id ? 0 : found.length;
    };
    total = await trueTotal(total, rows.length, rowsOn);
  }
  const part = rows.slice(first, first + top);
  const isLast = isOver && first + top >= rows.length;
  return { rows: part, total, next: isLast ? null : String(skip + part.length) };
}

function queryOf({ guid, status }: VmFilter): string {
  const query = new URLSearchParams();
  if (guid !== undefined) query.set('guid', guid);
  if (status !== undefined) query.set('status', String(VM_STATUSES.indexOf(status) + 1));
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/** What a CommServe says of the VMs that it protects. */

/** The VMs of a CommServe, in pages: there may be a hundred thousand. */
export const commvaultVmPages = (host: string, filter: VmFilter): Pages<CommvaultVm> => ({
  key: ['commvault vms', host, filter],
  read: (wanted, signal) =>
    listVms(commServeSession(host).serve, { host, filter, ...wanted }, signal),
});

/** The first VMs of a filter, as many as one answer has. */
export async function firstVms(
  host: string,
  filter: VmFilter,
  signal: AbortSignal,
): Promise<readonly CommvaultVm[]> {
  const wanted = { host, filter, start: { skip: 0 }, top: PAGE };
  return (await listVms(commServeSession(host).serve, wanted, signal)).rows;
}

/** The first VMs of a CommServe. */
export const firstVmsQuery = (host: string) =>
  queryOptions({
    queryKey: ['commvault first vms', host],
    queryFn: ({ signal }) => firstVms(host, {}, signal),
  });

/** One VM. */
export const commvaultVmQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault vm', id],
    queryFn: ({ signal }) => {
      const { serve, place } = placedVm(id);
      return getVm(serve, place, signal);
    },
  });

/** The restore points of a VM, the newest first. */
export const commvaultPointsQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault points', id],
    queryFn: ({ signal }) => {
      const { serve, place } = placedVm(id);
      return listPoints(serve, place, signal);
    },
  });

/** The disks in the latest backup of a VM. */
export const commvaultDisksQuery = (id: ResourceId) =>
  queryOptions({
    queryKey: ['commvault disks', id],
    queryFn: ({ signal }) => {
      const { serve, place } = placedVm(id);
      return listVmDisks(serve, place.name, signal);
    },
  });

/** How a VM group backs up; null: which one isn't known. */
export const commvaultGroupQuery = (host: string, groupId: string | null) =>
  queryOptions({
    queryKey: ['commvault group', host, groupId],
    queryFn:
      groupId === null
        ? skipToken
        : ({ signal }) => getVmGroup(commServeSession(host).serve, groupId, signal),
  });
