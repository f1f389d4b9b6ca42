import { fieldId, GROUP_ID, TEXT_ID } from '#src/datasources/azure-vm/deploy/field-ids.ts';
import {
  type DeployValues,
  type MissingValues,
  templateIn,
} from '#src/datasources/azure-vm/deploy/form-values.ts';
import { focusField } from '#src/ui/focus-field.ts';

/** Puts the focus on the first field with a problem. */
export function leadToProblem(values: DeployValues, missing: MissingValues): void {
  const { isTextBroken, isGroupMissing, problems } = missing;
  const { parameters } = templateIn(values);
  const first = parameters.findIndex(({ name }) => Object.hasOwn(problems, name));
  if (isTextBroken) focusField(TEXT_ID);
  else focusField(isGroupMissing ? GROUP_ID : fieldId(first));
}
