import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A Backup vault, `GET {BV}` of 2024-04-01: `type` of its identity may be `None`, or all missing. */
export const backupVaultWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  identity: maybe(z.looseObject({ type: maybe(z.string()), principalId: maybe(z.string()) })),
});
export type BackupVaultWire = z.infer<typeof backupVaultWire>;

export const backupVaultPageWire = pageOf(backupVaultWire);
