import { listText, plural } from '#src/lib/wording.ts';
import type { UnreadSetting } from '#src/model/unread-settings.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts that the list of checks has for every datasource. */
export const checks = sentences({
  state: {
    passed: 'Passed',
    checking: 'Checking',
    notChecked: 'Not checked',
    warned: 'Warning',
    toDo: 'To do',
    failed: 'Not possible',
  },
  /** What a list comes to, and of what. */
  verdict: {
    checking: 'Checking',
    ready: 'Ready',
    readyWithWarnings: 'Ready with warnings',
    toDo: 'To do',
    notPossible: 'Not possible',
  },
  counts: {
    failed: (count: number) => plural(count, '1 check failed', `${String(count)} checks failed`),
    toDo: (count: number) => `${String(count)} to do`,
    /** After the verdict of that name. */
    ofToDo: (count: number) => plural(count, '1 check', `${String(count)} checks`),
    warned: (count: number) => plural(count, '1 warning', `${String(count)} warnings`),
    notChecked: (count: number) => `${String(count)} not checked`,
  },
  sum: (verdict: string, parts: readonly string[]) =>
    parts.length === 0 ? `${verdict}.` : `${verdict}: ${listText(parts)}.`,
  title: 'Before you restore',
  list: 'Checks',
  warningsRead: (names: readonly string[]) =>
    plural(
      names.length,
      `I have read the warning: ${listText(names)}`,
      `I have read the ${String(names.length)} warnings: ${listText(names)}`,
    ),
  warning: (name: string, found: string) => `${name}: ${found}`,
  /** Beside Restore: the check, and why a rule refuses it. */
  reason: (name: string, reason: string) => `${name}: ${reason}`,
  /** What Azure calls the permissions that a check is about: folded up beside it, and in the record. */
  actions: (count: number) => plural(count, 'Action', `${String(count)} actions`),
  actionList: (actions: readonly string[]) =>
    `${plural(actions.length, 'Action', 'Actions')}: ${listText(actions)}.`,
  checkAgain: 'Check again',
  again: (what: string) => `Try again: ${what}`,
  after: (what: string) => `Check again: ${what}`,
  job: (machine: string, since: string | null) =>
    since === null
      ? `Restore of ${machine}, in progress`
      : `Restore of ${machine}, in progress since ${since}`,
  waits: 'Depends on a selection you haven’t made.',
  /** Other restores to the same target. */
  target: {
    name: 'Other restores to this target',
    read: 'the restores in progress',
    creates: (vm: string, group: string) =>
      `Another restore is creating ${vm} in ${group}. Only one VM can have that name there.`,
    /** In another resource group, or one that isn't reported (document 000, Create a VM). */
    takesName: (vm: string, group: string | null) =>
      group === null
        ? `Another restore is creating ${vm}. Its job doesn’t report the resource group. Azure Backup accepts a VM name only once in a subscription.`
        : `Another restore is creating ${vm} in ${group}. Azure Backup accepts a VM name only once in a subscription.`,
    /** When its name can be had, and by whom. */
    freed: 'The name is free only if that restore ends without the VM.',
    cancel: {
      azure: (vault: string) => `To cancel it, a person needs permission for its job in ${vault}.`,
      commServe: (host: string) =>
        `To cancel it, a person needs permission for its job on ${host}.`,
      notOffered: 'Azure doesn’t offer to cancel it.',
      underWay: 'It’s being canceled.',
    },
    createsDisk: (disk: string, group: string) =>
      `Another restore is creating ${disk} in ${group}. A disk name can be used only once there.`,
    createsDisks: (vm: string, group: string) =>
      `Another restore of ${vm} is creating disks in ${group}. Each creates disks of its own.`,
    replacesDisks: (vm: string) =>
      `Another restore is replacing the disks of ${vm}. Wait until it ends.`,
    replacesVm: (vm: string) =>
      `Another restore deletes ${vm} and creates it again. Wait until it ends.`,
    noSubscription: 'Its job doesn’t report the subscription.',
    maybe: (count: number, source: string) =>
      plural(
        count,
        `A restore of ${source} is in progress that doesn’t report all of its target. It might be the same one.`,
        `${String(count)} restores of ${source} are in progress that don’t report all of their targets. They might be the same one.`,
      ),
    unreported: {
      vm: (count: number) =>
        plural(
          count,
          'A restore of another VM in this vault doesn’t report its target. Check again in a minute.',
          `${String(count)} restores of other VMs in this vault don’t report their targets. Check again in a minute.`,
        ),
      disk: (count: number) =>
        plural(
          count,
          'A restore of another disk in this vault doesn’t report its target. Check again in a minute.',
          `${String(count)} restores of other disks in this vault don’t report their targets. Check again in a minute.`,
        ),
      elsewhere: (count: number) =>
        plural(
          count,
          'A restore from somewhere else doesn’t report all of its target. Check again in a minute.',
          `${String(count)} restores from somewhere else don’t report all of their targets. Check again in a minute.`,
        ),
    },
    noneRead: 'No restore that could be read has this target.',
    /** What wasn’t read, by why: it failed, or no answer came in time. */
    unread: {
      failed: {
        vault: 'The restores of this vault couldn’t be read.',
        vaults: 'The restores of other vaults couldn’t all be read.',
        named: (names: readonly string[]) => `Restores that couldn’t be read: ${listText(names)}.`,
      },
      late: {
        vault: 'The restores of this vault took too long to load.',
        vaults: 'The restores of other vaults took too long to load.',
        named: (names: readonly string[]) =>
          `Restores that took too long to load: ${listText(names)}.`,
      },
    },
    inSecondary: (vault: string) => `${vault} (secondary region)`,
    none: 'No restore in progress has this target. Other vaults’ lists can lag.',
    /** Beside a restore in place: restores that read from the VM of that name, and write elsewhere. */
    from: (count: number, vm: string) =>
      plural(
        count,
        `1 restore from a VM named ${vm} is in progress, to another target.`,
        `${String(count)} restores from a VM named ${vm} are in progress, to other targets.`,
      ),
  },
  goToField: (step: string) => `Change it in ${step}`,
} as const);

/** Texts that say what a summary covers, and what nothing here looks at. */
export const coverage = sentences({
  state: 'Not looked at',
  /** What a record has of it. */
  found: 'Restore Center has no check for it.',
  /** The end of a summary: what it doesn’t cover. */
  line: (names: readonly string[]) => `Not looked at: ${listText(names)}.`,
  /** The same where the rest is folded up below it. */
  short: (names: readonly string[], more: number) =>
    `Not looked at: ${listText([...names, `${String(more)} more`])}`,
  /** The same of summaries that are no restore's own. */
  ofPoints:
    'By the documented constraints. Not looked at: permissions in the target, quotas, resource locks, and Azure Policy.',
  ofTemplate:
    'Not looked at: free capacity, and what each service checks only when it creates the resource.',
  ofAction: 'Not looked at: resource locks, Azure Policy, and Conditional Access.',
  /** What could reject a restore or make it fail. */
  refuser: {
    rightsVault: 'your permissions in the vault',
    rightsTarget: 'your permissions in the target',
    rightsNetwork: 'your permissions in the network',
    identity: 'roles of the managed identity',
    snapshotRights: 'roles on the snapshots',
    point: 'the restore point',
    names: 'names',
    otherRestores: 'other restores',
    staging: 'the staging storage account',
    addresses: 'network and addresses',
    size: 'size and zone',
    cores: 'core quota',
    keyVault: 'the key vault',
    power: 'the power state',
    restoresToday: 'restores of the day',
    constraints: 'documented constraints',
    azure: 'validation by Azure',
    locks: 'locks',
    policies: 'policies',
    signIn: 'Conditional Access',
    guard: 'resource guard',
    quotas: 'other quotas',
    capacity: 'capacity',
    keyAccess: 'encryption keys',
    accessNodes: 'the access nodes',
    credentials: 'the hypervisor’s permissions in Azure',
    archivedCopies: 'recall of archived copies',
    runner: 'the VM that runs the script',
  },
  /** Of a disk whose set isn’t read. */
  encryptionSet: 'settings of the disk encryption set',
  /** Settings that the source or the target has. */
  setting: {
    securityType: 'security type',
    confidentialDisk: 'confidential disk encryption',
    placementGroup: 'proximity placement group',
    host: 'dedicated host',
    capacityReservation: 'capacity reservation',
    scaleSet: 'scale set',
    edgeZone: 'edge zone',
    plan: 'marketplace plan',
    spot: 'Spot priority',
    faultDomain: 'fault domain',
    diskKinds: 'disk kinds',
    ephemeralDisk: 'ephemeral OS disk',
    writeAccelerator: 'Write Accelerator',
    hibernation: 'hibernation',
    applications: 'gallery applications',
    diskPublicAccess: 'public access to the disks',
    diskAuthentication: 'sign-in to the disks',
    accountState: 'state of the staging storage account',
    accountPublicAccess: 'public access to the staging storage account',
    accountBypass: 'firewall exceptions of the staging storage account',
    accountNetworkRules: 'network rules of the staging storage account',
    perimeter: 'network security perimeter',
    hierarchicalNamespace: 'hierarchical namespace',
    accountKey: 'key of the staging storage account',
    accountImmutability: 'immutability of the staging storage account',
    copyScope: 'copy scope of the staging storage account',
    keySubscription: 'subscription of the key',
    keyTenant: 'tenant of the key',
    keyRotation: 'key rotation error',
    restoreAuthorization: 'authorization of restores in Commvault',
  } satisfies Record<UnreadSetting, string>,
} as const);
