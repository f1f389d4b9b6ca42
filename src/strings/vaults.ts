import { listText, plural } from '#src/lib/wording.ts';
import type { CrossSubscriptionState, Redundancy } from '#src/model/vaults.ts';
import { lists } from '#src/strings/lists.ts';
import { sentences } from '#src/strings/sentences.ts';

const pairOf = (region: string | null) => region ?? 'the paired region';

/** Texts for the pages of vaults. Facts of document 000 name their section. */
export const vaults = sentences({
  title: 'Vaults',
  kind: 'Recovery Services vault',
  what: 'the vaults',
  commands: 'Commands for vaults',
  search: 'Search by vault name',
  heads: {
    name: 'Vault',
    subscription: 'Subscription',
    region: 'Region',
    redundancy: 'Redundancy',
    crossRegion: 'Cross Region Restore',
    crossSubscription: 'Cross Subscription Restore',
    movedFrom: 'Moved from',
  },
  filters: {
    redundancies: {
      lrs: 'Locally redundant',
      grs: 'Geo-redundant',
      zrs: 'Zone-redundant',
      silent: 'not reported',
    },
    states: {
      enabled: 'Enabled',
      disabled: 'Disabled',
      permanentlyDisabled: 'Permanently disabled',
      silent: 'not reported',
    },
  },
  count: (total: number, text: string, search: string) =>
    lists.found(`${text} ${plural(total, 'vault', 'vaults')}`, search),
  unread: {
    some: (names: readonly string[]) =>
      plural(
        names.length,
        `You don’t have permission to view 1 vault: ${listText(names)}.`,
        `You don’t have permission to view ${String(names.length)} vaults: ${listText(names)}.`,
      ),
    notChecked: 'Couldn’t check your permission for every vault.',
    tooMany: 'Too many vaults to check your permission for each.',
  },
  none: 'No Recovery Services vaults found in the subscriptions you have access to.',
  noneFit: 'No vaults match these filters.',
  noneFitSearched: (search: string, isOfAll: boolean) =>
    lists.searched('Recovery Services vaults', 'their names', search, isOfAll),
  /** One vault's page. */
  one: {
    what: 'this vault',
    unknown: 'No vault at this address',
    unknownBody: 'This isn’t the address of a vault. Nothing was changed.',
    facts: 'Properties',
    subscription: 'Subscription',
    group: 'Resource group',
    region: 'Region',
    paired: 'Paired region',
    noPair: 'None',
    redundancy: 'Redundancy',
    identities: 'Identities',
    identity: {
      none: 'None',
      system: 'System-assigned',
      user: (count: number) => `User-assigned (${String(count)})`,
    },
    encryption: 'Encryption',
    customerKey: 'Customer-managed key',
    platformKey: 'Microsoft-managed key',
    movedFrom: 'Moved from',
    vaultId: 'Vault ID',
  },
  redundancy: {
    LRS: 'Locally redundant',
    GRS: 'Geo-redundant',
    'RA-GRS': 'Geo-redundant, readable',
    ZRS: 'Zone-redundant',
    GZRS: 'Geo- and zone-redundant',
    'RA-GZRS': 'Geo- and zone-redundant, readable',
  } satisfies Record<Redundancy, string>,
  state: {
    enabled: 'Enabled',
    disabled: 'Disabled',
    permanentlyDisabled: 'Permanently disabled',
  } satisfies Record<CrossSubscriptionState, string>,
  source: (heading: string) => `Restore Azure VMs, ${heading}, 30 Nov 2024`,
  inside: {
    title: 'Contents',
    items: 'Backup instances',
    itemsWhat: 'the backup instances of this vault',
    machines: (count: number, isLeast: boolean) =>
      `${isLeast ? 'at least ' : ''}${String(count)} ${plural(count, 'VM', 'VMs')}`,
    jobs: 'Backup jobs',
    jobsWhat: 'the backup jobs of this vault',
    restores: (count: number, running: number) =>
      `${String(count)} ${plural(count, 'restore', 'restores')} in the last 7 days${running === 0 ? '' : `, ${String(running)} in progress`}`,
  },
  crossRegion: {
    title: 'Cross Region Restore',
    heading: 'Cross Region Restore',
    on: 'Enabled',
    off: 'Disabled',
    gives: (own: string, pair: string | null) =>
      `VMs in this vault with a restore point in ${pairOf(pair)} can also be restored there, even when ${own} is available.`,
    wouldGive: (own: string, pair: string | null) =>
      `When enabled, VMs in this vault with a restore point in ${pairOf(pair)} can also be restored there, even when ${own} is available.`,
    lag: 'Restore points there are up to 36 hours old: 24 hours between backups, plus up to 12 hours to copy the data.',
    tier: 'Snapshots aren’t copied. A restore point in the snapshot tier only can’t be restored there.',
    kinds:
      'Create new virtual machine and Restore disks work there. Replace existing doesn’t. You can’t cancel a restore there.',
    not: 'Not available for VMs with Ultra Disks or with managed identities.',
    staging: (pair: string | null) =>
      `The Staging Location must be a storage account in ${pairOf(pair)}.`,
    needs: 'Requires geo-redundant storage (GRS).',
    has: (redundancy: string | null) =>
      redundancy === null
        ? 'Azure doesn’t report the redundancy of this vault.'
        : `This vault is ${redundancy.toLowerCase()}.`,
    canTurnOn:
      'You can enable it in the Azure portal, in the Properties of the vault. You can’t change it here.',
    silent: 'Azure doesn’t report whether it’s enabled.',
    sourceHeading: 'Cross Region Restore',
  },
  crossSubscription: {
    title: 'Cross Subscription Restore',
    meaning: {
      enabled: (subscription: string) =>
        `You can restore to ${subscription} and to other subscriptions of the same tenant where you have the required permissions.`,
      disabled: (subscription: string) =>
        `You can restore to ${subscription} only. You can enable it again at any time.`,
      permanentlyDisabled: (subscription: string) =>
        `You can restore to ${subscription} only. It’s permanently disabled, which can’t be undone.`,
      silent: (subscription: string) =>
        `Azure doesn’t report this setting. It’s enabled by default, so you can most likely restore to ${subscription} and to other subscriptions of the same tenant. Azure validates this when you restore.`,
    },
    limits:
      'Restores to another subscription require managed disks and a restore point in the vault tier. VMs with Azure Disk Encryption can’t be restored there.',
    sourceHeading: 'Cross Subscription Restore for Azure VM',
    commands: 'Change Cross Subscription Restore',
    enable: 'Enable',
    disable: 'Disable',
    permanentlyDisable: 'Permanently disable',
    forbidden: (action: string) =>
      `You don’t have permission to change this vault. Required action: ${action}`,
    busy: 'Wait until the current change has finished.',
  },
  moved: {
    title: (from: string) => `This vault was moved here from ${from}.`,
    rule: (from: string) =>
      `If Cross Subscription Restore is disabled or permanently disabled when a vault is moved, restores to its previous subscription, ${from}, fail.`,
    now: {
      enabled: (from: string) =>
        `It’s enabled now. Azure doesn’t report its state during the move, so you can select ${from}, but Azure might reject the restore.`,
      disabled: (from: string, own: string) =>
        `It’s disabled now. Restores stay in ${own}; you can’t restore to ${from}.`,
      permanentlyDisabled: (from: string, own: string) =>
        `It’s permanently disabled. Restores always stay in ${own}; you can never restore to ${from}.`,
      silent: (from: string) =>
        `Azure doesn’t report its state, now or during the move. Azure might reject a restore to ${from}.`,
    },
  },
  confirm: {
    enable: {
      title: 'Enable Cross Subscription Restore',
      body: (vault: string, _subscription: string) =>
        `Users who can restore from ${vault} can then restore to any subscription of the tenant where they have the required permissions. You can disable it again.`,
      keep: 'Cancel',
      go: 'Enable',
    },
    disable: {
      title: 'Disable Cross Subscription Restore',
      body: (vault: string, subscription: string) =>
        `Restore points in ${vault} can then be restored within ${subscription} only. You can enable it again.`,
      keep: 'Cancel',
      go: 'Disable',
    },
    permanentlyDisable: {
      title: 'Permanently disable Cross Subscription Restore',
      body: (vault: string, subscription: string) =>
        `This can’t be undone for ${vault}, not even by Azure. Restores within ${subscription} still work.`,
      keep: 'Cancel',
      go: 'Permanently disable',
    },
    typeBefore: 'Type ',
    typeAfter: ' to confirm',
    moving: (subscription: string) =>
      `If you move the vault to another subscription in this state, restores to ${subscription} fail.`,
  },
  change: {
    sending: (wanted: string) => `Changing Cross Subscription Restore to ${wanted}.`,
    sendingBody: 'Usually takes less than a minute. You can leave or reload this page.',
    rejected:
      'Azure rejected the change, perhaps as a second copy of the request. The vault is read for up to two minutes.',
    done: (wanted: string) => `Cross Subscription Restore is now ${wanted}`,
    doneBody: 'Confirmed by the vault. The wizard now uses this setting.',
    notYet: (wanted: string) =>
      `Azure reports the change to ${wanted}, but the vault doesn’t show it yet.`,
    unfollowed: (wanted: string) =>
      `Azure accepted the change to ${wanted}. Its outcome is unknown.`,
    failed: 'Azure accepted the change, then reported a failure.',
    asRead: 'The state above is what the vault reports.',
    looking: 'The vault is read every 15 seconds until it shows the change.',
    readAgain: 'Refresh the vault',
    /** Of what was refused: what the last look found, and when. */
    notShown: (time: string) => `The vault didn’t show the change at ${time}.`,
    trouble: {
      forbidden: {
        title: 'No permission to change this vault',
        body: 'Ask an owner of the vault for the required action.',
      },
      notFound: {
        title: 'Vault not found',
        body: 'The vault might have been deleted or moved.',
      },
      busy: {
        title: 'Another change is in progress',
        body: 'Try again when the other change has finished.',
      },
      throttled: {
        title: 'Too many requests',
        body: 'Try again in a minute.',
      },
      refused: {
        title: 'Azure rejected the change',
        body: 'Change what the message names before you try again.',
      },
      notSent: {
        title: 'The change wasn’t sent',
        body: 'Nothing was changed.',
      },
      unsure: {
        title: 'Outcome unknown',
        body: 'Azure might have received the change and applied it. It wasn’t sent again. The state above is what the vault reports.',
      },
    },
  },
} as const);
