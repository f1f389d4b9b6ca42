import type { ResourceId } from '#src/model/resource-id.ts';

/** What a machine's NICs depend on. Null: Azure doesn't report it. */

/** A NIC, with the ids of what it depends on. */
export interface NetworkInterface {
  readonly id: ResourceId;
  /** An address of its subnet that stays the same. */
  readonly hasStaticAddress: boolean;
  readonly addresses: readonly NicAddress[];
  readonly hasSecurityGroup: boolean;
  readonly subnetIds: readonly ResourceId[];
  readonly publicAddressIds: readonly ResourceId[];
  readonly balancerIds: readonly ResourceId[];
}

/** Whether a NIC names its addresses; each has one, so without any its answer is incomplete. */
export const hasAddresses = ({ addresses }: Pick<NetworkInterface, 'addresses'>): boolean =>
  addresses.length > 0;

/** A private address of a NIC. */
export interface NicAddress {
  /** Null: not reported. */
  readonly address: string | null;
  readonly isStatic: boolean;
}

/** A subnet in which a card is. */
export interface NetworkSubnet {
  readonly id: ResourceId;
  readonly hasSecurityGroup: boolean;
}

export interface PublicAddress {
  readonly id: ResourceId;
  /** It stays the same when the machine is stopped. */
  readonly isReserved: boolean | null;
}

export interface LoadBalancer {
  readonly id: ResourceId;
  /** It has a public address at its front. */
  readonly isExternal: boolean;
}
