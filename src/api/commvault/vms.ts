import * as z from 'zod/mini';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { oneReader } from '#src/api/arm/paging.ts';
import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import { sendFor } from '#src/api/arm/send.ts';
import { maybe } from '#src/api/arm/wire.ts';
import { count, flag, moment, PAGE, textOrId, trueTotal } from '#src/api/commvault/answers.ts';
import { commvaultJobId, type CommvaultPlace, commvaultVmId } from '#src/api/commvault/home.ts';
import { listPoints } from '#src/api/commvault/job-lists.ts';
import { commServeSession, placedVm } from '#src/api/commvault/session.ts';
import { LISTED, unreadIn } from '#src/api/unread-settings.ts';
import type { Pages } from '#src/api/queries/paged.ts';
import type { GraphPage, PageWanted } from '#src/api/resource-graph/query.ts';
import type { ResourceId } from '#src/model/resource-id.ts';

/** Whether a VM is backed up (commvault.md §2.2). */
export const VM_STATUSES = ['protected', 'notProtected', 'pending', 'backedUpWithErrors'] as const;
export type CommvaultVmStatus = (typeof VM_STATUSES)[number] | 'unknown';

/** A VM as GET of `/VM` lists it (commvault.md §2.2; D, R). */
const vmRowWire = z.object({
  name: textOrId,
  strGUID: textOrId,
  vmStatus: count,
  vmSize: count,
  strOSName: textOrId,
  isDeleted: flag,
  lastSuccessfulBackupTime: moment,
  subclientId: textOrId,
  subclientName: textOrId,
  vmSubClientEntity: maybe(z.object({ subclientId: textOrId })),
  plan: maybe(z.object({ planName: textOrId })),
  pseudoClient: maybe(z.object({ clientId: textOrId, clientName: textOrId })),
  lastBackupJobInfo: maybe(z.object({ jobID: textOrId })),
  isRestoreActivityEnabled: flag,
});
type VmRowWire = z.infer<typeof vmRowWire>;

const vmPageWire = z.object({
  totalRecords: count,
  vmStatusInfoList: maybe(z.array(vmRowWire)),
});

const named = maybe(z.object({ id: textOrId, name: textOrId }));

/** GET of `/V4/VirtualMachines/{UUID}` (S). */
const vmDetailsWire = z.object({
  vmDetails: z.object({
    summary: z.object({
      name: textOrId,
      UUID: textOrId,
      hypervisor: named,
      vmGroup: named,
      os: textOrId,
      /** Of a VM of Azure its resource group (A; a client lists it so, R). */
      host: textOrId,
      vmSize: count,
      status: textOrId,
      lastBackup: maybe(z.object({ jobId: textOrId, lastSuccessfulBackupTime: moment })),
      plan: named,
      latestRecoveryPoint: moment,
      oldestRecoveryPoint: moment,
    }),
    passkey: maybe(z.object({ passKeyRequiredForRestore: flag, enableAuthorizeForRestore: flag })),
    activityControl: maybe(z.array(z.object({ activityType: textOrId, enableActivityType: flag }))),
  }),
});
type VmDetailsWire = z.infer<typeof vmDetailsWire>;

/** GET of `/V4/VMGroup/{id}` (S). */
const vmGroupWire = z.object({
  snapshotManagement: maybe(z.object({ enableHardwareSnapshot: flag })),
});

/** GET of `/v2/vsa/vm/{guid}/disks` (R). */
const disksWire = z.object({
  disks: maybe(z.array(z.object({ name: textOrId, isOSDisk: flag, type: textOrId }))),
});

/** A VM that a CommServe knows. Null: not reported. */
export type CommvaultVm = ReturnType<typeof toVm>;

/** A VM of a list. */
function toVm(host: string, wire: VmRowWire) {
  // Of a VM in Azure it is Azure's `vmId`.
  const guid = wire.strGUID?.toLowerCase() ?? '';
  const job = wire.lastBackupJobInfo?.jobID;
  const status: CommvaultVmStatus = VM_STATUSES[(wire.vmStatus ?? 0) - 1] ?? 'unknown';
  return {
    // Without a GUID it can't be opened: its name tells it from others.
    id: commvaultVmId(host, guid || `?${wire.name ?? ''}`),
    name: wire.name ?? guid,
    guid,
    status,
    sizeBytes: wire.vmSize,
    os: wire.strOSName,
    // It is gone from where it ran.
    isDeleted: wire.isDeleted === true,
    // What it is backed up with.
    group: namedRef(wire.vmSubClientEntity?.subclientId ?? wire.subclientId, wire.subclientName),
    // One for each set of credentials, hence for each subscription.
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

/** A VM read by itself, with what only that read gives. */
export type CommvaultVmDetails = ReturnType<typeof toVmDetails>;

/** A VM read by itself, by the GUID of the request. */
function toVmDetails(wire: VmDetailsWire, { host, name: asked }: CommvaultPlace) {
  const { vmDetails } = wire;
  const { summary, passkey, activityControl } = vmDetails;
  const guid = summary.UUID?.toLowerCase() ?? asked;
  const { hypervisor, vmGroup, lastBackup, plan } = summary;
  const restore = activityControl?.find(({ activityType }) => activityType === 'RESTORE');
  const vm: CommvaultVm = {
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
  };
  return {
    ...vm,
    // The one that it was backed up from.
    resourceGroup: summary.host,
    latestPointAt: summary.latestRecoveryPoint,
    oldestPointAt: summary.oldestRecoveryPoint,
    // This product doesn't ask for one.
    needsPasskey: passkey?.passKeyRequiredForRestore ?? null,
    ...unreadIn(wire, LISTED.commvaultVm),
  };
}

/** Something that a CommServe knows by a number. */
const namedRef = (id: string | null | undefined, name: string | null | undefined) =>
  id ? { id, name: name ?? id } : null;

/** A VM by its GUID: GET of `/V4/VirtualMachines/{UUID}` (commvault.md §2.2, S). @throws ArmError as every read. */
export const getVm = oneReader(
  vmDetailsWire,
  ({ name: guid }: CommvaultPlace) => `/V4/VirtualMachines/${guid}`,
  toVmDetails,
);

/**
 * A VM group by its number, and whether it backs up by IntelliSnap, not as a stream: GET of `/V4/VMGroup/{id}` (S).
 * Null: not reported. @throws ArmError as every read.
 */
export const getVmGroup = oneReader(
  vmGroupWire,
  (id: string) => `/V4/VMGroup/${id}`,
  ({ snapshotManagement }) => ({ isSnapshot: snapshotManagement?.enableHardwareSnapshot ?? null }),
);

/** A disk in the latest backup of a VM. Its storage type is as `Premium_LRS`; null: not reported, as of unmanaged disks (A). */
export type CommvaultDisk = Awaited<ReturnType<typeof listVmDisks>>[number];

/**
 * The disks in the latest backup of a VM: GET of `/v2/vsa/vm/{guid}/disks` (R). The configuration, which comes
 * first and is named like a disk, is left out: sent as a disk it makes a restore fail.
 * @throws ArmError as every read.
 */
export const listVmDisks = oneReader(
  disksWire,
  ({ name: guid }: CommvaultPlace) => `/v2/vsa/vm/${guid}/disks`,
  ({ disks }) =>
    (disks ?? []).flatMap(({ name, isOSDisk, type }) =>
      name === null || /\.json$/i.test(name) ? [] : [{ name, isOsDisk: isOSDisk === true, type }],
    ),
);

/** Which VMs a list has: a CommServe filters by these two alone (C). */
export interface VmFilter {
  readonly guid?: string;
  readonly status?: Exclude<CommvaultVmStatus, 'unknown'>;
}

/** Which part of the VMs of which CommServe is read. */
interface VmsWanted extends PageWanted {
  readonly host: string;
  readonly filter: VmFilter;
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

/** Query for what a CommServe says of one VM, by its ID. */
const aboutVm =
  <Answer>(
    what: string,
    read: (serve: ArmPipelines, place: CommvaultPlace, signal: AbortSignal) => Promise<Answer>,
  ) =>
  (id: ResourceId) =>
    queryOptions({
      queryKey: [what, id],
      queryFn: ({ signal }) => {
        const { serve, place } = placedVm(id);
        return read(serve, place, signal);
      },
    });

/** One VM. */
export const commvaultVmQuery = aboutVm('commvault vm', getVm);

/** The restore points of a VM, the newest first. */
export const commvaultPointsQuery = aboutVm('commvault points', listPoints);

/** The disks in the latest backup of a VM. */
export const commvaultDisksQuery = aboutVm('commvault disks', listVmDisks);

/** How a VM group backs up; null: which one isn't known. */
export const commvaultGroupQuery = (host: string, groupId: string | null) =>
  queryOptions({
    queryKey: ['commvault group', host, groupId],
    queryFn:
      groupId === null
        ? skipToken
        : ({ signal }) => getVmGroup(commServeSession(host).serve, groupId, signal),
  });
