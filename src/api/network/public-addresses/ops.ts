import { byId, oneReader } from '#src/api/arm/reader.ts';
import { publicAddressWire } from '#src/api/network/public-addresses/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import type { PublicAddress } from '#src/model/network.ts';
import { resourceId } from '#src/model/resource-id.ts';

/** Reads a public address: `GET …/Microsoft.Network/publicIPAddresses/{address}` (2024-01-01). */
export const getPublicAddress = oneReader(
  publicAddressWire,
  byId(NETWORK_API_VERSION),
  ({ id, properties }): PublicAddress => {
    const method = properties?.publicIPAllocationMethod?.toLowerCase();
    return { id: resourceId(id), isReserved: method === undefined ? null : method === 'static' };
  },
);
