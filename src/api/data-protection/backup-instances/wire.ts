import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** What is protected. The key of its id ends in a capital `D` (azure-contract §11). */
const datasourceWire = z.looseObject({
  resourceID: z.string(),
  datasourceType: maybe(z.string()),
  resourceName: maybe(z.string()),
  resourceLocation: maybe(z.string()),
});

/** A backup instance, `GET {BI}` of 2024-04-01. The snapshot group stands among its policy's parameters. */
export const backupInstanceWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    friendlyName: maybe(z.string()),
    dataSourceInfo: datasourceWire,
    policyInfo: maybe(
      z.looseObject({
        policyId: maybe(z.string()),
        policyParameters: maybe(
          z.looseObject({
            dataStoreParametersList: maybe(
              z.array(
                z.looseObject({
                  dataStoreType: maybe(z.string()),
                  resourceGroupId: maybe(z.string()),
                }),
              ),
            ),
          }),
        ),
      }),
    ),
    protectionStatus: maybe(z.looseObject({ status: maybe(z.string()) })),
    currentProtectionState: maybe(z.string()),
    /** Only of an instance that was deleted. */
    deletionInfo: maybe(
      z.looseObject({ deletionTime: maybe(z.string()), scheduledPurgeTime: maybe(z.string()) }),
    ),
  }),
});
export type BackupInstanceWire = z.infer<typeof backupInstanceWire>;

/** Instances that were deleted, `GET {BV}/deletedBackupInstances` of 2024-04-01 (live §6). */
export const deletedInstancePageWire = pageOf(backupInstanceWire);
