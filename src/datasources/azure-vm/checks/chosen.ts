import {
  about,
  type Check,
  type CheckInput,
  rulesNamed,
  notInPart,
  type PreflightReads,
} from '#src/datasources/azure-vm/checks/preflight.ts';
import { machineOfInstance } from '#src/datasources/azure-vm/choices.ts';
import type { VmChoices } from '#src/datasources/azure-vm/fields.ts';
import { regionOf } from '#src/datasources/azure-vm/facts.ts';
import { isOnNetworkOf } from '#src/datasources/azure-vm/machine-facts.ts';
import { chosenAccount, chosenPoint, type DraftView } from '#src/datasources/azure-vm/model.ts';
import type { Reads } from '#src/datasources/azure-vm/reads.ts';
import { ownGroup, ownGroupText, targetRegion } from '#src/datasources/azure-vm/target.ts';
import type { WantedTarget } from '#src/model/lost-restore.ts';
import { sameId } from '#src/model/resource-id.ts';
import { common } from '#src/strings/common.ts';
import { restoreParts } from '#src/strings/restore-parts.ts';
import { preflight } from '#src/strings/preflight.ts';
import { wizard } from '#src/strings/wizard.ts';
import { isSilent } from '#src/wizard/explain/findings.ts';
import { unknownLine } from '#src/wizard/explain/unknown.ts';
import { known } from '#src/wizard/read.ts';
import {
  type CheckResult,
  type Remedy,
  type TargetReads,
  targetResult,
  unread,
  worstOf,
} from '#src/wizard/review/check.ts';

const pointWords = preflight.point;
const choose: Remedy = { kind: 'field', step: 'restore-point', field: 'point' };

/** Whether the restore point, and the snapshot that it may consist of, is still there. */
export const point: Check = {
  id: 'point',
  claims: about('point'),
  from: ['points', 'secondaryPoints'],
  run: ({ view }) => {
    const missing = unread(view.reads.points, pointWords.read);
    if (missing !== null) return missing;
    // The rules ask for one.
    if (view.shown.point === null) return null;
    const found = chosenPoint(view);
    if (found === undefined) {
      const gone: CheckResult = { state: 'failed', found: pointWords.gone, remedies: [choose] };
      return notInPart(view.reads.points) ?? notInPart(view.reads.secondaryPoints) ?? gone;
    }
    if (found.tier === 'unknown') return { state: 'notChecked', found: pointWords.noTier };
    return {
      state: 'passed',
      found:
        found.tier === 'Snapshot'
          ? pointWords.onlySnapshot
          : pointWords.copies(wizard.tier[found.tier]),
    };
  },
};

const nameWords = preflight.names;

/** Whether the names are free, or there, as the rules have it. */
export const names: Check = {
  id: 'names',
  claims: about('vmName', 'rg'),
  from: ['machineNames', 'groups'],
  run: ({ view: { shown, reads } }: CheckInput): CheckResult | null => {
    const { option, vmName, rg } = shown;
    if (option === null || option === 'replaceDisks') return null;
    const machine =
      option === 'createVm' && vmName !== null ? machineNameResult(reads, vmName) : null;
    const group = rg === null ? null : groupResult(shown, reads, rg);
    return worstOf([machine, group].filter((one) => one !== null));
  },
};

/** Null: the name is taken, which the rules say. */
function machineNameResult({ machineNames }: Reads, vmName: string): CheckResult | null {
  const missing = unread(machineNames, nameWords.readMachines);
  if (missing !== null) return missing;
  const taken = known(machineNames) ?? [];
  if (taken.some((name) => sameId(name, vmName))) return null;
  return (
    notInPart(machineNames) ?? { state: 'passed', found: nameWords.machine(vmName, taken.length) }
  );
}

/** Null: it isn't in the list, so that the rules ask for one. */
function groupResult(shown: VmChoices, reads: Reads, rg: string): CheckResult | null {
  const own = ownGroup(shown, reads);
  if (own !== null) return { state: 'passed', found: ownGroupText(own) };
  if (shown.rgIsNew) return { state: 'passed', found: nameWords.newGroup(rg) };
  const missing = unread(reads.groups, nameWords.readGroups);
  if (missing !== null) return missing;
  return known(reads.groups)?.some(({ name }) => sameId(name, rg)) === true
    ? { state: 'passed', found: nameWords.group(rg) }
    : notInPart(reads.groups);
}

/** The staging location, as the rules have it. */
export const staging: Check = {
  id: 'staging',
  claims: about('staging'),
  from: ['accounts'],
  run: ({ view }) => {
    const account = chosenAccount(view);
    if (account !== undefined) return { state: 'passed', found: preflight.staging.found(account) };
    // The rules ask for one, or say what wasn’t read.
    if (view.draft.choices.staging === null || view.reads.accounts.state !== 'known') return null;
    return (
      notInPart(view.reads.accounts) ?? {
        state: 'failed',
        found: preflight.staging.gone,
        remedies: [{ kind: 'field', step: 'configuration', field: 'staging' }],
      }
    );
  },
};

const placementWords = preflight.placement;
const isAboutSize = rulesNamed('create-vm.sku-unavailable.disks-kept');
const isAboutZone = about('zone');

/** Whether size and zone are offered, as the rules have it. */
export const placement: Check = {
  id: 'placement',
  claims: (rule) => isAboutSize(rule) || isAboutZone(rule),
  from: ['sizes', 'regions'],
  run: ({ view, open }) => {
    const { option, zone } = view.shown;
    if (option === null || option === 'replaceDisks') return null;
    const size = option === 'createVm' ? (chosenPoint(view)?.vmSize ?? null) : null;
    if (size === null && zone === null) return null;
    const unknown = open.find(({ rule }) => isAboutSize(rule));
    if (size !== null && unknown !== undefined) {
      return (
        unread(view.reads.sizes, placementWords.read) ?? {
          state: 'notChecked',
          found: unknownLine(unknown.fact, view),
        }
      );
    }
    const region = targetRegion(view.shown, view.reads) ?? '';
    return size === null
      ? zoneResult(view, zone ?? '', region)
      : { state: 'passed', found: placementWords.offered(size, region, zone) };
  },
};

/** Of disks alone only the zone is looked up. */
function zoneResult({ shown, reads }: DraftView, zone: string, region: string): CheckResult {
  const missing = unread(reads.regions, placementWords.readZones);
  if (missing !== null) return missing;
  return regionOf(shown, reads)?.zones.includes(zone) === true
    ? { state: 'passed', found: placementWords.listed(zone, region) }
    : { state: 'notChecked', found: placementWords.notReported(zone, region) };
}

/**
 * Whether a copy meets its source on one network, where the rule of host names speaks: the source then runs there or is
 * stopped. Null: nothing of the kind is chosen.
 */
export function meetsItsSource({
  settled,
  shown,
  draft,
  reads,
}: DraftView): 'running' | 'stopped' | 'no' | 'loading' | 'not known' | null {
  const verdict = settled.verdicts.find(({ rule }) => isAboutHostName(rule));
  if (verdict === undefined || shown.option !== 'createVm' || shown.vnet === null) return null;
  const isOn = isOnNetworkOf({ draft, reads }, shown.vnet);
  if (isOn === false) return 'no';
  if ([reads.machine, ...reads.interfaces].some(({ state }) => state === 'loading')) {
    return 'loading';
  }
  const isRunning = verdict.state === 'speaks' ? known(reads.machine)?.isRunning : undefined;
  if (isOn === undefined || isRunning === undefined || isRunning === null) return 'not known';
  return isRunning ? 'running' : 'stopped';
}

const isAboutHostName = rulesNamed('platform.copy.host-name');

const hostWords = preflight.hostName;

const OTHER_NETWORK: Remedy = {
  kind: 'field',
  step: 'configuration',
  field: 'vnet',
  label: restoreParts.clash.otherNetwork,
};

/** Whether a copy gets the network of its source, whose host name it has. */
export const hostName: Check = {
  id: 'hostName',
  from: ['machine', 'interfaces'],
  isShownOnly: true,
  run: ({ view }) => {
    const meets = meetsItsSource(view);
    if (meets === null) return null;
    const machine = known(view.reads.instance)?.friendlyName ?? '';
    switch (meets) {
      case 'no':
        return { state: 'passed', found: hostWords.apart(machine) };
      case 'loading':
        return { state: 'checking', found: common.reading(hostWords.read(machine)) };
      case 'not known':
        return { state: 'notChecked', found: hostWords.notReported(machine) };
      case 'running':
      case 'stopped':
        return { state: 'warned', found: hostWords[meets](machine), remedies: [OTHER_NETWORK] };
    }
  },
};

/** Every rule that no other line speaks for. */
export const others: Check = {
  id: 'others',
  claims: () => true,
  from: ['instance', 'vault', 'machine'],
  run: ({ findings }) =>
    isSilent(findings) ? { state: 'passed', found: preflight.othersContent } : null,
};

/** Whether a restore to the same target is in progress already. */
export const sameTarget: Check = {
  id: 'sameTarget',
  from: ['runningRestores', 'otherRestores'],
  run: ({ view, reads }) => {
    const wanted = wantedTarget(view);
    return wanted.parts.length === 0 ? null : targetResult(wanted, targetReads(reads), 'vm');
  },
};

/** Where a draft restores to, with what is read of it; without parts while that is not chosen. */
export const wantedTarget = ({ shown, reads, model }: DraftView): WantedTarget => ({
  parts: known(reads.instance) === undefined ? [] : model.targetOf(shown, reads),
  source: known(reads.instance)?.friendlyName ?? machineOfInstance(shown.instance),
});

/** What tells which restores are in progress. */
export const targetReads = ({
  runningRestores,
  otherRestores,
}: Pick<PreflightReads, 'runningRestores' | 'otherRestores'>): TargetReads => ({
  ofVault: runningRestores,
  others: otherRestores,
});
