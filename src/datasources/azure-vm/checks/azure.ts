import {
  about,
  type Check,
  type CheckInput,
  rulesNamed,
  notInPart,
  stopCommand,
  targetSubscriptionOf,
  usagesCommand,
  type Validation,
} from '#src/datasources/azure-vm/checks/preflight.ts';
import { chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import { targetRegion } from '#src/datasources/azure-vm/target.ts';
import { DAY_MS } from '#src/lib/time.ts';
import { textInSentence } from '#src/lib/visible-text.ts';
import type { Job } from '#src/model/jobs.ts';
import { leftOf, quotasOf } from '#src/model/machines.ts';
import {
  freeAddresses,
  type Subnet,
  usableSubnets,
  type VirtualNetwork,
} from '#src/model/places.ts';
import type { ValidationProblem } from '#src/model/problem.ts';
import { sameId } from '#src/model/resource-id.ts';
import { preflight } from '#src/strings/preflight.ts';
import { problemWords } from '#src/strings/problem-words.ts';
import { known } from '#src/wizard/read.ts';
import { type CheckResult, type Remedy, unread } from '#src/wizard/review/check.ts';

const words = preflight.azure;

/** What Azure itself says of the very request that Restore would send. */
export const azureAnswer: Check = {
  id: 'azure',
  from: [],
  run: ({ validation }) => validationResult(validation),
};

function validationResult({ stage, isStale, waitsFor }: Validation): CheckResult {
  if (waitsFor !== null) return { state: 'notChecked', found: words.waits[waitsFor] };
  if (isStale) return { state: 'notChecked', found: words.stale };
  switch (stage.kind) {
    case 'idle':
    case 'stopped':
      return { state: 'notChecked', found: words[stage.kind] };
    case 'running':
      return { state: 'checking', found: stage.isAccepted ? words.running : words.asking };
    case 'trouble': {
      const { problem } = stage;
      const { title, advice } = problemWords(problem);
      return {
        state: 'notChecked',
        found: [title(words.read), textInSentence(problem.message), advice].join(' '),
      };
    }
    case 'done':
      return stage.problems.length === 0
        ? { state: 'passed', found: words.content, at: stage.at }
        : { state: 'failed', found: stage.problems.map(problemText).join(' '), at: stage.at };
  }
}

/** Azure's own words. */
function problemText({ code, message, recommendations }: ValidationProblem): string {
  return [...[message, ...recommendations].map(textInSentence), words.code(code)].join(' ');
}

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

function subnetResult(view: DraftView): CheckResult | null {
  const missing = unread(view.reads.networks, addressWords.read);
  if (missing !== null) return missing;
  const { vnet, subnet: name } = view.shown;
  // The rules ask for what is not chosen.
  if (vnet === null || name === null) return null;
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

const powerWords = preflight.power;

/** Whether a machine whose disks are replaced is shut down: Azure replaces those of no other. */
export const power: Check = {
  id: 'power',
  claims: rulesNamed('platform.replace.running'),
  from: ['machine'],
  run: (input) => (input.view.shown.option === 'replaceDisks' ? powerResult(input) : null),
};

/** How the power of the source machine stands, and what can be done; null where there is no machine. */
function powerResult({ view, readAgain, shutDown }: CheckInput): CheckResult | null {
  const { machine: read } = view.reads;
  const missing = unread(read, powerWords.read);
  if (missing !== null) return missing;
  const machine = known(read) ?? null;
  // The rules refuse to replace the disks of a machine that is gone.
  if (machine === null) return null;
  const { id, name, isRunning } = machine;
  if (isRunning === false) return { state: 'passed', found: powerWords.off(name) };
  const again: Remedy = {
    kind: 'again',
    what: powerWords.read,
    label: powerWords.check(name),
    go: readAgain,
  };
  if (isRunning === null) {
    return { state: 'notChecked', found: powerWords.notReported(name), remedies: [again] };
  }
  const action: Remedy = { kind: 'action', label: powerWords.shutDown(name), open: shutDown };
  const command: Remedy = {
    kind: 'command',
    label: powerWords.stop,
    command: stopCommand(id),
    isOtherWay: true,
  };
  return { state: 'failed', found: powerWords.running(name), remedies: [action, command, again] };
}
