import { byId, listReader, oneReader } from '#src/api/arm/reader.ts';
import { toNetworkInterface } from '#src/api/network/interfaces/map.ts';
import { interfacePageWire, networkInterfaceWire } from '#src/api/network/interfaces/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';
import { nameOf, type ResourceId } from '#src/model/resource-id.ts';

/** Reads a NIC: `GET …/Microsoft.Network/networkInterfaces/{nic}` (2024-01-01). */
export const getNetworkInterface = oneReader(
  networkInterfaceWire,
  byId(NETWORK_API_VERSION),
  toNetworkInterface,
);

/**
 * The names of the NICs of a resource group: `GET
 * /subscriptions/{sub}/resourceGroups/{rg}/providers/Microsoft.Network/networkInterfaces` (2024-01-01).
 */
export const listInterfaceNamesOfGroup = listReader(
  interfacePageWire,
  (group: ResourceId) =>
    `${group}/providers/Microsoft.Network/networkInterfaces?api-version=${NETWORK_API_VERSION}`,
  ({ id, name }) => name ?? nameOf(id),
);
