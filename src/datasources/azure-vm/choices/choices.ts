import { FIELDS, type VmChoices } from '#src/datasources/azure-vm/fields.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import type { Choices } from '#src/rules/fields.ts';
import { ruleChoicesOf, shownAs } from '#src/wizard/fields/rule-choices.ts';

/** A draft's choices as the rules read them: ids become the things they stand for. */
export const ruleChoices = (choices: VmChoices, reads: Reads): Choices =>
  ruleChoicesOf(FIELDS, choices, { choices, reads });

/** Takes over what settling cleared or filled in; ids that only the draft holds stay. */
export const shownOf = (choices: VmChoices, settled: Choices, reads: Reads): VmChoices =>
  shownAs(FIELDS, settled, choices, { choices, reads });
