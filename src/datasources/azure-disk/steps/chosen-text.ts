import { nameOf } from '#src/model/resource-id.ts';
import { diskModel } from '#src/datasources/azure-disk/model.ts';
import { wizard } from '#src/strings/wizard.ts';
import type { ChosenText } from '#src/wizard/draft/taken-back.ts';

/** A field and what was chosen in it; ids of Azure's own say nothing to people. */
export const chosenText: ChosenText = (field, was) => {
  const label = diskModel.fieldLabel(field);
  return field === 'rg' && was !== undefined ? wizard.takenBack.field(label, nameOf(was)) : label;
};
