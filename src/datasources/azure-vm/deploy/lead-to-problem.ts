import { type DeployValues, templateIn } from '#src/datasources/azure-vm/deploy/form-values.ts';
import { fieldId, GROUP_ID } from '#src/datasources/azure-vm/deploy/field-ids.ts';
import type { Order } from '#src/datasources/azure-vm/deploy/use-order.ts';
import { focusField } from '#src/ui/focus-field.ts';

/** Puts the focus on the first field with a problem. */
export function leadToProblem(
  values: DeployValues,
  { isGroupMissing, problems }: Extract<Order, { kind: 'problems' }>,
): void {
  const { parameters } = templateIn(values);
  const first = parameters.findIndex(({ name }) => Object.hasOwn(problems, name));
  focusField(isGroupMissing ? GROUP_ID : fieldId(first));
}
