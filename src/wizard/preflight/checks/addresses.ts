import { sameId } from '#src/model/resource-id.ts';
import type { Subnet } from '#src/model/placement.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/draft/reads.ts';
import type { DraftView } from '#src/wizard/draft/view.ts';
import type { Check, Look, Remedy } from '#src/wizard/preflight/check.ts';
import { about } from '#src/wizard/preflight/claims.ts';
import { freeAddresses } from '#src/wizard/preflight/free-addresses.ts';
import { notInPart, unread } from '#src/wizard/preflight/unread.ts';

const words = preflight.addresses;
const choose: Remedy = { kind: 'field', step: 'configuration', field: 'subnet' };

/** Whether the subnet has an address left for a new machine. */
export const addresses: Check = {
  id: 'addresses',
  claims: about('vnet', 'subnet'),
  from: ['networks'],
  look: ({ view }) => (view.shown.option === 'createVm' ? lookAt(view) : null),
};

function lookAt(view: DraftView): Look {
  const missing = unread(view.reads.networks, words.read);
  if (missing !== null) return missing;
  const { vnet, subnet: name } = view.shown;
  // The rules ask for what is not chosen.
  if (vnet === null || name === null) return { state: 'passed', found: '' };
  const network = known(view.reads.networks)?.find(({ id }) => sameId(id, vnet));
  const subnet = network?.subnets.find((one) => sameId(one.name, name));
  if (network === undefined || subnet === undefined) {
    const gone: Look = { state: 'failed', found: words.gone(name), remedies: [choose] };
    return (network === undefined ? notInPart(view.reads.networks) : null) ?? gone;
  }
  return lookIn(subnet);
}

function lookIn(subnet: Subnet): Look {
  const { name } = subnet;
  const count = freeAddresses(subnet);
  if (count === null) return { state: 'notChecked', found: words.notTold(name) };
  return count.free > 0
    ? { state: 'passed', found: words.free(name, count) }
    : { state: 'failed', found: words.full(name, count.all), remedies: [choose] };
}
