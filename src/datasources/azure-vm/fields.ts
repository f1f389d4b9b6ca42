import { CONFIGURATION_FIELDS } from '#src/datasources/azure-vm/fields/configuration.ts';
import {
  DISK_FIELDS,
  NETWORK_FIELDS,
  REVIEW_FIELDS,
} from '#src/datasources/azure-vm/fields/disks.ts';
import { QUESTION_FIELDS } from '#src/datasources/azure-vm/fields/questions.ts';
import { SOURCE_FIELDS } from '#src/datasources/azure-vm/fields/source.ts';
import type { VmGiven } from '#src/datasources/azure-vm/fields/field.ts';
import type { ChoicesOf, FieldTable } from '#src/wizard/fields/field.ts';

/** What the rules can take away of a target while its draft keeps it. */
export const TARGET_FIELDS = { ...CONFIGURATION_FIELDS, ...DISK_FIELDS, ...NETWORK_FIELDS };

const TABLE = { ...SOURCE_FIELDS, ...TARGET_FIELDS, ...QUESTION_FIELDS, ...REVIEW_FIELDS };

/** What the operator has chosen; null is "not chosen". Resources are stored by their id or name. */
export type VmChoices = ChoicesOf<typeof TABLE>;

/** The fields of a virtual machine's restore, one entry each, in the order of the page. */
export const FIELDS: FieldTable<VmChoices, VmGiven> = TABLE;
