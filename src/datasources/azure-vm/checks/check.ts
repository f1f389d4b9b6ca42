import { fieldsOf, isOneOf, type Rule } from '#src/rules/rule.ts';
import type { CheckId } from '#src/strings/preflight.ts';
import type { Findings } from '#src/wizard/explain/findings.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import type { FieldName } from '#src/rules/fields.ts';
import { countText } from '#src/lib/format.ts';
import { isCut } from '#src/lib/list.ts';
import { common } from '#src/strings/common.ts';
import { known, type Read } from '#src/wizard/reads/read.ts';
import type { CheckResult } from '#src/wizard/review/check.ts';
import type { Preflight, PreflightRead } from '#src/datasources/azure-vm/checks/preflight.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';

/** One check of the list. */
export interface Check {
  readonly id: CheckId;
  /** The rules whose verdicts it gathers: they are not judged again. */
  readonly claims?: (rule: Rule) => boolean;
  /** What it is read from: it is as old as the oldest of these. */
  readonly from: readonly PreflightRead[];
  /** Null where there is nothing to look at: then the line is there only for rules that speak. */
  readonly run: (input: CheckInput) => CheckResult | null;
}

/** Everything that a check looks at. */
export interface CheckInput extends Preflight {
  readonly view: DraftView;
  /** What the rules say of what the check is about. */
  readonly findings: Findings;
}

/** Rules that speak about one of some fields. */
export const about =
  (...fields: readonly FieldName[]) =>
  (rule: Rule): boolean =>
    fieldsOf(rule).some((field) => fields.includes(field));

/** Rules of some ids. */
export const named =
  (...ids: readonly CatalogueRule['id'][]) =>
  (rule: Rule): boolean =>
    isOneOf(rule, ids);

/** What a line says of something that a cut list lacks; null where the list is whole. */
export function notInPart(read: Read<readonly unknown[]>): CheckResult | null {
  const list = known(read);
  if (list === undefined || !isCut(list)) return null;
  return { state: 'notChecked', found: common.notInCut(countText(list.length)) };
}
