import { capitalized, listText, plural } from '#src/lib/wording.ts';
import type { StorageAccount } from '#src/model/places.ts';
import type { ComputeUsage } from '#src/model/machines.ts';
import { checks } from '#src/strings/checks.ts';
import { common } from '#src/strings/common.ts';
import { regionText } from '#src/strings/regions.ts';
import { sentences } from '#src/strings/sentences.ts';

/** What a person may do by the actions that are checked, before where. */
const MAY = {
  startRestore: 'restore from',
  createVm: 'create VMs in',
  changeVm: 'change VMs in',
  createDisk: 'create disks in',
  joinSubnet: 'connect VMs to subnets in',
} as const;

export type CheckedRight = keyof typeof MAY;

const coresText = (count: number): string => plural(count, '1 core', `${String(count)} cores`);

/** Texts for the list of checks before a restore. */
export const preflight = sentences({
  title: checks.title,
  list: checks.list,
  passedList: 'Checks that passed',
  passed: (count: number) => plural(count, '1 check passed', `${String(count)} checks passed`),
  check: {
    rightsVault: 'Your permissions in the vault',
    rightsTarget: 'Your permissions in the target',
    rightsNetwork: 'Your permissions in the network',
    identity: 'Managed identity',
    point: 'Restore point and snapshot',
    names: 'Names',
    sameTarget: checks.target.name,
    staging: 'Staging Location',
    addresses: 'Network and addresses',
    hostName: 'Host name',
    placement: 'Size and zone',
    cores: 'Core quota',
    keys: 'Key vault',
    power: 'Power state of the source VM',
    restoresToday: 'Restores in the last 24 hours',
    others: 'All other constraints',
    azure: 'Validation by Azure',
  },
  state: checks.state,
  issues: (count: number) => plural(count, '1 issue below', `${String(count)} issues below`),
  waits: checks.waits,
  identityAllowed: (identity: string) =>
    `${identity}: has the required permissions on the Staging Location and the resource group.`,
  /** After what passed: warnings about it that couldn’t be judged. */
  open: (count: number) =>
    plural(count, 'Not checked: 1 warning.', `Not checked: ${String(count)} warnings.`),
  command: 'Command',
  rights: {
    readVault: 'your permissions in the vault',
    readTarget: 'your permissions in the target',
    readNetwork: 'your permissions in the network’s resource group',
    allowed: (may: CheckedRight, scope: string) =>
      `${capitalized(MAY[may])} ${scope} (active roles).`,
    denied: 'Azure disagreed: it rejected the latest request because you lack a permission.',
    /** Of an earlier request, also of another draft. */
    deniedAt: (at: string) =>
      `Azure disagreed: it rejected a request at ${at} because you lacked this permission.`,
    notAllowed: (may: CheckedRight, scope: string) =>
      `None of your active roles includes permission to ${MAY[may]} ${scope}. Roles that you must activate first aren’t checked.`,
    mightFail: 'The restore might fail without it.',
    forOwner: 'For an owner',
    signInName: 'YOUR-SIGN-IN-NAME',
  },
  names: {
    readMachines: 'the subscription’s VM names',
    readGroups: 'the resource groups',
    machine: (name: string, count: number) =>
      `${name}: not among the subscription’s ${String(count)} VMs.`,
    group: (name: string) => `Resource group ${name} exists.`,
    newGroup: (name: string) => `Resource group ${name} is created before the restore starts.`,
  },
  staging: {
    found: ({ name, kind, tier, redundancy, region }: StorageAccount) =>
      `${name}: ${listText([
        `kind ${kind ?? common.absence.notReported}`,
        `tier ${tier ?? common.absence.notReported}`,
        `redundancy ${redundancy ?? common.absence.notReported}`,
        `region ${regionText(region)}`,
      ])}.`,
    gone: 'Azure doesn’t list the selected storage account.',
  },
  addresses: {
    read: 'the virtual networks',
    gone: (subnet: string) => `Azure doesn’t list the selected subnet ${subnet}.`,
    notReported: (subnet: string) =>
      `Azure doesn’t report the addresses of ${subnet}. Ask the network’s owner.`,
    free: (subnet: string, { free, all }: { readonly free: number; readonly all: number }) =>
      `${subnet}: ${String(free)} of ${String(all)} addresses are free.`,
    full: (subnet: string, all: number) =>
      `${subnet}: all ${String(all)} addresses are in use. The restore fails if none is free when Azure creates the VM.`,
  },
  hostName: {
    apart: (machine: string) => `${machine} isn’t on the selected network.`,
    running: (machine: string) => `${machine} runs on this network. The copy has its host name.`,
    stopped: (machine: string) =>
      `${machine} is shut down. When it starts, both have one host name.`,
    read: (machine: string) => `the networks of ${machine}`,
    notReported: (machine: string) =>
      `Azure doesn’t report whether ${machine} is on the selected network. Ask its owner.`,
  },
  placement: {
    read: 'the region’s VM sizes',
    readZones: 'the region’s zones',
    offered: (size: string, region: string, zone: string | null) =>
      zone === null
        ? `Size ${size}: offered in ${regionText(region)}.`
        : `Size ${size}: offered in ${regionText(region)}, zone ${zone}.`,
    listed: (zone: string, region: string) =>
      `Zone ${zone}: listed for ${regionText(region)}. Not checked: the disks’ types there.`,
    notReported: (zone: string, region: string) =>
      `Azure doesn’t list zone ${zone} for ${regionText(region)}. Ask the subscription’s owner.`,
  },
  cores: {
    readUsages: 'the subscription’s used cores',
    readSizes: 'the region’s VM sizes',
    notReported: (size: string | null) =>
      `Azure doesn’t report the cores or the quota of ${size ?? 'the VM'}. Ask the subscription’s owner.`,
    found: (cores: number, size: string, { label, used, limit }: ComputeUsage) =>
      limit === null
        ? `${size} needs ${coresText(cores)}. ${label}: no limit.`
        : `${size} needs ${coresText(cores)}. ${label}: ${String(Math.max(0, limit - used))} of ${String(limit)} left.`,
    later: 'The restore fails if that isn’t enough when Azure creates the VM.',
    ask: 'All quotas, to request an increase',
  },
  keys: {
    read: (name: string) => `the key vault ${name}`,
    readSets: 'the disk encryption sets',
    there: (name: string) => `Key vault ${name} exists. Not checked: permission to use its key.`,
    gone: (name: string) =>
      `Key vault ${name} doesn’t exist. Without its key, the restored disks can’t be used.`,
    notReported:
      'Azure doesn’t report the key’s key vault. Ask the owner of the disk encryption set or of the VM.',
    recover: 'To recover it while it’s soft-deleted',
  },
  point: {
    read: 'the restore points',
    gone: 'Azure doesn’t list the selected restore point. Select another one.',
    noTier: 'Azure doesn’t report the restore point’s tiers. Ask the vault’s owner.',
    onlySnapshot: 'The restore point is only a snapshot until it’s in the vault.',
    copies: (tier: string) => `Tier: ${tier}.`,
  },
  power: {
    read: 'the source VM',
    off: (name: string) => `${name} is shut down.`,
    running: (name: string) => `${name} isn’t shut down.`,
    check: (name: string) => `Check again: ${name}`,
    notReported: (name: string) =>
      `Azure doesn’t report whether ${name} is shut down. Ask its owner.`,
    stop: 'With Azure CLI',
    shutDown: (name: string) => `Shut down ${name}`,
    close: 'Close',
    part: 'the action',
    mayNot: (group: string, action: string) =>
      `Your roles in ${group} don’t include ${action}. Azure rejects this unless a role on the VM does.`,
    /** What shutting it down changes, leaves and loses. */
    changed: (name: string) => `${name}: deallocated. It stays stopped.`,
    untouched: (name: string) => `Disks, NICs, and restore points of ${name}`,
    memory: (name: string) => `What ${name} has in memory and on its temporary disk`,
    address: (name: string) => `The dynamic public address of ${name}, if any`,
  },
  restoresToday: {
    read: 'the restores of the vault',
    found: (count: number, machine: string, most: number) =>
      `${machine}: ${String(count)} of about ${String(most)} allowed.`,
    wait: 'Azure might reject another one. Wait until the first one is a day old.',
  },
  othersContent: 'No issues found.',
  azure: {
    read: 'the validation',
    idle: 'Azure hasn’t validated this restore.',
    stopped: 'You stopped waiting. Validate again.',
    asking: 'Requesting validation. Nothing is started.',
    running: 'Azure is validating the request. Nothing is started.',
    stale: 'Your selections changed. Validate again.',
    content: 'Azure accepts this restore.',
    code: (code: string) => `(${code})`,
    waits: {
      request: 'Complete your selections first.',
      newGroup:
        'Azure validates only restores to an existing resource group. This one is created when you select Restore.',
      secondary: 'Azure doesn’t validate restores in the secondary region in advance.',
    },
    start: 'Validate',
    again: 'Validate again',
    stop: 'Stop waiting',
    goingOn: (duration: string) => `For ${duration}.`,
  },
} as const);

export type CheckId = keyof typeof preflight.check;
