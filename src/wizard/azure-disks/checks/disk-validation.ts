import type { DiskValidationRun } from '#src/api/queries/disk-validations.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/** Where Azure's own look at the restore of a disk stands, by the very parameters chosen now. */
export type DiskValidationState = 'none' | 'running' | 'succeeded' | 'failed' | 'stale' | 'lost';

/** The validation of a restore, and what a person can do with it. */
export interface DiskValidation {
  readonly state: DiskValidationState;
  /** When it was begun; null: it was not. */
  readonly since: Instant | null;
  /** When Azure had answered; null: it has not. */
  readonly at: Instant | null;
  readonly problems: readonly ValidationProblem[];
  /** Why Azure's answer is not known, or what it refused at once; null: no request went wrong. */
  readonly problem: Problem | null;
  /** A person has cancelled it, and begun no other. */
  readonly wasCancelled: boolean;
  /** When it begins by itself, because a new role counts then; null: it does not. */
  readonly byItselfAt: Instant | null;
  readonly canStart: boolean;
  readonly start: () => void;
  /** Ends the waiting; Azure itself goes on, and starts nothing. */
  readonly cancel: () => void;
}

/** What a validation says of the parameters that `asked` spells; null: they are not complete. */
export type Standing = Pick<
  DiskValidation,
  'state' | 'since' | 'at' | 'problems' | 'problem' | 'wasCancelled'
>;

const NONE: Standing = {
  state: 'none',
  since: null,
  at: null,
  problems: [],
  problem: null,
  wasCancelled: false,
};

/** See {@link Standing}. */
export function standingOf(run: DiskValidationRun | null, asked: string | null): Standing {
  if (run === null || asked === null) return NONE;
  const begun = { ...NONE, since: run.since };
  if (run.kind === 'stopped') return { ...NONE, wasCancelled: true };
  if (run.asked !== asked) return { ...begun, state: 'stale' };
  switch (run.kind) {
    case 'running':
    case 'lost':
      return { ...begun, state: run.kind };
    case 'trouble':
      return { ...begun, ...troubleOf(run.problem) };
    case 'done': {
      const { at, problems } = run;
      return { ...begun, at, problems, state: problems.length === 0 ? 'succeeded' : 'failed' };
    }
  }
}

/** What Azure has refused at once it would refuse again; any other trouble leaves its answer unknown. */
function troubleOf(problem: Problem): Pick<Standing, 'state' | 'problems' | 'problem'> {
  const isRefused = problem.kind === 'refused' || problem.kind === 'notFound';
  const { code, message } = problem;
  return isRefused
    ? { state: 'failed', problems: [{ code: code ?? '', message, recommendations: [] }], problem }
    : { state: 'lost', problems: [], problem };
}
