import * as z from 'zod/mini';
import { now } from '#src/lib/clock.ts';
import { storedValues } from '#src/lib/stored-values.ts';
import type { Instant } from '#src/lib/time.ts';
import {
  type AfterAction,
  afterMark,
  isStepDone,
  isWork,
  MACHINE_MARK,
  marksAfter,
  type StatusAt,
  type StepMarks,
  type StepRead,
  storedStatus,
} from '#src/model/next-steps.ts';
import { draftOfJob } from '#src/wizard/draft/drafts.ts';
import { watchedJobs } from '#src/wizard/submit/watched.ts';

/** What this browser keeps of the next steps after a job: what a person marked, and what was verified. */

const marksSchema = z.record(
  z.string(),
  z.object({
    byHand: z.optional(z.number()),
    verified: z.optional(z.number()),
    open: z.optional(z.number()),
    undone: z.optional(z.number()),
  }),
);

const stored = storedValues('next-steps.', marksSchema);

/** The marks of the steps after one job, by the id of each step. */
type JobMarks = Readonly<Record<string, StepMarks>>;

const NONE: JobMarks = {};

/** The marks of a job's steps. The same object until it changes. */
export const marksOf = (jobId: string): JobMarks => stored.read(jobId.toLowerCase()) ?? NONE;

function change(jobId: string, step: string, part: StepMarks): void {
  const all = marksOf(jobId);
  stored.write(jobId.toLowerCase(), { ...all, [step]: { ...all[step], ...part } });
}

/** Writes down that a person has done a step, or takes that back. */
export const markStep = (jobId: string, step: string, isDone: boolean): void =>
  change(jobId, step, { byHand: isDone ? now() : undefined });

/** Keeps what a read found of a step; a read that decides nothing leaves what was found before. */
export function keepResult(jobId: string, step: string, result: StepRead): void {
  const before = marksOf(jobId)[step] ?? {};
  const after = marksAfter(before, result);
  if (after === null) return;
  if (before.verified === after.verified && before.open === after.open) return;
  change(jobId, step, after);
}

/** Keeps what a read found of what an action did at a moment: it was there then. */
export function keepAfter(jobId: string, { id, at }: AfterAction, result: StepRead): void {
  const mark = afterMark(id);
  if (marksOf(jobId)[mark] === undefined)
    keepResult(jobId, mark, { outcome: 'done', seen: [], at });
  keepResult(jobId, mark, result);
}

/** Keeps that a VM was made of what a job restored, whose next steps can be done then. */
export const keepMachine = (jobId: string, at: Instant): void =>
  keepResult(jobId, MACHINE_MARK, { outcome: 'done', seen: [], at });

/** Whether one was made in this browser. */
export const hasMachineSince = (jobId: string): boolean =>
  marksOf(jobId)[MACHINE_MARK]?.verified !== undefined;

/** Calls back after every change, also by another tab. Returns the way to stop. */
export const onMarks = stored.listen;

/** A next step as this browser keeps it, by the id of its rule. */
interface StoredStep extends StatusAt {
  readonly id: string;
}

/**
 * The steps of some IDs that ask a person for something, as they were last known here. Overview, the job's page and its
 * record count these, whether this version has words for an ID or not.
 */
export function stepsToDo(jobId: string, ids: readonly string[]): readonly StoredStep[] {
  const marks = marksOf(jobId);
  return ids.filter(isWork).map((id) => ({ id, ...storedStatus(marks[id] ?? {}) }));
}

/** Those of a job that this browser started; empty where another one did. */
export const storedSteps = (jobId: string): readonly StoredStep[] =>
  stepsToDo(jobId, draftOfJob(jobId)?.nextSteps ?? []);

/** Those of some steps that aren't done. */
export const openAmong = (steps: readonly StoredStep[]): readonly StoredStep[] =>
  steps.filter((step) => !isStepDone(step));

/** A restore of this browser whose next steps aren't all done. */
interface OpenRestore {
  readonly jobId: string;
  readonly machine: string;
  readonly open: number;
}

/**
 * The restores of this browser with open next steps, the newest first: those that ended well, and those from whose
 * disks a VM was made since.
 */
export function openRestores(): readonly OpenRestore[] {
  return watchedJobs().flatMap(({ jobId, machine, news }) => {
    if (news !== 'done' && news !== 'doneWithWork' && !hasMachineSince(jobId)) return [];
    const open = openAmong(storedSteps(jobId)).length;
    return open === 0 ? [] : [{ jobId, machine, open }];
  });
}
