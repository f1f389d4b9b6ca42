import type { ArmPipelines } from '#src/api/arm/pipeline.ts';
import {
  getLoadBalancer,
  getNetworkInterface,
  getPublicAddress,
} from '#src/api/network/interfaces.ts';
import { getNetworkSubnet } from '#src/api/network/networks.ts';
import { networkIds, type NetworkReads } from '#src/datasources/azure-vm/reads.ts';
import { readOf } from '#src/datasources/azure-vm/request/testing-read.ts';
import type { Machine } from '#src/model/machines.ts';
import type { ResourceId } from '#src/model/resource-id.ts';
import type { Read } from '#src/wizard/reads/read.ts';

type Getting<Value> = (arm: ArmPipelines, id: ResourceId) => Promise<Value>;

/** What the wizard would have read of a machine's network, through the client itself. */
export async function networkThrough(
  arm: ArmPipelines,
  machine: Machine | null | undefined,
): Promise<NetworkReads> {
  const each = <Value>(ids: readonly ResourceId[], get: Getting<Value>): Promise<Read<Value>[]> =>
    Promise.all(ids.map((id) => readOf(id, () => get(arm, id))));
  const interfaces = await each(machine?.nicIds ?? [], getNetworkInterface);
  const ids = networkIds(interfaces);
  return {
    interfaces,
    subnets: await each(ids.subnets, getNetworkSubnet),
    publicAddresses: await each(ids.publicAddresses, getPublicAddress),
    balancers: await each(ids.balancers, getLoadBalancer),
  };
}
