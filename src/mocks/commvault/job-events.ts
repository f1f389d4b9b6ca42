import { knownRestore } from '#src/mocks/commvault/known-jobs.ts';
import type { Reported } from '#src/mocks/commvault/job-wire.ts';
import { stageNames } from '#src/mocks/commvault/stages.ts';
import { type Answer, type Call, ok } from '#src/mocks/service.ts';

/** What a CommServe notes of a job (`GET /Events?jobId=`). What the severities mean is assumed (A). */

const INFORMATION = 3;
const CRITICAL = 6;

interface Note {
  readonly atMs: number;
  readonly severity: number;
  readonly description: string;
}

/** One note for each stage that was entered, where the tenant names stages, and one for the end. */
function notesOf({ job, isPlain }: Reported): readonly Note[] {
  const stages = isPlain
    ? []
    : job.entered.map(({ kind, fromMs }) => ({
        atMs: fromMs,
        severity: INFORMATION,
        description: `Entered the stage: ${stageNames[kind]}.`,
      }));
  const begun = {
    atMs: job.startedAtMs,
    severity: INFORMATION,
    description: 'The restore job was started.',
  };
  if (job.endedAtMs === null) return [begun, ...stages];
  const isGood = job.status === 'Completed';
  const end = {
    atMs: job.endedAtMs,
    severity: isGood ? INFORMATION : CRITICAL,
    description: isGood ? 'The restore job has completed.' : job.reason,
  };
  return [begun, ...stages, end];
}

/** Newest last; of a job that isn't known there are none. */
export function jobEvents(call: Call): Answer {
  const found = knownRestore(call, call.request.url.searchParams.get('jobId'));
  if (found === undefined) return ok({ commservEvents: [] });
  const { task } = found;
  const client = { clientId: task.clientId, clientName: task.clientName };
  return ok({
    commservEvents: notesOf(found).map(({ atMs, severity, description }, index) => ({
      id: task.jobId * 100 + index,
      severity,
      eventCode: severity === CRITICAL ? '318769020' : '318767980',
      eventCodeString: severity === CRITICAL ? '19:1916' : '19:876',
      jobId: task.jobId,
      acknowledge: 0,
      subsystem: 'JobManager',
      description,
      timeSource: Math.floor(atMs / 1000),
      type: 0,
      clientEntity: { ...client, displayName: task.clientName },
    })),
  });
}
