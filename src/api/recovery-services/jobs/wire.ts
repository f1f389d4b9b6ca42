import * as z from 'zod/mini';
import { maybe, nameOrNumber, pageOf } from '#src/api/arm/wire.ts';

const taskWire = z.looseObject({
  taskId: z.string(),
  status: maybe(z.string()),
  duration: maybe(z.string()),
  startTime: maybe(z.string()),
  endTime: maybe(z.string()),
  progressPercentage: maybe(z.number()),
  taskExecutionDetails: maybe(z.string()),
});

const jobErrorWire = z.looseObject({
  errorCode: maybe(z.number()),
  errorTitle: maybe(z.string()),
  errorString: maybe(z.string()),
  recommendations: maybe(z.array(z.string())),
});

/**
 * A backup job (azure-contract §8). Lists come without `extendedInfo`; keys come and go between
 * two reads of one job; `actionsInfo` is names or numbers.
 */
export const jobWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  type: maybe(z.string()),
  properties: z.looseObject({
    jobType: z.string(),
    operation: maybe(z.string()),
    status: maybe(z.string()),
    backupManagementType: maybe(z.string()),
    entityFriendlyName: maybe(z.string()),
    containerName: maybe(z.string()),
    actionsInfo: maybe(z.array(nameOrNumber)),
    startTime: maybe(z.string()),
    endTime: maybe(z.string()),
    duration: maybe(z.string()),
    activityId: maybe(z.string()),
    isUserTriggered: maybe(z.union([z.boolean(), z.string()])),
    errorDetails: maybe(z.array(jobErrorWire)),
    extendedInfo: maybe(
      z.looseObject({
        tasksList: maybe(z.array(taskWire)),
        propertyBag: maybe(z.record(z.string(), maybe(z.string()))),
        internalPropertyBag: maybe(z.record(z.string(), maybe(z.string()))),
        progressPercentage: maybe(z.number()),
        estimatedRemainingDuration: maybe(z.string()),
        dynamicErrorMessage: maybe(z.string()),
      }),
    ),
  }),
});
export type JobWire = z.infer<typeof jobWire>;

export const jobPageWire = pageOf(jobWire);
