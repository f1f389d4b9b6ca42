import { DAY_MS } from '#src/lib/time.ts';
import { sameId } from '#src/model/resource-id.ts';
import {
  freeAddresses,
  type Subnet,
  usableSubnets,
  type VirtualNetwork,
} from '#src/model/places.ts';
import { preflight } from '#src/strings/preflight.ts';
import { known } from '#src/wizard/reads/read.ts';
import { leftOf, quotasOf } from '#src/model/machines.ts';
import type { Job } from '#src/model/jobs.ts';
import type { DraftView } from '#src/datasources/azure-vm/draft-view.ts';
import {
  about,
  type Check,
  type CheckInput,
  notInPart,
} from '#src/datasources/azure-vm/checks/check.ts';
import { type CheckResult, type Remedy, unread } from '#src/wizard/review/check.ts';
import { targetRegion } from '#src/datasources/azure-vm/choices/target-region.ts';
import { chosenPoint } from '#src/datasources/azure-vm/view.ts';
import { usagesCommand } from '#src/datasources/azure-vm/checks/commands.ts';
import { targetSubscriptionOf } from '#src/datasources/azure-vm/checks/scopes.ts';

const addressWords = preflight.addresses;

/** Another subnet of the network; where it has no other, another network. */
const choose = (network: VirtualNetwork | undefined, name: string): Remedy => ({
  kind: 'field',
  step: 'configuration',
  field:
    network === undefined || usableSubnets(network).every((one) => sameId(one.name, name))
      ? 'vnet'
      : 'subnet',
});

/** Whether the subnet has an address left for a new machine: Azure takes one only when it creates the machine. */
export const addresses: Check = {
  id: 'addresses',
  claims: about('vnet', 'subnet'),
  from: ['networks'],
  run: ({ view }) => (view.shown.option === 'createVm' ? subnetResult(view) : null),
};

function subnetResult(view: DraftView): CheckResult {
  const missing = unread(view.reads.networks, addressWords.read);
  if (missing !== null) return missing;
  const { vnet, subnet: name } = view.shown;
  // The rules ask for what is not chosen.
  if (vnet === null || name === null) return { state: 'passed', found: '' };
  const network = known(view.reads.networks)?.find(({ id }) => sameId(id, vnet));
  const subnet = network?.subnets.find((one) => sameId(one.name, name));
  if (network === undefined || subnet === undefined) {
    const gone: CheckResult = {
      state: 'failed',
      found: addressWords.gone(name),
      remedies: [choose(network, name)],
    };
    return (network === undefined ? notInPart(view.reads.networks) : null) ?? gone;
  }
  return addressResult(subnet, choose(network, name));
}

function addressResult(subnet: Subnet, remedy: Remedy): CheckResult {
  const { name } = subnet;
  const count = freeAddresses(subnet);
  if (count === null) return { state: 'notChecked', found: addressWords.notReported(name) };
  return count.free > 0
    ? { state: 'passed', found: addressWords.free(name, count) }
    : { state: 'warned', found: addressWords.full(name, count.all), remedies: [remedy] };
}

const coreWords = preflight.cores;

/**
 * Whether the subscription may use as many more cores as the new machine has. Azure accepts the restore, and counts
 * them when it creates the machine.
 */
export const cores: Check = {
  id: 'cores',
  from: ['usages', 'sizes', 'points', 'secondaryPoints'],
  run: (input) => (input.view.shown.option === 'createVm' ? quotaResult(input) : null),
};

function quotaResult(input: CheckInput): CheckResult {
  const { view, reads } = input;
  const missing =
    unread(reads.usages, coreWords.readUsages) ?? unread(view.reads.sizes, coreWords.readSizes);
  if (missing !== null) return missing;
  const point = chosenPoint(view);
  const size = known(view.reads.sizes)?.find(({ name }) => sameId(name, point?.vmSize));
  const [tightest] = size === undefined ? [] : quotasOf(known(reads.usages) ?? [], size);
  if (size === undefined || size.cores === null || tightest === undefined) {
    return { state: 'notChecked', found: coreWords.notReported(point?.vmSize ?? null) };
  }
  const found = coreWords.found(size.cores, size.name, tightest);
  return size.cores <= leftOf(tightest)
    ? { state: 'passed', found }
    : { state: 'warned', found: `${found} ${coreWords.later}`, remedies: remediesFor(input) };
}

/** Disks need no cores; the owner of the subscription requests a higher quota. */
function remediesFor({ view }: CheckInput): CheckResult['remedies'] {
  const region = targetRegion(view.shown, view.reads) ?? '';
  const command = usagesCommand(targetSubscriptionOf(view) ?? '', region);
  return [
    { kind: 'field', step: 'configuration', field: 'option' },
    { kind: 'command', label: coreWords.ask, command },
  ];
}

const dayWords = preflight.restoresToday;
/**
 * How often Azure Backup restores one machine in 24 hours. Said of the service in general; none of the
 * five documents has it, so that reaching it is a warning and no refusal.
 */
const MOST_A_DAY = 10;

/** How often the machine was restored in the last 24 hours. */
export const restoresToday: Check = {
  id: 'restoresToday',
  from: ['restores'],
  run: ({ view, reads }) => {
    const missing = unread(reads.restores, dayWords.read);
    if (missing !== null) return missing;
    const item = known(view.reads.instance);
    const since = view.reads.at - DAY_MS;
    const own = (known(reads.restores) ?? []).filter(
      (job) => sameId(job.itemName, item?.friendlyName) && begunSince(job, since),
    );
    const found = dayWords.found(own.length, item?.friendlyName ?? '', MOST_A_DAY);
    return own.length < MOST_A_DAY
      ? { state: 'passed', found }
      : { state: 'warned', found: `${found} ${dayWords.wait}` };
  },
};

const begunSince = ({ startedAt }: Job, since: number): boolean =>
  startedAt !== null && startedAt > since;
