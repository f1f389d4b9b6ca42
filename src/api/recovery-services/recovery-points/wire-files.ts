import * as z from 'zod/mini';
import { maybe, operationStatusWire } from '#src/api/arm/wire.ts';

/** Shapes of file recovery (azure-contract §10; 2024-04-01). */

/** The body of `POST {RP}/provisionInstantItemRecovery`. */
export const fileRecoveryWire = z.looseObject({
  properties: z.looseObject({
    objectType: z.literal('IaasVMILRRegistrationRequest'),
    recoveryPointId: z.string(),
    /** The machine that the disks are attached to. */
    virtualMachineId: z.string(),
    initiatorName: maybe(z.string()),
    /** Needed while the point is mounted already. */
    renewExistingRegistration: maybe(z.boolean()),
  }),
});
export type FileRecoveryWire = z.infer<typeof fileRecoveryWire>;

const scriptWire = z.looseObject({
  osType: maybe(z.string()),
  /** Where it is there, the content is not to be used (S). */
  url: maybe(z.string()),
  scriptContent: maybe(z.string()),
  scriptExtension: maybe(z.string()),
  scriptNameSuffix: maybe(z.string()),
});
export type ScriptWire = z.infer<typeof scriptWire>;

/** The status of its operation. */
export const fileRecoveryStatusWire = z.extend(operationStatusWire, {
  properties: maybe(
    z.looseObject({
      objectType: maybe(z.string()),
      recoveryTarget: maybe(z.looseObject({ clientScripts: maybe(z.array(scriptWire)) })),
    }),
  ),
});
