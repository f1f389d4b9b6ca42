import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** A backup instance, `GET {PI}` of 2024-04-01 (azure-contract §3). */
export const protectedItemWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: maybe(z.string()),
  /** The vault's region; in rows of Resource Graph. */
  location: maybe(z.string()),
  properties: z.looseObject({
    protectedItemType: z.string(),
    backupManagementType: maybe(z.string()),
    workloadType: maybe(z.string()),
    friendlyName: maybe(z.string()),
    virtualMachineId: maybe(z.string()),
    sourceResourceId: maybe(z.string()),
    containerName: maybe(z.string()),
    policyName: maybe(z.string()),
    protectionState: maybe(z.string()),
    protectionStatus: maybe(z.string()),
    healthStatus: maybe(z.string()),
    lastBackupStatus: maybe(z.string()),
    lastBackupTime: maybe(z.string()),
    lastRecoveryPoint: maybe(z.string()),
    /** Someone deleted the backup: Azure keeps it for the retention below. */
    isScheduledForDeferredDelete: maybe(z.boolean()),
    /** The moment of the deletion, not of its end (recordings of the Azure CLI, 2024-04). */
    deferredDeleteTimeInUTC: maybe(z.string()),
    /** `13.23:59:42.8656002` in recordings: days, then hours, minutes and seconds. */
    deferredDeleteTimeRemaining: maybe(z.string()),
    /** Days; the specification has another name for it than recordings. */
    softDeleteRetentionPeriod: maybe(z.number()),
    softDeleteRetentionPeriodInDays: maybe(z.number()),
    /** Only in a read of one item that requests it. */
    extendedInfo: maybe(
      z.looseObject({
        oldestRecoveryPoint: maybe(z.string()),
        recoveryPointCount: maybe(z.number()),
      }),
    ),
  }),
});
export type ProtectedItemWire = z.infer<typeof protectedItemWire>;
