import * as z from 'zod/mini';
import { maybe, pageOf, userErrorWire } from '#src/api/arm/wire.ts';

/** A field that is nothing where Azure sends another kind of value: it must not cost the whole job. */
const lenient = <Schema extends z.core.$ZodType>(schema: Schema) => z.catch(maybe(schema), null);
const text = lenient(z.string());

const subTaskWire = z.looseObject({ taskName: text, taskStatus: text });

/**
 * A job of a Backup vault, `GET {BV}/backupJobs/{job}` of 2024-04-01. Nulls and missing keys are
 * alike, and a disk's job never has a percent (azure-contract §11).
 */
export const diskJobWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: z.looseObject({
    backupInstanceId: text,
    dataSourceId: text,
    dataSourceName: text,
    backupInstanceFriendlyName: text,
    vaultName: text,
    operation: text,
    operationCategory: text,
    status: text,
    startTime: text,
    endTime: text,
    duration: text,
    activityID: text,
    errorDetails: lenient(z.array(userErrorWire)),
    extendedInfo: lenient(
      z.looseObject({
        subTasks: lenient(z.array(subTaskWire)),
        sourceRecoverPoint: lenient(z.looseObject({ recoveryPointTime: text })),
        recoveryDestination: text,
        additionalDetails: lenient(z.record(z.string(), text)),
      }),
    ),
  }),
});
export type DiskJobWire = z.infer<typeof diskJobWire>;

export const diskJobPageWire = pageOf(diskJobWire);
