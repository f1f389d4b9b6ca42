import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

/** What one role gives: actions with wildcards, less those that it takes away again. */
const permissionWire = z.looseObject({
  actions: maybe(z.array(z.string())),
  notActions: maybe(z.array(z.string())),
});
export type PermissionWire = z.infer<typeof permissionWire>;

/** `GET {scope}/providers/Microsoft.Authorization/permissions` of 2022-04-01. */
export const permissionPageWire = pageOf(permissionWire);
