import { FIELDS } from '#src/datasources/azure-vm/fields.ts';
import { chosenTextBy } from '#src/wizard/fields/chosen-text.ts';

/** A field and what was chosen in it. */
export const chosenText = chosenTextBy(FIELDS);
