import type { Rule } from '#src/rules/rule.ts';
import type { DiskView } from '#src/datasources/azure-disk/view.ts';
import { refusedAtSubmit } from '#src/wizard/explain/findings.ts';

/** The rules that refuse the restore when Restore is selected. */
export const refusedAtRestore = ({ facts, choices, model }: DiskView): Rule[] =>
  refusedAtSubmit(facts, choices, model.rules).map(({ rule }) => rule);

/** Those about a choice: checks and Azure's validation have their own places at Review. */
export const issuesAtRestore = (view: DiskView): Rule[] =>
  refusedAtRestore(view).filter((rule) => rule.group !== 'review' && !view.model.isForReview(rule));
