import { commvaultJobId, commvaultVmId } from '#src/api/commvault/id.ts';
import {
  type CommvaultVm,
  type CommvaultVmDetails,
  type CommvaultVmStatus,
  type Named,
  VM_STATUSES,
} from '#src/api/commvault/vms/vm.ts';
import type { VmDetailsWire, VmRowWire } from '#src/api/commvault/vms/wire.ts';

/** A VM of a list. */
export function toVm(host: string, wire: VmRowWire): CommvaultVm {
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
    group: named(wire.vmSubClientEntity?.subclientId ?? wire.subclientId, wire.subclientName),
    hypervisor: named(wire.pseudoClient?.clientId, wire.pseudoClient?.clientName),
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
export function toVmDetails(
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
    group: named(vmGroup?.id, vmGroup?.name),
    hypervisor: named(hypervisor?.id, hypervisor?.name),
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

function named(id: string | null | undefined, name: string | null | undefined): Named | null {
  return id ? { id, name: name ?? id } : null;
}
