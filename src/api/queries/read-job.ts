import { invariant } from '#src/lib/result.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Job, JobDetails } from '#src/model/jobs.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { TargetPart } from '#src/model/lost-restore.ts';

/**
 * How the jobs of one datasource are read, wherever a job is shown. Tabs share an answer as it came, so
 * that each maps it by itself.
 */
export interface JobSource {
  /** Requests a job. Resolves to the answer of its service. */
  readonly ask: (id: ResourceId, signal: AbortSignal) => Promise<unknown>;
  /** Maps an answer. @throws what is wrong with its shape. */
  readonly jobFrom: (id: ResourceId, answer: unknown) => JobDetails;
  /** Its jobs since a moment, for Overview; null: Azure Resource Graph lists them. */
  readonly recent: ((since: Instant, signal: AbortSignal) => Promise<readonly Job[]>) | null;
  /** The places that list its restores in progress; null: Azure Resource Graph lists them. */
  readonly running: (() => readonly RunningPlace[]) | null;
  /** What a restore creates or replaces, as far as its job reports that; null: the job wasn't read. */
  readonly targetOf: (job: Job, details: JobDetails | null) => readonly TargetPart[];
}

/** A place that lists restores. */
export interface RunningPlace {
  readonly name: string;
  readonly read: (signal: AbortSignal) => Promise<readonly Job[]>;
}

/** The sources of all datasources. */
export interface JobSources {
  /** The source of a job. @throws where this build has none. */
  readonly of: (id: ResourceId) => Promise<JobSource>;
  readonly all: readonly { readonly name: string; readonly load: () => Promise<JobSource> }[];
}

let known: JobSources | null = null;

/** Makes the sources of jobs known to the query factories, once, before the application is drawn. */
export function provideJobSources(sources: JobSources): void {
  known = sources;
}

/** The sources of jobs. */
export function jobSources(): JobSources {
  invariant(known, 'a job was read before its sources were known');
  return known;
}

/** Reads one job with its subtasks once from a source. */
export async function readJob(
  source: JobSource,
  id: ResourceId,
  signal: AbortSignal,
): Promise<JobDetails> {
  return source.jobFrom(id, await source.ask(id, signal));
}
