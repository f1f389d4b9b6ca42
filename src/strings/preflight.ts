import type { StorageAccount } from '#src/model/target.ts';
import type { ComputeUsage } from '#src/model/compute-usage.ts';
import { checks } from '#src/strings/checks.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for the list of checks before a restore. */
export const preflight = sentences({
  title: 'Before you restore',
  list: 'Checks',
  passedList: 'Checks that passed',
  passed: (count: number) => (count === 1 ? '1 check passed' : `${String(count)} checks passed`),
  check: {
    rightsVault: 'Your rights in the vault',
    rightsTarget: 'Your rights where the restore goes',
    rightsNetwork: 'Your rights in the network',
    identity: 'Managed identity',
    point: 'Restore point and snapshot',
    names: 'Names',
    sameTarget: 'Other restores to this target',
    staging: 'Staging location',
    addresses: 'Network and addresses',
    placement: 'Size and zone',
    cores: 'Core quota',
    keys: 'Key vault',
    power: 'Power state of the source VM',
    restoresToday: 'Restores in the last 24 hours',
    others: 'All other rules',
    azure: 'Validation by Azure',
  },
  state: { ...checks.state, failed: 'Not possible' },
  verdict: {
    checking: 'Checking',
    ready: 'Ready',
    readyWithWarnings: 'Ready with warnings',
    notPossible: 'Not possible',
  },
  counts: {
    failed: (count: number) => (count === 1 ? '1 check refuses' : `${String(count)} checks refuse`),
    warned: (count: number) => (count === 1 ? '1 warning' : `${String(count)} warnings`),
    notChecked: (count: number) => `${String(count)} not checked`,
  },
  sum: (verdict: string, parts: readonly string[]) =>
    parts.length === 0 ? `${verdict}.` : `${verdict}: ${parts.join(', ')}.`,
  waits: 'Waits for something that is not chosen yet.',
  chosen: (label: string, value: string) => `${label}: ${value}.`,
  command: 'Command',
  rights: {
    readVault: 'your rights in the vault',
    readTarget: 'your rights where the restore goes',
    readNetwork: 'your rights in the group of the network',
    allowed: (action: string, scope: string) => `You may: ${action} in ${scope}.`,
    notAllowed: (action: string, scope: string) =>
      `No role gives you ${action} in ${scope}. A role that has to be activated first is not seen here.`,
    forOwner: 'For an owner of the scope',
    signInName: 'YOUR-SIGN-IN-NAME',
  },
  names: {
    machine: (name: string, count: number) =>
      `${name}: compared with the ${String(count)} machines of the subscription.`,
    group: (name: string) => `Resource group ${name}, which is there already.`,
    newGroup: (name: string) => `Resource group ${name}, made before the restore starts.`,
  },
  sameTarget: {
    read: 'the restores in progress',
    same: {
      createVm: ({ vmName, group }: { readonly vmName: string | null; readonly group: string }) =>
        `Another restore is creating ${vmName ?? ''} in ${group}. Only one VM can have that name there.`,
      restoreDisks: ({ machine, group }: { readonly machine: string; readonly group: string }) =>
        `Another restore of ${machine} is creating disks in ${group}. Each creates disks of its own.`,
      replaceDisks: ({ machine }: { readonly machine: string }) =>
        `Another restore is replacing the disks of ${machine}. Wait until it has ended.`,
    },
    maybe: (count: number, machine: string) =>
      count === 1
        ? `A restore of ${machine} is in progress that doesn’t report its target. It may be the same one.`
        : `${String(count)} restores of ${machine} are in progress that don’t report their targets. They may be the same one.`,
    unreported: (count: number) =>
      count === 1
        ? 'A restore of another VM in this vault doesn’t report its target. Check again in a minute.'
        : `${String(count)} restores of other VMs in this vault don’t report their targets. Check again in a minute.`,
    none: 'No restore in progress in this vault has this target.',
  },
  staging: {
    found: ({ name, kind, tier, redundancy, region }: StorageAccount) =>
      `${[name, kind, tier, redundancy, region].filter((one) => one !== null).join(', ')}.`,
    gone: 'The chosen storage account is no longer there.',
  },
  addresses: {
    read: 'the virtual networks',
    gone: (subnet: string) => `The chosen subnet ${subnet} is no longer there.`,
    notReported: (subnet: string) =>
      `Azure does not say which addresses ${subnet} has. Ask whoever runs the network.`,
    free: (subnet: string, { free, all }: { readonly free: number; readonly all: number }) =>
      `${subnet}: ${String(free)} of ${String(all)} addresses are free.`,
    full: (subnet: string, all: number) =>
      `${subnet}: all ${String(all)} addresses are in use. Choose another subnet, or free an address.`,
  },
  placement: (size: string | null, zone: string | null) =>
    `${[...(size === null ? [] : [`Size ${size}`]), zone === null ? 'no zone chosen' : `zone ${zone}`].join(', ')}.`,
  cores: {
    readUsages: 'the cores that the subscription uses',
    readSizes: 'the machine sizes of the region',
    notReported: (size: string | null) =>
      `Azure does not say how many cores ${size ?? 'the machine'} has, or may have. Ask the owner of the subscription.`,
    found: (cores: number, size: string, { label, used, limit }: ComputeUsage) =>
      limit === null
        ? `${size} needs ${String(cores)} of them; there is no limit (${label}).`
        : `${size} needs ${String(cores)} of them; ${String(Math.max(0, limit - used))} of ${String(limit)} are left (${label}).`,
    ask: 'All quotas, for whoever asks for more',
  },
  keys: {
    read: (name: string) => `the key vault ${name}`,
    readSets: 'the disk encryption sets',
    there: (name: string) =>
      `The key vault ${name} is there. Whether its key may be used is not told.`,
    gone: (name: string) => `The key vault ${name} is not there.`,
    notReported:
      'Azure does not tell in which key vault the key is. Ask the owner of the disk encryption set or of the machine.',
    recover: 'While it can still be brought back',
  },
  point: {
    read: 'the restore points',
    gone: 'The chosen restore point is no longer there. Choose another one.',
    noTier: 'Azure does not say which copies of the point there are. Ask whoever runs the vault.',
    onlySnapshot: 'The snapshot is there. It is the only copy until it is in the vault.',
    copies: (tier: string) => `Copies: ${tier}.`,
  },
  power: {
    read: 'the source machine',
    off: (name: string) => `${name} is shut down.`,
    running: (name: string) => `${name} isn’t shut down.`,
    check: (name: string) => `Check again: ${name}`,
    notReported: (name: string) =>
      `Azure doesn’t say whether ${name} is shut down. Ask whoever runs it.`,
    stop: 'To shut it down',
  },
  restoresToday: {
    read: 'the restores of the vault',
    found: (count: number, machine: string, most: number) =>
      `${machine}: ${String(count)} of about ${String(most)} that Azure Backup allows.`,
    wait: 'Azure may refuse one more. Wait until the first of them is a day old.',
  },
  othersContent: 'Every other rule that could be checked is content.',
  azure: {
    read: 'the validation',
    idle: 'Azure has not been asked yet whether it would take this restore.',
    stopped: 'You stopped waiting, so nobody knows what Azure found. Ask it once more.',
    asking: 'Azure is being asked. Nothing is started by it.',
    running: 'Azure is looking at the request. Nothing is started by it.',
    stale: 'Something else was chosen since Azure looked. Ask it once more.',
    content: 'Azure found nothing against this restore.',
    code: (code: string) => `(${code})`,
    waits: {
      request: 'Azure can be asked once everything that the request needs is chosen and read.',
      newGroup:
        'The resource group is made only when you press Restore. Azure can look at a restore only into a group that is there.',
      secondary:
        'Azure validates no restore in the secondary region beforehand. It looks at the request when you press Restore.',
    },
    start: 'Validate',
    again: 'Try again: validate',
    stop: 'Stop waiting',
    goingOn: (duration: string) => `For ${duration} now.`,
  },
} as const);

export type CheckId = keyof typeof preflight.check;
