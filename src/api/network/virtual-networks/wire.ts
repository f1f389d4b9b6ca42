import * as z from 'zod/mini';
import { maybe, pageOf } from '#src/api/arm/wire.ts';

const subnetWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  properties: maybe(
    z.looseObject({
      /** One prefix, or a list of them in its place. */
      addressPrefix: maybe(z.string()),
      addressPrefixes: maybe(z.array(z.string())),
      /** Missing where nothing has an address. */
      ipConfigurations: maybe(z.array(z.looseObject({ id: maybe(z.string()) }))),
      delegations: maybe(z.array(z.looseObject({ name: maybe(z.string()) }))),
    }),
  ),
});

/**
 * A virtual network with its subnets inside, `GET …/Microsoft.Network/virtualNetworks` of 2024-01-01
 * (azure-contract §14).
 */
export const virtualNetworkWire = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: maybe(
    z.looseObject({
      provisioningState: maybe(z.string()),
      subnets: maybe(z.array(subnetWire)),
    }),
  ),
});
export type VirtualNetworkWire = z.infer<typeof virtualNetworkWire>;

export const virtualNetworkPageWire = pageOf(virtualNetworkWire);
