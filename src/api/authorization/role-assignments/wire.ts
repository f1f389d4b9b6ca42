import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** A role that a principal holds in a scope. */
export const roleAssignmentWire = z.looseObject({
  id: maybe(z.string()),
  properties: z.looseObject({
    roleDefinitionId: z.string(),
    principalId: maybe(z.string()),
    scope: z.string(),
    createdOn: maybe(z.string()),
  }),
});
export type RoleAssignmentWire = z.infer<typeof roleAssignmentWire>;

/** `GET {scope}/providers/Microsoft.Authorization/roleAssignments` of 2022-04-01 (azure-contract §14). */
export const roleAssignmentPageWire = pageOf(roleAssignmentWire);
