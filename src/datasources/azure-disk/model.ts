import { diskChoices } from '#src/datasources/azure-disk/choices.ts';
import { DISK_NAME, hasBadName, targetOf } from '#src/datasources/azure-disk/disk-name.ts';
import { diskFacts, sourceOf } from '#src/datasources/azure-disk/facts.ts';
import { FIELDS } from '#src/datasources/azure-disk/fields.ts';
import {
  answersOf,
  type DiskReads,
  readWords,
  subscriptionName,
} from '#src/datasources/azure-disk/reads.ts';
import { diskRules } from '#src/datasources/azure-disk/rules.ts';
import { diskChange, diskChoicesOf } from '#src/datasources/azure-disk/schema.ts';
import { STEPS_OF_DISK } from '#src/datasources/azure-disk/steps/steps.ts';
import { transitions } from '#src/datasources/azure-disk/transitions.ts';
import type { CatalogueRule } from '#src/rules/catalogue.ts';
import { labelOfField } from '#src/rules/fields.ts';
import { isOneOf, stepOf } from '#src/rules/rule.ts';
import { diskFlow } from '#src/strings/disk-flow.ts';
import type { ViewModel } from '#src/wizard/explain/view.ts';
import { entryOf } from '#src/wizard/fields/field.ts';
import { insteadBy } from '#src/wizard/fields/instead.ts';

/** Rules about what has to be there before a restore, and is no choice: no step waits for them. */
const PREREQUISITES: readonly CatalogueRule['id'][] = [
  'disk.role.target',
  'disk.role.snapshot-rg',
  'disk.snapshots.present',
  'disk.des.reader',
];

/** How the restore of a managed disk is judged. */
export const diskModel: ViewModel<DiskReads> = {
  sourceOf,
  answersOf,
  ...readWords,
  valueName: (value, reads) =>
    typeof value === 'string' ? (subscriptionName(reads, value) ?? value) : value,
  steps: STEPS_OF_DISK,
  rules: diskRules,
  stepOf,
  fieldLabel: (field) => entryOf(FIELDS, field)?.label ?? labelOfField(field),
  factsOf: (reads, choices) => diskFacts(reads, diskChoicesOf(choices), reads.validation),
  ruleChoices: (choices, reads) => diskChoices(diskChoicesOf(choices), reads),
  shownOf: (choices) => choices,
  transitions,
  targetOf: (choices) => targetOf(diskChoicesOf(choices)),
  isForReview: (rule) => isOneOf(rule, PREREQUISITES),
  instead: {
    candidatesOf: () => [],
    ...insteadBy(FIELDS),
    parseChange: diskChange,
  },
  rejecting: {
    rejectedIn: (choices) =>
      hasBadName(diskChoicesOf(choices)) ? [{ field: 'diskName', code: DISK_NAME }] : [],
    codeText: (code) => (code === DISK_NAME ? diskFlow.parameters.badName : code),
  },
};
