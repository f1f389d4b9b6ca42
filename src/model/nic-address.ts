import type { NicBody } from '#src/model/nic-body.ts';

/** A NIC as it was read, with all that it says. */
interface NicThere {
  readonly location: string;
  readonly properties: {
    readonly ipConfigurations?:
      | readonly {
          readonly properties?: Readonly<Record<string, unknown>> | null | undefined;
        }[]
      | null
      | undefined;
  };
}

/** Whether the first address of a NIC is this one, and stays. */
export function hasStaticAddress({ properties }: NicThere, address: string): boolean {
  const first = properties.ipConfigurations?.[0]?.properties ?? {};
  const method = first['privateIPAllocationMethod'];
  return (
    typeof method === 'string' &&
    method.toLowerCase() === 'static' &&
    first['privateIPAddress'] === address
  );
}

/** The same NIC with a first address that stays; all else is as it was read. */
export function withStaticAddress(nic: NicThere, address: string): NicBody {
  const { location, properties, ...more } = nic;
  const configurations = (properties.ipConfigurations ?? []).map((one, index) =>
    index > 0
      ? one
      : {
          ...one,
          properties: {
            ...one.properties,
            privateIPAllocationMethod: 'Static',
            privateIPAddress: address,
          },
        },
  );
  return { ...more, location, properties: { ...properties, ipConfigurations: configurations } };
}
