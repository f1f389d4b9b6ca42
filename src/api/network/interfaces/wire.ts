import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

const reference = z.looseObject({ id: maybe(z.string()) });

/** One address of a card, with what it belongs to. */
const configurationWire = z.looseObject({
  properties: maybe(
    z.looseObject({
      /** `Static` or `Dynamic`. */
      privateIPAllocationMethod: maybe(z.string()),
      privateIPAddress: maybe(z.string()),
      subnet: maybe(reference),
      publicIPAddress: maybe(reference),
      loadBalancerBackendAddressPools: maybe(z.array(reference)),
      loadBalancerInboundNatRules: maybe(z.array(reference)),
    }),
  ),
});
export type ConfigurationWire = z.infer<typeof configurationWire>;

/** A NIC, `GET …/Microsoft.Network/networkInterfaces/{nic}` of 2024-01-01. */
export const networkInterfaceWire = z.looseObject({
  id: z.string(),
  properties: maybe(
    z.looseObject({
      networkSecurityGroup: maybe(reference),
      ipConfigurations: maybe(z.array(configurationWire)),
    }),
  ),
});
export type NetworkInterfaceWire = z.infer<typeof networkInterfaceWire>;

/** NICs of a list, for their names: the least that an answer has is the id (S). */
export const interfacePageWire = pageOf(z.looseObject({ id: z.string(), name: maybe(z.string()) }));
