import { toPlaced } from '#src/api/arm/placed.ts';
import { listReader } from '#src/api/arm/reader.ts';
import { securityGroupPageWire } from '#src/api/network/security-groups/wire.ts';
import { NETWORK_API_VERSION } from '#src/api/network/version.ts';

/**
 * The network security groups of a subscription in all its regions: `GET
 * /subscriptions/{sub}/providers/Microsoft.Network/networkSecurityGroups` (2024-01-01).
 */
export const listSecurityGroups = listReader(
  securityGroupPageWire,
  (subscriptionId: string) =>
    `/subscriptions/${subscriptionId}/providers/Microsoft.Network/networkSecurityGroups?api-version=${NETWORK_API_VERSION}`,
  toPlaced,
);
