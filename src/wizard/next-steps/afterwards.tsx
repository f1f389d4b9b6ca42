import { useCommonStyles } from '#src/ui/styles.ts';
import { SectionHeading } from '#src/ui/page.tsx';
import * as z from 'zod/mini';
import { mergeClasses } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { problemOf } from '#src/api/queries/query.ts';
import { stepCheckQuery } from '#src/api/queries/step-checks.ts';
import type { JobSpec } from '#src/datasources/job.ts';
import { JOB_SPECS, ownerOf } from '#src/datasources/registry.ts';
import { now } from '#src/lib/clock.ts';
import { offsetTimeText } from '#src/lib/format.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import { instant } from '#src/lib/time.ts';
import {
  type AfterAction,
  type AfterLine,
  afterLines,
  afterMark,
  type AfterState,
  isEffective,
  machinesMade,
  type StepCheck,
  type StepRead,
} from '#src/model/next-steps.ts';
import type { JobDetails } from '#src/model/jobs.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';
import { builtNote } from '#src/progress/live/progress-text.ts';
import { jobVerdictOf } from '#src/progress/verdict.ts';
import { afterwards as words, latestText } from '#src/strings/afterwards.ts';
import { nextSteps as stepWords } from '#src/strings/next-steps.ts';
import { useLoaded } from '#src/ui/hooks.ts';
import { Status, type Tone } from '#src/ui/Status.tsx';
import { keepAfter, keepResult, marksOf, onMarks } from '#src/wizard/next-steps/marks.ts';

/** What this browser deleted of what a restore had left over, each once it was read as gone. */

const stored = storedValues(
  'clean-ups.',
  z.array(z.object({ id: z.string(), sentence: z.string(), at: z.number() })),
);

const actions = (jobId: string) => stored.read(jobId.toLowerCase()) ?? [];

/** Writes down that a leftover resource of a job is gone; nothing where that is known already. */
export function noteCleanUp(jobId: string, id: string, sentence: string): void {
  const before = actions(jobId);
  if (before.some((one) => one.id === id)) return;
  stored.write(jobId.toLowerCase(), [...before, { id, sentence, at: now() }]);
}

export const cleanUpsOf = (jobId: string): AfterAction[] =>
  actions(jobId).map(({ id, sentence, at }) => ({
    id,
    kind: 'delete',
    sentence,
    state: 'done',
    at: instant(at),
    machineId: null,
    check: null,
  }));

const onCleanUps = stored.listen;

/** The row of a next step, for what leads there. */
export const stepRowId = (id: string): string => `next-step-${id}`;

type Of = Pick<JobSpec, 'afterwards'>;

/** What was done after a job from this browser, the oldest first: the one list of it for every place. */
export const linesAfter = (jobId: ResourceId, { afterwards }: Of): AfterLine[] =>
  afterLines([...(afterwards?.of(jobId) ?? []), ...cleanUpsOf(jobId)], marksOf(jobId));

/** The same, drawn anew with each change, also by another tab. */
export function useAfterwards(jobId: ResourceId, spec: Of): readonly AfterLine[] {
  // Lists are made anew by each call: their text tells whether they differ.
  useSyncExternalStore(
    (listener) => {
      const stops = [onCleanUps, onMarks, ...(spec.afterwards?.listen ?? [])].map((listen) =>
        listen(listener),
      );
      return () => stops.forEach((stop) => stop());
    },
    () => JSON.stringify(linesAfter(jobId, spec)),
  );
  return linesAfter(jobId, spec);
}

/** The names of the VMs that were made of what a job restored. */
export const builtNames = (lines: readonly AfterAction[]): readonly string[] =>
  machinesMade(lines).map(nameOf);

/** After a job on a page that has nothing else of it: which VM this browser has built of it since; nothing where none. */
export function BuiltSince({ job }: { readonly job: JobDetails }) {
  const spec = useLoaded(JOB_SPECS, ownerOf(job.id)?.id ?? '');
  return spec.state === 'loaded' && <Built job={job} spec={spec.code} />;
}

function Built({ job, spec }: { readonly job: JobDetails; readonly spec: Of }) {
  const built = builtNames(useAfterwards(job.id, spec));
  const note = builtNote(jobVerdictOf(job, null).outcome, built);
  return note !== null && <div>{`${note}.`}</div>;
}

const TONES: Readonly<Record<AfterState, Tone>> = {
  done: 'done',
  wasSo: 'done',
  accepted: 'running',
  open: 'waiting',
  partly: 'warning',
  refused: 'failed',
  failed: 'failed',
  unknown: 'unknown',
};

interface AfterListProps {
  readonly jobId: string;
  readonly lines: readonly AfterLine[];
  readonly title?: string;
}

/** What was done after a job, each line with what a read finds of it now; nothing where nothing was. */
export function AfterList({ jobId, lines, title = words.title }: AfterListProps) {
  const { column, close, plainList, second } = useCommonStyles();
  if (lines.length === 0) return null;
  return (
    <section aria-label={title} className={mergeClasses(column, close)}>
      <SectionHeading level={2}>{title}</SectionHeading>
      <span className={second}>{words.note}</span>
      <ul className={plainList} aria-label={title}>
        {lines.map((line) => (
          <li key={line.id} className={mergeClasses(column, close)}>
            <Line jobId={jobId} line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ jobId, line }: { readonly jobId: string; readonly line: AfterLine }) {
  const { second } = useCommonStyles();
  const { sentence, kind, state, at, latest } = line;
  const { error } = useQuery(
    stepCheckQuery(
      { jobId, id: afterMark(line.id) },
      isEffective(line) ? line.check : null,
      (result) => keepAfter(jobId, line, result),
    ),
  );
  const isGone = latest?.isThere === false;
  return (
    <>
      <span>{sentence}</span>
      <span className={second}>{words.by(words.operation[kind], offsetTimeText(at))}</span>
      <Status tone={isGone ? 'waiting' : TONES[state]}>{words.state[state]}</Status>
      {latest !== null && <span>{latestText(line, (ms) => offsetTimeText(instant(ms)))}</span>}
      {error !== null && <span className={second}>{words.unread(problemOf(error).message)}</span>}
    </>
  );
}

interface StepReadsProps {
  readonly jobId: string;
  readonly steps: readonly { readonly id: string; readonly check: StepCheck | null }[];
}

/** Reads steps again for a place that shows them as they are stored, and says how far that is. */
export function StepReads({ jobId, steps }: StepReadsProps) {
  return (
    <Reads
      jobId={jobId}
      reads={steps.map(({ id, check }) => ({
        id,
        check,
        keep: (result) => keepResult(jobId, id, result),
      }))}
    />
  );
}

/** The same for what was done after a job. */
export function AfterReads({
  jobId,
  lines,
}: {
  readonly jobId: string;
  readonly lines: readonly AfterLine[];
}) {
  return (
    <Reads
      jobId={jobId}
      reads={lines.filter(isEffective).map((line) => ({
        id: afterMark(line.id),
        check: line.check,
        keep: (result) => keepAfter(jobId, line, result),
      }))}
    />
  );
}

interface Read {
  readonly id: string;
  readonly check: StepCheck | null;
  readonly keep: (result: StepRead) => void;
}

function Reads({ jobId, reads }: { readonly jobId: string; readonly reads: readonly Read[] }) {
  const checked = reads.filter(({ check }) => check !== null);
  const all = useQueries({
    queries: checked.map(({ id, check, keep }) => stepCheckQuery({ jobId, id }, check, keep)),
  });
  const unread = all.filter(({ error }) => error !== null).length;
  if (all.some(({ isFetching }) => isFetching))
    return <span role="status">{stepWords.readingAgain}</span>;
  return unread > 0 && <span role="status">{stepWords.asLastRead(unread)}</span>;
}
