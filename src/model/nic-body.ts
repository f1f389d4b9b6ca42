import type { ResourceId } from '#src/model/resource-id.ts';

/** A NIC for a machine that is to be built (Microsoft.Network, 2024-01-01). */
export interface NewNic {
  readonly region: string;
  readonly subnetId: ResourceId;
  /** Null: Azure chooses the address, and it may change. */
  readonly address: string | null;
  readonly publicAddressId?: ResourceId;
  readonly securityGroupId?: ResourceId;
}

/** The body of a NIC that is written whole; keys that are not named stay as they were read. */
export interface NicBody {
  readonly location: string;
  readonly properties: {
    readonly ipConfigurations?: readonly object[] | null;
    readonly [more: string]: unknown;
  };
  readonly [more: string]: unknown;
}

/** The body of a new NIC with one address. */
export function nicBody(wanted: NewNic): NicBody {
  const { region, subnetId, address, publicAddressId, securityGroupId } = wanted;
  return {
    location: region,
    properties: {
      ipConfigurations: [
        {
          name: 'ipconfig1',
          properties: {
            subnet: { id: subnetId },
            ...(publicAddressId === undefined ? {} : { publicIPAddress: { id: publicAddressId } }),
            ...(address === null
              ? { privateIPAllocationMethod: 'Dynamic' }
              : { privateIPAllocationMethod: 'Static', privateIPAddress: address }),
          },
        },
      ],
      ...(securityGroupId === undefined ? {} : { networkSecurityGroup: { id: securityGroupId } }),
    },
  };
}
