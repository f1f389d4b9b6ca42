import type { Command } from '#src/lib/command.ts';
import type { Instant } from '#src/lib/time.ts';
import type { FieldName } from '#src/rules/fields.ts';
import { checks as words } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { sayOf } from '#src/strings/rule-source.ts';
import { submission } from '#src/strings/submission.ts';
import type { Tone } from '#src/ui/Status.tsx';
import type { Reviewed } from '#src/wizard/draft/schema.ts';
import type { NotChecked } from '#src/wizard/explain/view.ts';
import { type Read, type ReadTrouble, troubleText } from '#src/wizard/reads/read.ts';

/**
 * How a check stands, the best first. Only the first counts as passed. `warned`: the restore might be rejected or
 * fail, and a person has to read that; `toDo`: something is left to choose, which the form names when Restore is
 * selected; `failed`: the service rejects the restore, so that Restore can't be selected.
 */
const CHECK_STATES = ['passed', 'checking', 'notChecked', 'warned', 'toDo', 'failed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** The tone of each state. */
export const CHECK_TONES: Readonly<Record<CheckState, Tone>> = {
  passed: 'done',
  checking: 'running',
  notChecked: 'unknown',
  warned: 'warning',
  toDo: 'waiting',
  failed: 'failed',
};

/** What can be done about a check. */
export type Remedy =
  /** Go to where it is chosen. */
  | {
      readonly kind: 'field';
      readonly step: string;
      readonly field: FieldName;
      /** The button's label, where it is not the name of the step. */
      readonly label?: string;
    }
  /** A button of a step, by its id. */
  | { readonly kind: 'button'; readonly step: string; readonly id: string; readonly label: string }
  /** A command for a shell, to copy. */
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly command: Command;
      /** Folded up under its label: what else can be done is easier. */
      readonly isOtherWay?: boolean;
    }
  /** CheckResult at a job, by its address. `since`: when it started; null: it doesn't report that. */
  | {
      readonly kind: 'job';
      readonly address: string;
      readonly machine: string;
      readonly since: Instant | null;
    }
  /** Read it once more. */
  | {
      readonly kind: 'again';
      readonly what: string;
      /** The button's label, where nothing has failed. */
      readonly label?: string;
      /** It can succeed only once a person changed something, such as a role. */
      readonly isAfter?: boolean;
      readonly go: () => void;
    };

/** What a check found, beside what the rules say. */
export interface CheckResult {
  readonly state: CheckState;
  /** The value found, or why there is none. */
  readonly found: string;
  readonly remedies?: readonly Remedy[];
  /** When it was found, where that is no read. */
  readonly at?: Instant;
}

/** The worst of several states. */
export function worst(states: readonly CheckState[]): CheckState {
  return CHECK_STATES.findLast((state) => states.includes(state)) ?? 'passed';
}

/** The way to read once more what a check lacks; none where that gets the same answer. */
export function againRemedies(trouble: ReadTrouble | undefined, what: string): Remedy[] {
  const go = trouble?.readAgain ?? null;
  if (trouble === undefined || go === null) return [];
  return [{ kind: 'again', what, go, isAfter: trouble.problem.way === 'after' }];
}

/** What a check says while a read is not known, and the way to ask again; null once it is. */
export function unread(read: Read<unknown>, what: string): CheckResult | null {
  switch (read.state) {
    case 'known':
      return null;
    case 'loading':
      return { state: 'checking', found: common.reading(what) };
    case 'not asked':
      return { state: 'notChecked', found: words.waits };
    case 'forbidden':
    case 'failed':
      return {
        state: 'notChecked',
        found: troubleText(read, what),
        remedies: againRemedies(read.trouble, what),
      };
  }
}

/** What could not be checked, as checks without a result: it was no warning that a person accepted. */
export const uncheckedRules = (notChecked: readonly NotChecked[]): Reviewed['checks'] =>
  notChecked.map(({ rule }) => ({
    name: sayOf(rule),
    state: submission.notChecked,
    found: '',
    at: null,
  }));
