import type { Instant } from '#src/lib/time.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { StepId } from '#src/rules/step-of.ts';
import type { CheckId } from '#src/strings/preflight.ts';
import type { NotChecked } from '#src/wizard/draft/review.ts';
import type { StepField } from '#src/wizard/draft/step-ids.ts';
import type { PreflightRead } from '#src/wizard/draft/preflight-reads.ts';
import type { Seen } from '#src/wizard/preflight/seen.ts';

/** How a check stands, the best first. Only the first counts as passed. */
export const CHECK_STATES = ['passed', 'checking', 'notChecked', 'warned', 'failed'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** What can be done about a line. */
export type Remedy =
  /** Go to where it is chosen. */
  | { readonly kind: 'field'; readonly step: StepId; readonly field: StepField }
  /** A command for a shell, to copy. */
  | { readonly kind: 'command'; readonly label: string; readonly text: string }
  /** Look at a job. `since`: when it started; null: it doesn't report that. */
  | {
      readonly kind: 'job';
      readonly id: ResourceId;
      readonly machine: string;
      readonly since: Instant | null;
    }
  /** Read it once more. */
  | {
      readonly kind: 'again';
      readonly what: string;
      /** What stands on the button, where nothing has failed. */
      readonly label?: string;
      readonly go: () => void;
    };

/** What a look found, beside what the rules say. */
export interface Look {
  readonly state: CheckState;
  /** The value found, or why there is none. */
  readonly found: string;
  readonly remedies?: readonly Remedy[];
  /** When it was found, where that is no read. */
  readonly at?: Instant;
}

/** One check of the list. */
export interface Check {
  readonly id: CheckId;
  /** The rules whose verdicts it gathers: they are not judged again. */
  readonly claims?: (rule: CatalogueRule) => boolean;
  /** What it is read from: it is as old as the oldest of these. */
  readonly from: readonly PreflightRead[];
  /** Null where there is nothing to look at: then the line is there only for rules that speak. */
  readonly look: (seen: Seen) => Look | null;
}

/** What the rules add to a line: those that speak, and those that wait for a fact. */
export interface RuleSays {
  readonly rules: readonly CatalogueRule[];
  readonly unknown: readonly NotChecked[];
}

/** The worst of several states. */
export function worst(states: readonly CheckState[]): CheckState {
  return CHECK_STATES.findLast((state) => states.includes(state)) ?? 'passed';
}
