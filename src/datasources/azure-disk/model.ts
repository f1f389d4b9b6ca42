import { jobListRules, jobNoticeRules } from '#src/rules/catalogue/jobs.ts';
import { diskFactsOf, diskFactSource } from '#src/datasources/azure-disk/facts.ts';
import {
  DISK_FIELDS,
  DISK_NAME,
  diskChange,
  diskChoices,
  type DiskChoices,
  diskChoicesOf,
  diskDraft,
  type DiskDraft,
  diskTransitions,
  hasBadName,
  STEPS_OF_DISK,
} from '#src/datasources/azure-disk/fields.ts';
import {
  diskAnswersOf,
  type DiskReads,
  diskReadWords,
  diskTargetOf,
  targetSubscriptionName,
} from '#src/datasources/azure-disk/reads.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { datasourceRules } from '#src/rules/catalogue/datasource.ts';
import { diskRules as ofDisk } from '#src/rules/catalogue/disk.ts';
import { instanceRules } from '#src/rules/catalogue/instance.ts';
import { pointRequiredRules } from '#src/rules/catalogue/restore-point.ts';
import { reviewRules } from '#src/rules/catalogue/review.ts';
import { softDeleteRules } from '#src/rules/catalogue/soft-delete.ts';
import { inScope, ruleSet } from '#src/rules/engine.ts';
import type { FactValue } from '#src/rules/facts.ts';
import { labelOfField } from '#src/rules/fields.ts';
import { isRuleOf, type Rule, ruleStepOf } from '#src/rules/rule.ts';
import { diskFlow } from '#src/strings/azure-disk-restore.ts';
import type { Draft } from '#src/wizard/draft/schema.ts';
import { refusedAtSubmit } from '#src/wizard/explain/findings.ts';
import { type View, type ViewModel, viewOf } from '#src/wizard/explain/view.ts';
import { entryOf, insteadBy } from '#src/wizard/fields/field.ts';

const DISK = { product: 'azure-backup', datasource: 'azure-disk' } as const;

/** The rules that judge the restore of a disk, in the catalogue's order. */
export const rulesOfDisk = ruleSet([
  ...datasourceRules,
  ...instanceRules,
  ...pointRequiredRules,
  ...reviewRules,
  ...ofDisk,
  ...jobNoticeRules,
  ...jobListRules,
  ...softDeleteRules.filter((rule) => inScope(rule, DISK)),
]);

/** Rules about what has to be there before a restore, and is no choice: no step waits for them. */
const PREREQUISITES: readonly CatalogueRule['id'][] = [
  'disk.role.target',
  'disk.role.snapshot-rg',
  'disk.snapshots.present',
  'disk.des.reader',
];

/** How the restore of a managed disk is judged. */
export const diskModel: ViewModel<DiskReads> = {
  sourceOf: diskFactSource,
  answersOf: diskAnswersOf,
  ...diskReadWords,
  valueName: (value, reads) =>
    typeof value === 'string' ? (targetSubscriptionName(reads, value) ?? value) : value,
  steps: STEPS_OF_DISK,
  rules: rulesOfDisk,
  stepOf: ruleStepOf,
  fieldLabel: (field) => entryOf(DISK_FIELDS, field)?.label ?? labelOfField(field),
  factsOf: (reads, choices) => diskFactsOf(reads, diskChoicesOf(choices), reads.validation),
  ruleChoices: (choices, reads) => diskChoices(diskChoicesOf(choices), reads),
  shownOf: (choices) => choices,
  transitions: diskTransitions,
  targetOf: (choices) => diskTargetOf(diskChoicesOf(choices)),
  isForReview: (rule) => isRuleOf(rule, PREREQUISITES),
  instead: {
    candidatesOf: () => [],
    ...insteadBy(DISK_FIELDS),
    parseChange: diskChange,
  },
  rejecting: {
    rejectedIn: (choices) =>
      hasBadName(diskChoicesOf(choices)) ? [{ field: 'diskName', code: DISK_NAME }] : [],
    codeText: (code) => (code === DISK_NAME ? diskFlow.parameters.badName : code),
  },
};

/** The draft of a disk's restore with everything that is known and said about it. */
export interface DiskView extends View<DiskReads> {
  readonly draft: DiskDraft;
  readonly shown: DiskChoices;
}

/** Applies the rules to a draft. Pure. */
export function diskView(
  draft: Draft,
  reads: DiskReads,
  validation: FactValue<'disk.validation'>,
): DiskView {
  const view = viewOf(diskModel, draft, { ...reads, validation });
  return { ...view, draft: diskDraft(view.draft), shown: diskChoicesOf(view.shown) };
}

/** The rules that refuse the restore when Restore is selected. */
export const refusedAtRestore = ({ facts, choices, model }: DiskView): Rule[] =>
  refusedAtSubmit(facts, choices, model.rules).map(({ rule }) => rule);

/** Those about a choice: checks and Azure's validation have their own places at Review. */
export const issuesAtRestore = (view: DiskView): Rule[] =>
  refusedAtRestore(view).filter((rule) => rule.group !== 'review' && !view.model.isForReview(rule));
