import {
  addressIdsOf,
  freeAddress,
  ownCardIdsOf,
  subnetIdOf,
  subnetOf,
} from '#src/mocks/network/cards.ts';
import type { State } from '#src/mocks/world/fold.ts';
import type { MachineSeed, PartSeed } from '#src/mocks/world/seed.ts';

/** The first NIC of a restored VM with a network security group, as a request would have written it. */
export function cardWith(securityGroup: string, vm: MachineSeed, state: State): PartSeed {
  const [id = ''] = ownCardIdsOf(vm);
  const [publicAddress] = addressIdsOf(vm);
  const properties = {
    primary: true,
    privateIPAllocationMethod: 'Dynamic',
    ...placeOf(vm, id, state),
    ...(publicAddress === undefined ? {} : { publicIPAddress: { id: publicAddress } }),
  };
  return {
    id,
    model: {
      location: vm.location,
      properties: {
        primary: true,
        networkSecurityGroup: { id: securityGroup },
        ipConfigurations: [{ name: 'ipconfig1', properties }],
      },
    },
  };
}

/** The subnet and the address that the NIC has had since the VM was created; empty where neither is known. */
function placeOf(vm: MachineSeed, cardId: string, state: State): object {
  const subnetId = subnetIdOf(state, vm) ?? '';
  const subnet = subnetOf(state, subnetId);
  if (subnet === undefined) return {};
  const address = freeAddress(state, subnet, { taken: [], cardId });
  return {
    subnet: { id: subnetId },
    ...(address === null ? {} : { privateIPAddress: address }),
  };
}
