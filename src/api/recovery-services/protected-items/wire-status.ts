import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

/** The body of `POST {L}/backupStatus` (azure-contract §3; 2024-04-01). */
export const backupStatusRequestWire = z.looseObject({
  resourceType: z.literal('VM'),
  resourceId: z.string(),
});
export type BackupStatusRequestWire = z.infer<typeof backupStatusRequestWire>;

/** Its answer: which vault protects a machine, and as what. */
export const backupStatusWire = z.looseObject({
  /** `Protected`, `NotProtected`, `ProtectionFailed`, … */
  protectionStatus: maybe(z.string()),
  vaultId: maybe(z.string()),
  fabricName: maybe(z.string()),
  containerName: maybe(z.string()),
  protectedItemName: maybe(z.string()),
  policyName: maybe(z.string()),
});
export type BackupStatusWire = z.infer<typeof backupStatusWire>;

/** The body of `POST {PI}/backup` (2024-04-01). */
export const backupRequestWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal('IaasVMBackupRequest'),
    recoveryPointExpiryTimeInUTC: maybe(z.string()),
  }),
});
export type BackupRequestWire = z.infer<typeof backupRequestWire>;
