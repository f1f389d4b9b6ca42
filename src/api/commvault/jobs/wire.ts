import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';
import { count, flag, moment, text } from '#src/api/commvault/values.ts';

/** A job as every answer has it (commvault.md §2.4; D, C). */
const jobSummaryWire = z.object({
  jobId: text,
  status: text,
  percentComplete: count,
  jobType: text,
  localizedOperationName: text,
  backupLevelName: text,
  jobStartTime: moment,
  jobEndTime: moment,
  jobElapsedTime: count,
  currentPhaseName: text,
  pendingReason: text,
  sizeOfApplication: count,
  destClientName: text,
  subclientName: text,
  subclient: maybe(z.object({ clientName: text, subclientName: text })),
});
export type JobSummaryWire = z.infer<typeof jobSummaryWire>;

/** GET of `/Job`, GET of `/Job/{id}`, POST of `/Jobs` and GET of `/v2/vsa/vm/{guid}/jobs`. */
export const jobsWire = z.object({
  totalRecordsWithoutPaging: count,
  jobs: maybe(z.array(z.object({ jobSummary: jobSummaryWire }))),
});

const vmStatusWire = z.object({
  vmName: text,
  FailureReason: text,
  restoredSize: count,
  UsedSpace: count,
});

/** POST of `/JobDetails`, which mixes numbers and texts. */
const detailsWire = z.object({
  job: z.object({
    jobDetail: z.object({
      progressInfo: maybe(
        z.object({ currentPhase: text, percentComplete: count, reasonForJobDelay: text }),
      ),
      clientStatusInfo: maybe(z.object({ vmStatus: maybe(z.array(vmStatusWire)) })),
    }),
  }),
});

/** GET of `/Events?jobId=`; what a severity means is assumed (A). */
const eventsWire = z.object({
  commservEvents: maybe(
    z.array(
      z.object({ severity: count, eventCodeString: text, description: text, timeSource: moment }),
    ),
  ),
});
export type EventWire = NonNullable<z.infer<typeof eventsWire>['commservEvents']>[number];

const vmRestoreWire = z.object({
  guid: text,
  name: text,
  newName: text,
  esxHost: text,
  restoreAsManagedVM: flag,
  disks: maybe(z.array(z.object({ newName: text }))),
});

/** GET of `/Job/{id}/TaskDetails`: the task as it was submitted (C). */
export const taskWire = z.object({
  taskInfo: z.object({
    subTasks: maybe(
      z.array(
        z.object({
          options: maybe(
            z.object({
              restoreOptions: maybe(
                z.object({
                  browseOption: maybe(z.object({ toTime: moment })),
                  destination: maybe(z.object({ inPlace: flag })),
                  virtualServerRstOption: maybe(
                    z.object({
                      diskLevelVMRestoreOption: maybe(
                        z.object({
                          passUnconditionalOverride: flag,
                          advancedRestoreOptions: maybe(z.array(vmRestoreWire)),
                        }),
                      ),
                    }),
                  ),
                }),
              ),
              commonOpts: maybe(z.object({ jobDescription: text })),
            }),
          ),
        }),
      ),
    ),
  }),
});
export type TaskWire = z.infer<typeof taskWire>;

/** All answers about one job, as it came; null: that part could not be had. */
export const jobAnswerWire = z.object({
  job: jobsWire,
  details: z.nullable(detailsWire),
  events: z.nullable(eventsWire),
  task: z.nullable(taskWire),
});
export type JobAnswerWire = z.infer<typeof jobAnswerWire>;
