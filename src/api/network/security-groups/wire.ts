import * as z from 'zod/mini';
import { pageOf } from '#src/api/arm/wire.ts';

/** A network security group, `GET …/Microsoft.Network/networkSecurityGroups` of 2024-01-01; its rules are not read. */
const securityGroupWire = z.looseObject({ id: z.string(), name: z.string(), location: z.string() });
export type SecurityGroupWire = z.infer<typeof securityGroupWire>;

export const securityGroupPageWire = pageOf(securityGroupWire);
