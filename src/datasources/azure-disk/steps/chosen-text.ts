import { FIELDS } from '#src/datasources/azure-disk/fields.ts';
import { chosenTextBy } from '#src/wizard/fields/chosen-text.ts';

/** A field and what was chosen in it; ids of Azure's own say nothing to people. */
export const chosenText = chosenTextBy(FIELDS);
