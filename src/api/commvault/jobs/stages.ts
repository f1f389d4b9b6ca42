import type { EventWire } from '#src/api/commvault/jobs/wire.ts';
import type { CommvaultWait, SubmittedTask } from '#src/api/commvault/jobs/job.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job, JobTask, TaskStatus, TransferredBytes } from '#src/model/jobs.ts';

/**
 * The stages of a restore, which document 003 lists (Restore Process). Their names on the wire are assumed
 * (A): no source has one. What reports other names, or one for the whole job, reports no stages.
 */
export const STAGES = {
  mediaAgent: 'Waiting for a media agent',
  driver: 'Engage the Virtual Server file system driver',
  deleteVm: 'Delete the existing VM',
  mount: 'Mount VM disks',
  write: 'Write data from library',
  create: 'Create the VM',
  convert: 'Convert to managed VM',
  securityGroup: 'Configure the network security group',
} as const;

const ORDER: readonly string[] = Object.values(STAGES);

/** Stages that not every restore has: they are listed where the task asks for them, or where one is seen. */
const isExpected = (stage: string, { isInPlace, isManaged }: SubmittedTask): boolean =>
  (stage !== STAGES.deleteVm || isInPlace === true) &&
  (stage !== STAGES.convert || isManaged === true) &&
  stage !== STAGES.mediaAgent &&
  stage !== STAGES.securityGroup;

/** What the stages of a job follow from. */
export interface StageFacts {
  readonly job: Job;
  /** The phase that is reported now. */
  readonly phase: string | null;
  readonly wait: CommvaultWait | null;
  readonly task: SubmittedTask;
  readonly events: readonly EventWire[];
  readonly bytes: TransferredBytes | null;
}

/** The stage that a phase is; null: it is none that is known. In place the VM is "recreated". */
export function stageOf(phase: string | null): string | null {
  const folded = phase?.toLowerCase().replace(/^recreate/, 'create');
  return ORDER.find((stage) => stage.toLowerCase() === folded) ?? null;
}

/** The stages of a job as subtasks; none where its tenant reports none. */
export function stagesOf(facts: StageFacts): readonly JobTask[] {
  const { job, phase, task } = facts;
  const begun = beginnings(facts.events);
  const now = stageOf(phase) ?? [...begun.keys()].toSorted(byOrder).at(-1) ?? null;
  if (now === null) return [];
  const stages = ORDER.filter(
    (stage) => stage === now || begun.has(stage) || isExpected(stage, task),
  );
  return stages.map((name, at) => {
    const status = statusAt(at - stages.indexOf(now), job);
    const startedAt = begun.get(name) ?? null;
    const after = stages.slice(at + 1).find((next) => begun.has(next));
    const endedAt = (after === undefined ? job.endedAt : begun.get(after)) ?? null;
    const wait = status === 'inProgress' ? facts.wait : null;
    return {
      name,
      status,
      statusWord: wait?.word ?? null,
      ownWord: wait?.word,
      startedAt,
      durationMs:
        startedAt === null || endedAt === null || status === 'inProgress'
          ? null
          : endedAt - startedAt,
      percent: null,
      details: wait?.reason ?? null,
      // The bytes of a job are those of this stage: no other moves any.
      bytes: name === STAGES.write ? facts.bytes : null,
    };
  });
}

const byOrder = (one: string, other: string): number => ORDER.indexOf(one) - ORDER.indexOf(other);

/** The state of a stage so many places after the one that the job is in, or has ended in. */
function statusAt(place: number, { status }: Job): TaskStatus {
  if (status === 'completed') return 'completed';
  // Which stage the errors are of isn't reported: it's none before the last one that was.
  if (status === 'completedWithWarnings') return place < 0 ? 'completed' : 'unknown';
  if (place !== 0) return place < 0 ? 'completed' : 'notStarted';
  if (status === 'failed' || status === 'cancelled') return status;
  return status === 'unknown' ? 'unknown' : 'inProgress';
}

/** When each stage started: one event for each is assumed (A). */
function beginnings(events: readonly EventWire[]): ReadonlyMap<string, Instant> {
  const begun = new Map<string, Instant>();
  for (const { description, timeSource } of events) {
    const folded = description?.toLowerCase().replace('recreate', 'create') ?? '';
    const stage = ORDER.find((one) => folded.includes(one.toLowerCase()));
    const before = stage === undefined ? undefined : begun.get(stage);
    if (stage !== undefined && timeSource !== null && (before ?? timeSource) >= timeSource) {
      begun.set(stage, timeSource);
    }
  }
  return begun;
}
