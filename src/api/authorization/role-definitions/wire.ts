import * as z from 'zod/mini';
import { maybe } from '#src/api/arm/wire.ts';

const patterns = maybe(z.array(z.string()));

/** A role, `GET {roleDefinitionId}` of 2022-04-01: what it gives, and what it takes away again. */
export const roleDefinitionWire = z.looseObject({
  id: maybe(z.string()),
  properties: z.looseObject({
    roleName: maybe(z.string()),
    permissions: maybe(
      z.array(
        z.looseObject({
          actions: patterns,
          notActions: patterns,
          dataActions: patterns,
          notDataActions: patterns,
        }),
      ),
    ),
  }),
});
export type RoleDefinitionWire = z.infer<typeof roleDefinitionWire>;
