import type { ValidationRun } from '#src/api/queries/validations.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/** How Azure's own look at the restore of a disk stands, for the very parameters chosen now. */
export interface Stand {
  /** `stale`: of other parameters than today's. `lost`: asked, and the answer could not be had. */
  readonly state: 'none' | 'running' | 'succeeded' | 'failed' | 'stale' | 'lost';
  /** Whether Azure has taken the question. */
  readonly isAccepted: boolean;
  /** Since when it runs, or when it had ended; null: neither. */
  readonly since: Instant | null;
  readonly problems: readonly ValidationProblem[];
  /** The request that went wrong: why there is no answer, or what Azure refused at once. */
  readonly trouble: Problem | null;
}

const NOTHING = { isAccepted: false, since: null, problems: [], trouble: null } as const;

/** How the latest look stands for what is chosen now, spelled as `asked`. */
export function standOf(run: ValidationRun | null, asked: string): Stand {
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
      const state = problems.length > 0 ? 'failed' : 'succeeded';
      return { ...NOTHING, state, since: at, problems };
    }
  }
}

/** What Azure refuses at once, such as a point that has expired, is an answer. */
const isRefused = ({ kind }: Problem): boolean => kind === 'refused' || kind === 'notFound';
