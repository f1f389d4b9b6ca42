import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { DiskRestore } from '#src/api/data-protection/restores.ts';
import {
  dueValidationQuery,
  lookAtDiskValidation,
  runDiskValidation,
} from '#src/api/queries/disk-restores.ts';
import {
  resumedValidationQuery,
  type ValidationRun,
  validationRunQuery,
} from '#src/api/queries/validations.ts';
import {
  type DiskCheck,
  type DiskCheckId,
  diskChecksOf,
  latestCountsAt,
} from '#src/datasources/azure-disk/checks/checks.ts';
import { diskDraft } from '#src/datasources/azure-disk/fields.ts';
import { diskView, type DiskView } from '#src/datasources/azure-disk/model.ts';
import { useDiskReads } from '#src/datasources/azure-disk/reads.ts';
import { diskRestoreOf } from '#src/datasources/azure-disk/request.ts';
import { timeText } from '#src/lib/format.ts';
import type { Instant } from '#src/lib/time.ts';
import type { Problem, ValidationProblem } from '#src/model/problem.ts';
import { ROLE_DELAY_MS } from '#src/model/roles.ts';
import type { FactValue } from '#src/rules/facts.ts';
import type { StepId } from '#src/rules/fields.ts';
import { diskChecks } from '#src/strings/azure-disk-restore.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';

const words = diskChecks.prerequisites;

/** The status of Azure's validation of a disk's restore, for the parameters selected now. */
interface ValidationStatus {
  /**
   * `stale`: of other parameters. `lost`: the result couldn't be read. `overtaken`: it succeeded, and the
   * checks no longer are what it was about.
   */
  readonly state: 'none' | 'running' | 'succeeded' | 'failed' | 'stale' | 'lost' | 'overtaken';
  /** Whether Azure has accepted the request to validate. */
  readonly isAccepted: boolean;
  /** When it started, or when it ended; null: neither. */
  readonly since: Instant | null;
  readonly problems: readonly ValidationProblem[];
  /** Why there is no result, or what Azure rejected at once. */
  readonly trouble: Problem | null;
  /** Checks that fail now, or a role that was given after the validation. */
  readonly overtakenBy: readonly DiskCheck[];
}

const NOTHING = {
  isAccepted: false,
  since: null,
  problems: [],
  trouble: null,
  overtakenBy: [],
} as const;

/** The validation as a fact for the rules: one that doesn't count is none. */
export function validationFact({
  state,
}: Pick<ValidationStatus, 'state'>): FactValue<'disk.validation'> {
  return state === 'stale' || state === 'lost' || state === 'overtaken' ? 'none' : state;
}

/** The status of the latest validation for the restore selected now, as text, and the checks of now. */
export function validationStatusOf(
  run: ValidationRun | null,
  restore: string,
  checks: readonly DiskCheck[],
): ValidationStatus {
  if (run === null || run.kind === 'stopped') return { state: 'none', ...NOTHING };
  if (run.restoreText !== restore) return { state: 'stale', ...NOTHING };
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
      const overtakenBy = checks.filter((one) => one.state === 'failed' || isGivenAfter(one, at));
      const state = overtakenBy.length > 0 ? 'overtaken' : 'succeeded';
      return { ...NOTHING, state, since: at, overtakenBy };
    }
  }
}

/** Where a failure of the validation is put right: a field of a step, or a check. */
type ProblemPlace =
  | {
      readonly kind: 'field';
      readonly step: StepId;
      readonly field: keyof typeof diskChecks.validation.goTo;
    }
  | { readonly kind: 'check'; readonly id: DiskCheckId };

const inCheck = (id: DiskCheckId): ProblemPlace => ({ kind: 'check', id });
const inParameters = (field: 'diskName' | 'rg'): ProblemPlace => ({
  kind: 'field',
  step: 'configuration',
  field,
});

/**
 * By Azure's code in small letters (azure-contract §12; causes: document 002, Restore to create a new
 * disk, the note on validation).
 */
const PLACES: Readonly<Record<string, ProblemPlace>> = {
  usererrorsamenamediskalreadyexists: inParameters('diskName'),
  usererrorrestoretargetrgnotfound: inParameters('rg'),
  usererrordisksnapshotnotfound: { kind: 'field', step: 'restore-point', field: 'point' },
  usererrornotenoughpermissionontargetrg: inCheck('target'),
  usererrornotenoughpermissiononsnapshotrg: inCheck('snapshotRole'),
  usererrorsnapshotrgnotfound: inCheck('snapshots'),
  usererrormsipermissionsnotpresentondes: inCheck('key'),
  usererrordiskbackuprestorergormsipermissionsnotpresent: inCheck('identity'),
};

/** Where a failure is put right; null for one whose cause is not documented. */
export function placeOfProblem({ code }: Pick<ValidationProblem, 'code'>): ProblemPlace | null {
  const name = code.toLowerCase();
  return Object.hasOwn(PLACES, name) ? (PLACES[name] ?? null) : null;
}

/**
 * The checks with what Azure's validation says of them: a role given lately is in effect once a validation after it
 * has succeeded, and what passed here says where Azure disagrees.
 */
export function withValidation(
  checks: readonly DiskCheck[],
  { state, since, problems }: Pick<ValidationStatus, 'state' | 'since' | 'problems'>,
): DiskCheck[] {
  if (since === null) return [...checks];
  const at = timeText(since);
  return checks.map((one) => {
    if (one.state === 'pending' && state === 'succeeded') {
      return { ...one, state: 'passed', found: words.role.inEffect(at) };
    }
    const problem = problems.find((found) => {
      const place = placeOfProblem(found);
      return place?.kind === 'check' && place.id === one.id;
    });
    return one.state === 'passed' && problem !== undefined
      ? { ...one, found: `${one.found} ${words.disagreed(at, problem.code)}` }
      : one;
  });
}

/** Whether a role was given after a moment: a validation that ended then says nothing of it. */
const isGivenAfter = ({ countsAt }: DiskCheck, at: Instant): boolean =>
  countsAt !== null && countsAt - ROLE_DELAY_MS > at;

/** What Azure rejects at once, such as a restore point that has expired, is a result. */
const isRefused = ({ kind }: Problem): boolean => kind === 'refused' || kind === 'notFound';

/** The validation of a disk's restore, and what can be done about it. */
export interface DiskValidation extends ValidationStatus {
  /** When the next validation starts by itself; null: none does. */
  readonly dueAt: Instant | null;
  /** Whether there is a restore to validate. */
  readonly canStart: boolean;
  readonly start: () => void;
  readonly cancel: () => void;
}

/** What a validation is about, and what is known besides. */
interface Validated {
  /** Null while something it needs is not selected or not read. */
  readonly restore: DiskRestore | null;
  readonly checks: readonly DiskCheck[];
  /** Now. */
  readonly at: Instant;
}

/** The validation that starts once a role takes effect that was given lately; null: none does. */
function dueOf({ restore, checks }: Validated) {
  const at = latestCountsAt(checks);
  return restore === null || at === null
    ? null
    : { restore, restoreText: JSON.stringify(restore), at };
}

/**
 * Azure's validation of the restore of a draft, which takes minutes and continues whatever step is open.
 * It gives the same object while neither `given` nor the validation has changed.
 */
function useDiskValidation(draftId: string, given: Validated): DiskValidation {
  const client = useQueryClient();
  const { data: run = null } = useQuery(validationRunQuery(draftId));
  useQuery(resumedValidationQuery(draftId, lookAtDiskValidation));
  useQuery(dueValidationQuery(draftId, dueOf(given)));
  return useMemo(() => {
    const { restore, checks, at } = given;
    const restoreText = JSON.stringify(restore);
    const due = dueOf(given);
    const cancel = (): void => {
      if (run?.kind === 'running') run.stop();
    };
    return {
      // While what was selected is still being read, it isn't known whether that was validated.
      ...validationStatusOf(restore === null ? null : run, restoreText, checks),
      dueAt: due !== null && due.at > at ? due.at : null,
      canStart: restore !== null,
      start: () => {
        if (restore === null) return;
        void runDiskValidation(client, draftId, { restore, restoreText });
      },
      cancel,
    };
  }, [client, draftId, given, run]);
}

/** What is known of a draft, and of Azure's own validation of it. */
export interface ValidatedView extends DiskView {
  readonly validation: DiskValidation;
}

/** Reads what a draft needs; with that the rules are applied to it. */
export function useDiskViews(loose: Draft): (draft: Draft) => ValidatedView {
  const { id, choices } = useMemo(() => diskDraft(loose), [loose]);
  const reads = useDiskReads(choices);
  const judged = useMemo(
    () => ({
      restore: diskRestoreOf(choices, reads),
      checks: diskChecksOf(reads, choices),
      at: reads.at,
    }),
    [choices, reads],
  );
  const validation = useDiskValidation(id, judged);
  return useCallback(
    (seen) => ({ ...diskView(seen, reads, validationFact(validation)), validation }),
    [reads, validation],
  );
}
