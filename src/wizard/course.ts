import type { Instant } from '#src/lib/time.ts';
import type { PhaseKind } from '#src/progress/observe.ts';
import { type Range, rangeOf, sum } from '#src/progress/past.ts';

/** What happens one after the other in a restore, and who does it. A datasource makes it of its plan. */
export interface Course {
  readonly steps: readonly CourseStep[];
  /** The step before which it can be canceled; left out: nothing tells. */
  readonly limit?: string;
  /** What stays as it is meanwhile, in a sentence; left out: something of it changes. */
  readonly untouched?: string;
  /** The machine that isn't in service meanwhile; left out: none is away. */
  readonly away?: Away;
}

interface Away {
  readonly machine: string;
  /** Whether it runs now; null: not known. */
  readonly isOn: boolean | null;
  /** The first step and the last one in which it is off. */
  readonly from: string;
  readonly until: string;
}

export interface CourseStep {
  readonly id: string;
  /** As the service names it, or what a person does. */
  readonly name: string;
  readonly by: 'service' | 'you';
  /** What it works with, or when a person does it. */
  readonly note: string;
  /** How it stands before the restore: `toDo` holds it back. */
  readonly state: 'done' | 'ready' | 'toDo' | 'notKnown';
  /** Why it holds the restore back, in a sentence. */
  readonly says?: string;
  /** By what past jobs tell its time; left out: it takes what the others leave, or a person does it. */
  readonly phase?: PhaseKind;
  /** The parts of the picture that it is about. */
  readonly parts: readonly string[];
  /** The rule that holds it back; left out: none does. */
  readonly rule?: string;
}

/** A step that the service takes, by the name that it gives it. */
export const ofService = (
  id: string,
  name: string,
  more: Partial<CourseStep> = {},
): CourseStep => ({ id, name, by: 'service', note: '', state: 'ready', parts: [], ...more });

/** A step that a person takes. */
export const ofYou = (id: string, name: string, note: string): CourseStep => ({
  id,
  name,
  by: 'you',
  note,
  state: 'ready',
  parts: [],
});

/** What a check or a rule says of a step. */
export interface StepSign {
  readonly tone: 'error' | 'warning' | 'unknown';
  readonly title: string;
  /** The id of what says it on the page. */
  readonly rowId: string;
  readonly part: string;
  /** The rule that says it; left out: a check does. */
  readonly rule?: string;
}

/** The worst sign of each step, by its parts; what is about none of them is at the last step of the service. Pure. */
export function signsOf(
  { steps }: Course,
  signs: readonly StepSign[],
): ReadonlyMap<string, StepSign> {
  const last = steps.findLast(({ by }) => by === 'service')?.id;
  const found = new Map<string, StepSign>();
  for (const sign of signs.toSorted((a, b) => WORST.indexOf(a.tone) - WORST.indexOf(b.tone))) {
    const id =
      steps.find(({ rule }) => rule !== undefined && rule === sign.rule)?.id ??
      steps.find(({ parts }) => parts.includes(sign.part))?.id ??
      last;
    if (id !== undefined && !found.has(id)) found.set(id, sign);
  }
  return found;
}

const WORST: readonly StepSign['tone'][] = ['error', 'warning', 'unknown'];

/** How long the steps of the service take, and after how much each starts. */
export type CourseTimes = ReadonlyMap<string, { readonly takes: Range; readonly after: Range }>;

/** What is known of the time of a whole restore, and of its phases. */
interface WholeTime {
  readonly range: Range;
  /** Null: too few past restores report it. */
  readonly phaseOf: (kind: PhaseKind) => Range | null;
}

/**
 * The times of the steps as parts of the time of the whole, so that they add up to it; none where one of them isn't
 * known. Pure.
 */
export function courseTimes({ steps }: Course, { range, phaseOf }: WholeTime): CourseTimes {
  const own = steps.filter(({ by }) => by === 'service');
  const phases = own.flatMap(({ phase }) => (phase === undefined ? [] : [phaseOf(phase)]));
  const reported = phases.filter((one) => one !== null);
  const others = sum(reported);
  const rest = { lowMs: range.lowMs - others.lowMs, highMs: range.highMs - others.highMs };
  const isWhole = reported.length === phases.length && phases.length === own.length - 1;
  if (!isWhole || rest.lowMs <= 0 || rest.highMs < rest.lowMs) return new Map();
  let after = rangeOf(0, 0);
  return new Map(
    own.map(({ id, phase }) => {
      const takes = (phase === undefined ? null : phaseOf(phase)) ?? rest;
      const times = { takes, after };
      after = sum([after, takes]);
      return [id, times];
    }),
  );
}

/** When at the earliest a restore that starts now can no longer be canceled; null: not known. Pure. */
export function earliestLimit({ limit }: Course, times: CourseTimes, at: Instant): number | null {
  const after = limit === undefined ? undefined : times.get(limit)?.after;
  return after === undefined ? null : at + after.lowMs;
}
