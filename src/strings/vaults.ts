import type { CrossSubscriptionState, Redundancy } from '#src/model/recovery-services.ts';
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
    [
      text,
      total === 1 ? 'vault' : 'vaults',
      ...(search === '' ? [] : [`with “${search}” in the name`]),
    ].join(' '),
  unread: {
    some: (names: readonly string[]) =>
      names.length === 1
        ? `You may not look into 1 vault: ${names.join(', ')}.`
        : `You may not look into ${String(names.length)} vaults: ${names.join(', ')}.`,
    notChecked: 'Whether you may look into every vault could not be checked.',
    tooMany: 'Whether you may look into every vault was not checked: there are too many.',
  },
  none: 'No Recovery Services vault was found in the subscriptions that you may read.',
  noneFit: 'No vault fits these filters.',
  noneFitSearched: (search: string) =>
    search === ''
      ? 'All Recovery Services vaults that you may read were searched.'
      : `All Recovery Services vaults that you may read were searched for “${search}” in their names.`,
  /** One vault's page. */
  one: {
    what: 'this vault',
    unknown: 'There is no vault at this address',
    unknownBody: 'The address is not one of a vault. Nothing was changed.',
    facts: 'Properties',
    subscription: 'Subscription',
    group: 'Resource group',
    region: 'Region',
    paired: 'Paired region',
    noPair: 'none',
    redundancy: 'Redundancy',
    identities: 'Identities',
    identity: {
      none: 'none',
      system: 'System-assigned',
      user: (count: number) => `User-assigned (${String(count)})`,
    },
    encryption: 'Encryption',
    customerKey: 'Customer-managed key',
    platformKey: 'Microsoft-managed key',
    movedFrom: 'Moved from',
    vaultId: 'Vault id',
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
    title: 'In this vault',
    items: 'Backup instances',
    itemsWhat: 'the backup instances of this vault',
    machines: (count: number, isLeast: boolean) =>
      `${isLeast ? 'at least ' : ''}${String(count)} ${count === 1 ? 'machine' : 'machines'}`,
    jobs: 'Backup jobs',
    jobsWhat: 'the backup jobs of this vault',
    restores: (count: number, running: number) =>
      `${String(count)} ${count === 1 ? 'restore' : 'restores'} in the last seven days${running === 0 ? '' : `, ${String(running)} running`}`,
  },
  crossRegion: {
    title: 'Cross Region Restore',
    heading: 'Cross Region Restore',
    on: 'Enabled',
    off: 'Disabled',
    gives: (own: string, pair: string | null) =>
      `Machines of this vault can be restored in ${pairOf(pair)} too, whether ${own} is down in part, as a whole or not at all.`,
    wouldGive: (own: string, pair: string | null) =>
      `With it, machines of this vault could be restored in ${pairOf(pair)} too, whether ${own} is down in part, as a whole or not at all.`,
    lag: 'Points there are up to 36 hours old: 24 hours between backups, and up to 12 hours until the data has been copied.',
    tier: 'Only what is in the vault is copied. Snapshots are not, so a point that is a snapshot alone cannot be restored there.',
    kinds:
      'Create new virtual machine and Restore disks work there, Replace existing does not. A restore there cannot be cancelled.',
    not: 'Not for machines with ultra disks, and not together with managed identities.',
    staging: (pair: string | null) =>
      `The Staging Location has to be a storage account in ${pairOf(pair)}.`,
    needs: 'It needs geo-redundant storage.',
    has: (redundancy: string | null) =>
      redundancy === null
        ? 'The redundancy of this vault is not reported.'
        : `This vault is ${redundancy.toLowerCase()}.`,
    canTurnOn:
      'It can be turned on in the Azure portal, in the Properties of the vault. It is not changed here.',
    silent: 'The vault does not say whether it is on.',
    sourceHeading: 'Cross Region Restore',
  },
  crossSubscription: {
    title: 'Cross Subscription Restore',
    meaning: {
      enabled: (subscription: string) =>
        `Points of this vault can be restored to ${subscription} and to other subscriptions of the same tenant in which you have the rights.`,
      disabled: (subscription: string) =>
        `Points of this vault can be restored to ${subscription} only. It can be turned on again at any time.`,
      permanentlyDisabled: (subscription: string) =>
        `Points of this vault can be restored to ${subscription} only. No change is offered: it was disabled permanently, and that cannot be undone by anybody.`,
      silent: (subscription: string) =>
        `The vault does not say. Azure enables it by default, so points can most probably be restored to ${subscription} and to other subscriptions of the same tenant; Azure decides when a restore is sent.`,
    },
    limits:
      'To another subscription go managed machines only, not those under Azure Disk Encryption, and not from a point that is a snapshot alone.',
    sourceHeading: 'Cross Subscription Restore for Azure VM',
    commands: 'Change Cross Subscription Restore',
    enable: 'Enable',
    disable: 'Disable',
    permanentlyDisable: 'Permanently disable',
    forbidden: (action: string) => `You may not change this vault. Missing action: ${action}`,
    busy: 'Another change can be made when this one has ended.',
  },
  moved: {
    title: (from: string) => `This vault was moved here from ${from}.`,
    rule: (from: string) =>
      `When Cross Subscription Restore is disabled or permanently disabled as a vault is moved, a restore to the subscription that it came from fails: here ${from}.`,
    now: {
      enabled: (from: string) =>
        `It is enabled now. Azure does not report what it was at the time of the move, so a restore to ${from} is offered, and Azure may refuse it.`,
      disabled: (from: string, own: string) =>
        `It is disabled now: no restore leaves ${own}, and none goes to ${from}.`,
      permanentlyDisabled: (from: string, own: string) =>
        `It is permanently disabled: no restore will ever leave ${own}, and none will go to ${from}.`,
      silent: (from: string) =>
        `The vault does not say what it is now, nor what it was at the time of the move: Azure may refuse a restore to ${from}.`,
    },
  },
  confirm: {
    enable: {
      title: 'Enable Cross Subscription Restore',
      body: (vault: string, _subscription: string) =>
        `Whoever may restore from ${vault} can then restore to any subscription of the tenant in which they have the rights. It can be disabled again.`,
      keep: 'Leave it as it is',
      go: 'Enable',
    },
    disable: {
      title: 'Disable Cross Subscription Restore',
      body: (vault: string, subscription: string) =>
        `Points of ${vault} can then be restored within ${subscription} only. It can be enabled again.`,
      keep: 'Leave it as it is',
      go: 'Disable',
    },
    permanentlyDisable: {
      title: 'Permanently disable Cross Subscription Restore',
      body: (vault: string, subscription: string) =>
        `This cannot be undone for ${vault}, not by you and not by Azure. Restores within ${subscription} keep working.`,
      keep: 'Leave it as it is',
      go: 'Disable for good',
    },
    typeBefore: 'Type ',
    typeAfter: ' to go on',
    moving: (subscription: string) =>
      `If the vault is moved to another subscription while it is so, restores to ${subscription} fail.`,
  },
  change: {
    sending: (wanted: string) => `Changing Cross Subscription Restore to ${wanted}.`,
    sendingBody:
      'Azure usually needs less than a minute. You can leave this page: the change is followed, also after a reload.',
    done: (wanted: string) => `Cross Subscription Restore is ${wanted} now.`,
    doneBody: 'Read back from the vault. The wizard goes by it from now on.',
    notYet: (wanted: string) =>
      `Azure reports the change to ${wanted} as made, and the vault does not show it yet.`,
    unfollowed: (wanted: string) =>
      `Azure accepted the change to ${wanted}. What became of it could not be followed.`,
    failed: 'Azure accepted the change, and then did not make it.',
    kept: 'Nothing was changed.',
    looking: 'The vault is read again every 15 s until it shows the change.',
    readAgain: 'Read the vault again',
    trouble: {
      forbidden: {
        title: 'You may not change this vault.',
        body: 'Nothing was changed. Ask an owner of the vault for the missing action.',
      },
      notFound: {
        title: 'Azure does not know this vault any more.',
        body: 'Nothing was changed. It may have been deleted or moved.',
      },
      busy: {
        title: 'Azure is busy with another change of this vault.',
        body: 'Nothing was changed by this one. Try again when the other has ended.',
      },
      throttled: {
        title: 'Azure asks for a pause.',
        body: 'Nothing was changed. Try again in a minute.',
      },
      refused: {
        title: 'Azure refused the change.',
        body: 'Nothing was changed.',
      },
      unsure: {
        title: 'No usable answer came back.',
        body: 'Azure may have received the change and made it. It was not sent again. The state above is what the vault says.',
      },
    },
  },
} as const);
