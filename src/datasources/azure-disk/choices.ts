import type { Choices } from '#src/rules/fields.ts';
import { type DiskChoices, FIELDS } from '#src/datasources/azure-disk/fields.ts';
import type { DiskReads } from '#src/datasources/azure-disk/reads.ts';
import { ruleChoicesOf } from '#src/wizard/fields/rule-choices.ts';

/** A draft's choices as the rules read them: what is not there any more is not chosen. */
export const diskChoices = (choices: DiskChoices, reads: DiskReads): Choices =>
  ruleChoicesOf(FIELDS, choices, { choices, reads });
