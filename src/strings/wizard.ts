import { capitalized, plural } from '#src/lib/wording.ts';
import { labelOf } from '#src/rules/fields.ts';
import { plan } from '#src/strings/plan.ts';
import { sentences } from '#src/strings/sentences.ts';
import { dataLoss } from '#src/strings/timeline.ts';

/** Texts for the wizard, except for submission. Field labels are those of the documents. */
export const wizard = sentences({
  title: 'Restore Virtual Machine',
  /** The last of the breadcrumbs. */
  crumb: { restore: 'Restore', recoverFiles: 'Recover files' },
  steps: 'Steps',
  stepWhat: 'this step',
  step: {
    datasource: 'Datasource',
    instance: 'Backup instance',
    'restore-point': 'Restore point',
    configuration: 'Configuration',
    'network-access': 'Network access',
    review: 'Review + restore',
  },
  stepState: {
    done: 'complete',
    notVisited: 'filled in, not visited',
    todo: 'incomplete',
    blocked: 'has errors',
    notNeeded: 'not needed',
    notChecked: 'not checked',
  },
  stepOf: (position: number, all: number) => `step ${String(position)} of ${String(all)}`,
  refused: {
    title: (fields: number) =>
      plural(
        fields,
        '1 field needs your attention',
        `${String(fields)} fields need your attention`,
      ),
  },
  previous: 'Previous',
  next: (step: string) => `Next: ${step}`,
  review: 'Review + restore',
  draftStored: (time: string) => `Draft saved ${time}`,
  draftInTab: {
    forbidden:
      'This browser doesn’t store drafts. Keep this tab open until you have restored: the draft exists only here.',
    full: 'The browser’s storage is full. Keep this tab open until you have restored: your latest change exists only here.',
  },
  drafts: {
    title: 'Drafts',
    of: (machine: string) => `Restore of ${machine}`,
    nothingChosen: 'Restore, no VM selected',
    changed: (time: string) => `Changed ${time}, not sent`,
    pressed: (time: string) =>
      `Changed ${time}. Restore was selected. Open the draft to see the result.`,
    discard: 'Discard',
    close: 'Close',
    discardAsk: 'Your selections are deleted. Nothing was started.',
    all: 'All drafts',
    ofOtherVersion: 'Restore sent by another version of Restore Center',
    pressedAt: (time: string) => `Restore selected ${time}`,
    mayRun: 'A request of this draft might have started a restore. Its outcome is unknown.',
    keep: 'Keep the draft',
    discardOf: (draft: string) => `Discard: ${draft}`,
  },
  noSuchStep: {
    title: 'Step not found',
    body: 'The wizard has no step with this address. Your draft is saved.',
    first: 'Go to the first step',
  },
  takenBack: {
    title: 'Some settings were cleared',
    because: {
      datasource: 'it belonged to the previous datasource',
      instance: 'it belonged to the previous backup instance',
      region: 'it belonged to the vault’s other region',
      subscription: 'it belonged to the previous subscription',
      network: 'it belonged to the previous network',
    },
    line: (field: string, because: string) => `${field}: ${because}.`,
    field: (field: string, was: string) => `${field} ${was}`,
    undo: 'Restore the previous selection',
  },
  choose: 'Select one',
  /** In a list without an entry. */
  noOptions: 'Nothing to select',
  empty: 'No options.',
  datasource: {
    label: labelOf('datasource'),
  },
  region: {
    label: 'Region',
    named: (view: string, region: string) => `${view} (${region})`,
    otherMachine: 'Select another VM in the Secondary Region',
    vault: 'Vault',
    vaults: 'the vaults',
    vaultHint: 'Azure lists the secondary region by vault.',
    none: 'This vault has no backup instances in its secondary region.',
    shown: (count: number, text: string) =>
      `${text} ${plural(count, 'VM', 'VMs')} in this vault’s secondary region`,
    dropped: 'Prepared for the Primary Region instead of the Secondary Region',
    about: 'About the Secondary Region',
  },
  instance: {
    label: labelOf('instance'),
    heads: [
      'Name',
      'Resource group',
      'Vault',
      'Subscription',
      'Region',
      'Last restore point',
      'Health',
    ],
    what: 'the backup instances',
    search: 'Search by VM name',
    shown: (shown: number, total: string, search: string) => {
      const where = search === '' ? '' : ` with “${search}” in the name`;
      if (shown === 0) {
        return search === ''
          ? 'No backup instances in the subscriptions that you can view.'
          : `No backup instances${where} in the vaults that you can view.`;
      }
      return String(shown) === total
        ? `${total} backup instances${where}`
        : `First ${String(shown)} of ${total} backup instances${where}. Type to narrow the search.`;
    },
    chosenElsewhere: (name: string, group: string) =>
      `Selected: ${name} in ${group}, not in this list`,
    noPoint: {
      short: 'No restore points.',
      rule: 'A restore needs a restore point. The first one exists when the VM’s first backup completes.',
      fact: 'The VM’s last restore point: none',
      source: 'Restore Azure VMs, Select a restore point, 30 Nov 2024',
    },
  },
  point: {
    label: labelOf('point'),
    heads: ['Time', 'Consistency', 'Recovery tier'],
    what: 'the restore points',
    none: 'This VM has no restore points yet.',
    timeline: 'the timeline of restore points',
    /** Of a point after the time in Newest before. */
    after: (time: string) => `After ${time}`,
    change: 'Change',
    possible: 'Can be restored',
    notPossible: 'Can’t be restored',
    spoken: (time: string, lossMs: number) => `${time}, ${dataLoss.lost(lossMs)}`,
    lostSentence: (lossMs: number) => `${dataLoss.length(lossMs)} lost`,
    /** Two moments that are over have a length between them, which is no bound. */
    lostBefore: (lossMs: number, before: string, time: string) =>
      `${capitalized(dataLoss.lost(lossMs))}, ${before} before ${time}`,
    crashOnly: 'Crash consistent only',
    crashOnlyBody: 'SQL Server has to recover its databases.',
    loss: (lossMs: number) => capitalized(`${dataLoss.inSentence(lossMs)} lost`),
    restoreWith: 'Restore with this point',
    asToday: (size: string, gib: number, machine: string) =>
      `${size} · ${String(gib)} GiB · as ${machine} today`,
    osDisk: 'OS',
    dataDisk: (lun: number) => `Data ${String(lun)}`,
    gib: (gib: number) => `${String(gib)} GiB`,
    minutes: (count: number) => `${String(count)} min`,
    compare: 'Compare',
    how: 'How we know',
    howLong: (kind: string, time: string) => `${kind}: ${time}`,
    secondary: 'Secondary Region',
    readIt: 'Read it',
    reasons: 'the reasons',
    hidden: (time: string) =>
      `Your filters hide the selected restore point, ${time}. It stays selected.`,
    needsInstance: 'Select a backup instance first.',
    goToInstance: 'Go to Backup instance',
  },
  configuration: {
    group: labelOf('group'),
    createNew: 'Create new',
    replaceExisting: 'Replace existing',
    option: labelOf('option'),
    createVm: 'Create new virtual machine',
    restoreDisks: 'Restore disks',
    replaceDisks: 'Replace disk/s',
    onlyReplace: 'Default: the only type for Replace existing',
    vmName: labelOf('vmName'),
    subscription: labelOf('subscription'),
    ownSubscription: 'Default: the restore point’s subscription',
    refusedSubscription: (subscription: string) =>
      `Your selections in ${subscription} are kept until you select another subscription.`,
    openVault: (vault: string) => `Open ${vault} to turn it on (opens in a new tab)`,
    checkAgain: 'Check again',
    rg: labelOf('rg'),
    newGroup: 'Create new',
    existingGroup: 'Use an existing group',
    useGroup: (group: string) => `Use the existing group ${group}`,
    groupTaken: (group: string, region: string) => `${group} exists in ${region}.`,
    newGroupHint: (region: string) => `Created in ${region} before the restore starts`,
    vnet: labelOf('vnet'),
    subnet: labelOf('subnet'),
    firstSubnet: 'Default: first subnet',
    needsNetwork: 'Select a virtual network first.',
    delegated: {
      short: 'Delegated to an Azure service.',
      rule: 'A subnet that is delegated to an Azure service can’t contain VMs.',
      fact: (subnet: string) => `The subnet ${subnet} is delegated to a service`,
      source: 'Microsoft Learn, Add or remove a subnet delegation in an Azure virtual network',
    },
    full: {
      short: 'No free address.',
      rule: 'A VM needs a free address in its subnet. Azure reserves five of each subnet.',
      fact: (subnet: string) => `All addresses of the subnet ${subnet} are in use`,
      source: 'Microsoft Learn, Azure Virtual Network frequently asked questions',
    },
    withoutSubnet: {
      short: 'No subnet for a VM.',
      rule: 'A VM needs a subnet with a free address that isn’t delegated to an Azure service.',
      fact: (network: string) => `The virtual network ${network} has no subnet for a VM`,
      source: 'Microsoft Learn, Azure Virtual Network frequently asked questions',
    },
    zone: labelOf('zone'),
    zonePeer: (there: string, here: string) =>
      `Zone ${there} in the target subscription is zone ${here} in the source subscription.`,
    zoneNotKnown:
      'Not known: which zone of the source subscription this is. Numbers differ by subscription.',
    zoneOf: (zone: string) => `Zone ${zone}`,
    zoneOfPoint: (zone: string, time: string) => `Zone ${zone}, restore point ${time}`,
    ownZone: 'The source VM’s zone',
    staging: labelOf('staging'),
    noAccount: {
      none: (region: string, subscription: string) =>
        `${subscription} has no storage account in ${region}. Create one, then refresh.`,
      create: 'To create one',
      group: 'YOUR-GROUP',
      account: 'YOURACCOUNTNAME',
    },
    unusedStaging: (machine: string) =>
      `Required by Azure. Not used: ${machine} has managed disks.`,
    restoreAsManaged: labelOf('restoreAsManaged'),
    yes: 'Yes',
    no: 'No',
    encryptionSet: labelOf('diskEncryptionSet'),
    sameKey: 'None: same as the source disks',
    identity: labelOf('identity'),
    identities: { none: 'None', system: 'System-assigned', user: 'User-assigned' },
    identityId: labelOf('identityId'),
    vaultIdentities: 'Identities of the vault',
    takeIdentity: (name: string) => `Use the vault’s ${name}`,
    sameIdentity: (name: string) => `This is the vault’s ${name}. IDs aren’t case-sensitive.`,
    confirm: labelOf('confirmReplace'),
    confirmPlaceholder: (machine: string) => `Type ${machine}`,
    needsInstance: 'Select a backup instance first. It determines these options.',
    filled: 'Filled for you',
    filledValue: (label: string, value: string) => `${label} ${value}`,
  },
  network: {
    label: labelOf('diskAccess'),
    same: 'Use the same network configurations as the source disk(s)',
    public: 'Enable public access from all networks',
    private: 'Disable public access and enable private access (using disk access)',
    diskAccess: labelOf('diskAccessId'),
    notNeeded: 'Not needed for this VM.',
    notChecked: 'Not checked: whether a disk of this VM has private access',
  },
  reads: {
    loading: 'Loading',
    forbidden: 'You don’t have permission to view this.',
    failed: 'Couldn’t load',
    'not asked': 'Depends on an earlier selection',
  },
  tier: {
    Snapshot: 'Snapshot',
    SnapshotAndVault: 'Snapshot and Vault-Standard',
    Vault: 'Vault-Standard',
    Archive: 'Archive',
    unknown: 'not reported',
  },
  consistency: {
    AppConsistent: 'Application consistent',
    FileSystemConsistent: 'File-system consistent',
    CrashConsistent: 'Crash consistent',
    unknown: 'not reported',
  },
  trouble: {
    missing: {
      title: 'Draft not found',
      body: 'It was created in another browser or account, or discarded. Opening this page starts nothing.',
    },
    broken: {
      title: 'This draft can’t be opened',
      body: 'The stored draft is damaged. It’s shown below and kept until you discard it.',
    },
    otherVersion: {
      title: 'Draft of another version',
      body: (version: number) =>
        `This Restore Center can’t open version ${String(version)}. The draft is shown below and kept until you discard it.`,
    },
    forbidden: {
      title: 'This browser doesn’t store drafts',
      body: 'You can start a new restore. Keep its tab open until you have restored.',
    },
    notLoaded: {
      title: 'This page couldn’t load',
      body: (name: string) => `Couldn’t load ${name}. Your draft is saved.`,
    },
    noDatasource: {
      title: 'This datasource isn’t available',
      body: (id: string) =>
        `This Restore Center doesn’t have the draft’s datasource “${id}”. The draft is kept.`,
    },
    stored: 'Stored draft',
    startNew: 'Start a new restore',
    nothingStarted: 'Nothing was started.',
    notKnown:
      'This page can’t read whether a restore was sent from this draft. Check Backup jobs before you discard it.',
    mayRun:
      'A restore sent from this draft might be running. Check Backup jobs before you discard the draft.',
    discard: 'Discard draft',
    toInstances: 'Go to Backup instances',
  },
  plan,
  answers: {
    hidden: 'Hidden fields',
    notes: 'Documentation',
    notesCount: (count: number, unchecked: number) =>
      unchecked === 0 ? String(count) : `${String(count)}, ${String(unchecked)} not checked`,
    whyNo: (field: string) => `Why is there no ${field}?`,
    kind: (kind: string) => `${kind}.`,
    whyRule: (rule: string) => `Why: ${rule}`,
  },
  consequences: {
    of: (type: string) => `What to expect: ${type}`,
    staging: 'Staging storage account',
    backup: 'Next backup',
    why: (what: string) => `Why: ${what}`,
  },
  explain: {
    why: 'Why',
    hideWhy: 'Hide why',
    hideWhyOf: (ask: string) => `Hide why: ${ask}`,
    notPossibleShort: 'Not possible.',
    /** Beside options that stand in a row. */
    namedReason: (option: string, reason: string) => `${option}: ${reason}`,
    isNotPossible: (option: string) => `${option} isn’t possible.`,
    whyNot: (option: string) => `Why isn’t ${option} possible?`,
    hideWhyNot: (option: string) => `Hide why ${option} isn’t possible`,
    whyRefused: (field: string) => `Why is ${field} rejected?`,
    rule: 'Rule',
    constraint: 'Constraint',
    inNewTab: (id: string) => `${id} (opens in a new tab)`,
    source: 'Source',
    fact: 'Fact',
    own: 'the restore point’s',
    choose: (what: string, name: string) => `${what}: ${name}`,
    keeping: (what: string, name: string) => `${what}, with ${name}`,
    doInstead: (what: string) => `Do this instead: ${what}`,
  },
} as const);

/** Texts for what the wizard fills in where a person has named the kind of restore alone. */
export const suggested = sentences({
  /** Beside a field and before a restore point. */
  mark: 'Suggested',
  clear: (field: string) => `Clear suggestion: ${field}`,
  clearPoint: 'Clear suggestion',
  newest: 'Newest that can be restored',
  change: 'Change',
  changePoint: 'Change restore point',
  selectPoint: 'Select a restore point',
  noPoint: 'No restore point can be restored.',
  noneSelected: 'None selected.',
  lastUsed: 'Last used for a restore',
  machineGroup: 'The VM’s resource group',
  free: 'Not in use',
  first: 'First that can be used',
  disk: { subscription: 'The disk’s subscription', rg: 'The disk’s resource group' },
} as const);
