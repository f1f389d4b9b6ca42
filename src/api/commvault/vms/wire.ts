import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { count, flag, moment, text } from '#src/api/commvault/values.ts';

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
export type VmRowWire = z.infer<typeof vmRowWire>;

export const vmPageWire = z.object({
  totalRecords: count,
  vmStatusInfoList: maybe(z.array(vmRowWire)),
});

const named = maybe(z.object({ id: text, name: text }));

/** GET of `/V4/VirtualMachines/{UUID}` (S). */
export const vmDetailsWire = z.object({
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
export type VmDetailsWire = z.infer<typeof vmDetailsWire>;

/** GET of `/V4/VMGroup/{id}` (S). */
export const vmGroupWire = z.object({
  snapshotManagement: maybe(z.object({ enableHardwareSnapshot: flag })),
});

/** GET of `/v2/vsa/vm/{guid}/disks` (R). */
export const disksWire = z.object({
  disks: maybe(z.array(z.object({ name: text, isOSDisk: flag, type: text }))),
});
