import { byId, oneReader } from '#src/api/arm/reader.ts';
import { toNetworkInterface } from '#src/api/network/interfaces/map.ts';
import { networkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';

/** Reads a network card: `GET …/Microsoft.Network/networkInterfaces/{nic}` (2024-01-01). */
export const getNetworkInterface = oneReader(
  networkInterfaceWire,
  byId(NETWORK_API_VERSION),
  toNetworkInterface,
);
