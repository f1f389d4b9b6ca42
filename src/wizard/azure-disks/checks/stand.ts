import type { ValidationRun } from '#src/api/queries/validations.ts';
import { timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';
import { ROLE_DELAY_MS } from '#src/model/role-assignment.ts';
import type { ValidationProblem } from '#src/model/validation.ts';
import type { DiskFacts } from '#src/rules/facts.ts';
import { diskChecks } from '#src/strings/disk-checks.ts';
import type { Prerequisite } from '#src/wizard/azure-disks/checks/prerequisite.ts';

const words = diskChecks.prerequisites;

/** How Azure's own look at the restore of a disk stands, for the very parameters chosen now. */
export interface Stand {
  /**
   * `stale`: of other parameters than today's. `lost`: asked, and the answer could not be had.
   * `overtaken`: it succeeded, and the prerequisites aren't today what it was about.
   */
  readonly state: 'none' | 'running' | 'succeeded' | 'failed' | 'stale' | 'lost' | 'overtaken';
  /** Whether Azure has taken the question. */
  readonly isAccepted: boolean;
  /** Since when it runs, or when it had ended; null: neither. */
  readonly since: Instant | null;
  readonly problems: readonly ValidationProblem[];
  /** The request that went wrong: why there is no answer, or what Azure refused at once. */
  readonly trouble: Problem | null;
  /** Prerequisites that are missing now, or a role that was given after the validation. */
  readonly overtakenBy: readonly Prerequisite[];
}

const NOTHING = {
  isAccepted: false,
  since: null,
  problems: [],
  trouble: null,
  overtakenBy: [],
} as const;

/** What the rules hear of it: a validation that doesn't count is none. */
export function validationFact({ state }: Pick<Stand, 'state'>): DiskFacts['validation'] {
  return state === 'stale' || state === 'lost' || state === 'overtaken' ? 'none' : state;
}

/** How the latest look stands for what is chosen now, spelled as `asked`, and what is in place now. */
export function standOf(
  run: ValidationRun | null,
  asked: string,
  prerequisites: readonly Prerequisite[],
): Stand {
  if (run === null || run.kind === 'stopped') return { state: 'none', ...NOTHING };
  if (run.asked !== asked) return { state: 'stale', ...NOTHING };
  switch (run.kind) {
    case 'running':
      return { ...NOTHING, state: 'running', isAccepted: run.isAccepted, since: run.since };
    case 'trouble':
      return {
        ...NOTHING,
        state: isRefused(run.problem) ? 'failed' : 'lost',
        trouble: run.problem,
      };
    case 'done': {
      const { at, problems } = run;
      if (problems.length > 0) return { ...NOTHING, state: 'failed', since: at, problems };
      const overtakenBy = prerequisites.filter(
        (one) => one.state === 'missing' || isGivenAfter(one, at),
      );
      const state = overtakenBy.length > 0 ? 'overtaken' : 'succeeded';
      return { ...NOTHING, state, since: at, overtakenBy };
    }
  }
}

/** A role given lately is in effect once a validation after it has succeeded, however few minutes ago. */
export function withValidation(
  prerequisites: readonly Prerequisite[],
  { state, since }: Pick<Stand, 'state' | 'since'>,
): Prerequisite[] {
  return prerequisites.map((one) =>
    one.state === 'fresh' && state === 'succeeded' && since !== null
      ? { ...one, state: 'held', found: words.role.inEffect(timeText(since)) }
      : one,
  );
}

/** Whether a role was given after a moment: a validation that ended then says nothing of it. */
const isGivenAfter = ({ countsAt }: Prerequisite, at: Instant): boolean =>
  countsAt !== null && countsAt - ROLE_DELAY_MS > at;

/** What Azure refuses at once, such as a point that has expired, is an answer. */
const isRefused = ({ kind }: Problem): boolean => kind === 'refused' || kind === 'notFound';
