import { useQuery, useQueryClient } from '@tanstack/react-query';
import { dueValidationQuery, runDiskValidation } from '#src/api/queries/disk-restores.ts';
import { type ValidationRun, validationRunQuery } from '#src/api/queries/validations.ts';
import type { Instant } from '#src/lib/time.ts';
import type { DiskRestore } from '#src/model/data-protection.ts';
import type { Problem } from '#src/model/problem.ts';
import type { ValidationProblem } from '#src/model/validation.ts';

/** How Azure's own look at the restore of a disk stands, and what can be done about it. */
export interface DiskValidation {
  /** `stale`: of other parameters than today's. `lost`: asked, and the answer could not be had. */
  readonly state: 'none' | 'running' | 'succeeded' | 'failed' | 'stale' | 'lost';
  /** Since when it runs, or when it had ended; null: neither. */
  readonly since: Instant | null;
  readonly problems: readonly ValidationProblem[];
  /** Why there is no answer; null: there is one, or none is waited for. */
  readonly trouble: Problem | null;
  /** When Azure is asked by itself; null: not. */
  readonly dueAt: Instant | null;
  /** Whether there is something to ask about. */
  readonly canStart: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/**
 * Azure's own look at the restore of a draft, which takes minutes; it goes on whatever step is open.
 * `restore` is null while something it needs is not chosen or not read; `countsAt` the moment from
 * which a role counts that was given lately: then Azure is asked by itself. `at` is now.
 */
export function useDiskValidation(
  draftId: string,
  restore: DiskRestore | null,
  role: { readonly countsAt: Instant | null; readonly at: Instant },
): DiskValidation {
  const client = useQueryClient();
  const { data: run } = useQuery(validationRunQuery(draftId));
  const asked = JSON.stringify(restore);
  const { countsAt } = role;
  const due = restore === null || countsAt === null ? null : { restore, asked, at: countsAt };
  useQuery(dueValidationQuery(draftId, due));
  const cancel = (): void => {
    if (run?.kind === 'running') run.stop();
  };
  return {
    ...standOf(run ?? null, asked),
    dueAt: due !== null && due.at > role.at ? due.at : null,
    canStart: restore !== null,
    start: () => {
      if (restore === null) return;
      // One that looks at something else is of no use any more.
      cancel();
      void runDiskValidation(client, draftId, { restore, asked });
    },
    cancel,
  };
}

type Stand = Pick<DiskValidation, 'state' | 'since' | 'problems' | 'trouble'>;

/** How the latest look stands for what is chosen now. */
function standOf(run: ValidationRun | null, asked: string): Stand {
  const nothing = { since: null, problems: [], trouble: null };
  if (run === null || run.kind === 'stopped') return { state: 'none', ...nothing };
  if (run.asked !== asked) return { state: 'stale', ...nothing };
  switch (run.kind) {
    case 'running':
      return { ...nothing, state: 'running', since: run.since };
    case 'trouble':
      return { ...nothing, state: 'lost', trouble: run.problem };
    case 'done': {
      const { at, problems } = run;
      return {
        ...nothing,
        state: problems.length > 0 ? 'failed' : 'succeeded',
        since: at,
        problems,
      };
    }
  }
}
