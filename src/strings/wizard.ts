import { plan } from '#src/strings/plan.ts';
import { sentences } from '#src/strings/sentences.ts';

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
    done: 'settled',
    notVisited: 'filled in, not visited yet',
    todo: 'still to fill in',
    blocked: 'has something that is not possible',
    notNeeded: 'not needed',
    notChecked: 'not checked yet',
  },
  stepOf: (position: number, all: number) => `step ${String(position)} of ${String(all)}`,
  refused: {
    title: (fields: number) =>
      fields === 1
        ? '1 field needs your attention'
        : `${String(fields)} fields need your attention`,
  },
  previous: 'Previous',
  next: (step: string) => `Next: ${step}`,
  review: 'Review + restore',
  draftStored: (time: string) => `Draft saved ${time}. Safe to close this tab.`,
  draftInTab: {
    forbidden:
      'This browser does not let the draft be stored. It lives in this tab only: keep the tab open until you have restored.',
    full: "The browser's storage is full. The latest change lives in this tab only: keep the tab open until you have restored.",
  },
  drafts: {
    title: 'Drafts',
    of: (machine: string) => `Restore of ${machine}`,
    nothingChosen: 'Restore, no machine chosen yet',
    changed: (time: string) => `Changed ${time}, not sent`,
    pressed: (time: string) =>
      `Changed ${time}. Restore was pressed; open it to see what came of it`,
    discard: 'Discard',
    all: 'All drafts',
    ofOtherVersion: 'Restore sent by another version of this product',
    pressedAt: (time: string) => `Restore was pressed ${time}`,
    mayRun: 'An earlier request of this draft may have started a restore. Its job was not found.',
    keep: 'Keep the draft',
    discardOf: (draft: string) => `Discard: ${draft}`,
  },
  noSuchStep: {
    title: 'There is no such step',
    body: 'The address names a step that the wizard does not have. The draft itself is kept.',
    first: 'Go to the first step of this draft',
  },
  takenBack: {
    title: 'Taken back; the rest was kept',
    because: {
      datasource: 'it belonged to the datasource chosen before',
      instance: 'it belonged to the machine chosen before',
      region: 'it belonged to the other region of the vault',
      subscription: 'it belonged to the subscription chosen before',
      network: 'it belonged to the network chosen before',
    },
    line: (field: string, because: string) => `${field}: ${because}.`,
    field: (field: string, was: string) => `${field} ${was}`,
    undo: 'Go back to the earlier selection',
  },
  choose: 'Choose one',
  empty: 'Nothing to choose from.',
  datasource: {
    label: 'Datasource type',
  },
  region: {
    label: 'Region',
    named: (view: string, region: string) => `${view} (${region})`,
    otherMachine: 'Choose another machine in the Secondary Region',
    vault: 'Vault to look into',
    vaults: 'the vaults',
    vaultHint: 'Azure lists the secondary region vault by vault.',
    none: 'This vault keeps nothing in its secondary region yet.',
    shown: (count: number, text: string) =>
      `${text} ${count === 1 ? 'machine' : 'machines'} in the secondary region of this vault.`,
    dropped: 'Asked for in the Secondary Region, and prepared for the Primary Region',
    about: 'About the Secondary Region',
  },
  instance: {
    label: 'Backup instance',
    heads: ['Name', 'Resource group', 'Vault', 'Subscription', 'Last restore point', 'Health'],
    what: 'the backup instances',
    search: 'Search by machine name',
    shown: (shown: number, total: string, search: string) => {
      const where = search === '' ? '' : ` with “${search}” in the name`;
      if (shown === 0) {
        return search === ''
          ? 'No protected VM was found in the subscriptions that you may read.'
          : `No protected VM${where} in the vaults that you may read.`;
      }
      return String(shown) === total
        ? `${total} protected VMs${where}.`
        : `The first ${String(shown)} of ${total} protected VMs${where}. Type to narrow the search.`;
    },
    chosenElsewhere: (name: string, group: string) =>
      `Chosen: ${name} in ${group}, which is not among these.`,
    noPoint: {
      short: 'Nothing to restore yet: no restore point.',
      rule: 'A restore begins at a restore point. The first backup of this machine has to end before there is one.',
      fact: 'The machine’s last restore point is none',
      source: 'Restore Azure VMs, Select a restore point, 30 Nov 2024',
    },
  },
  point: {
    label: 'Restore point',
    heads: ['Time', 'Consistency and tier', 'Lost since then'],
    what: 'the restore points',
    none: 'This machine has no restore point yet.',
    calendar: 'the calendar of restore points',
    reasons: 'the reasons',
    hidden: (time: string) =>
      `Your filters hide the selected restore point, ${time}. It stays selected.`,
    needsInstance: 'Choose a backup instance first: the restore points are those of one machine.',
    goToInstance: 'Go to Backup instance',
    lost: (duration: string) => `${duration} of writes`,
  },
  configuration: {
    group: 'Restore configuration',
    createNew: 'Create new',
    replaceExisting: 'Replace existing',
    option: 'Restore Type',
    createVm: 'Create new virtual machine',
    restoreDisks: 'Restore disks',
    replaceDisks: 'Replace disk/s',
    onlyReplace: 'Filled in: the only type under Replace existing.',
    vmName: 'Virtual machine name',
    subscription: 'Subscription',
    ownSubscription: 'Filled in: the subscription of the restore point.',
    refusedSubscription: (subscription: string) =>
      `Your selections in ${subscription} are kept until you choose another subscription.`,
    openVault: (vault: string) => `Open ${vault} to turn it on (opens in a new tab)`,
    checkAgain: 'Check again',
    rg: 'Resource group',
    newGroup: 'Create new',
    existingGroup: 'Use an existing group',
    useGroup: (group: string) => `Use the existing group ${group}`,
    groupTaken: (group: string, region: string) => `${group} exists in ${region}.`,
    newGroupHint: (region: string) => `Made in ${region} before the restore starts.`,
    vnet: 'Virtual network',
    subnet: 'Subnet',
    firstSubnet: 'Filled in: the first of the network.',
    needsNetwork: 'Waits for the virtual network.',
    delegated: {
      short: 'Given over to a service of Azure.',
      rule: 'A subnet that is given over to a service of Azure takes no virtual machine.',
      fact: (subnet: string) => `The subnet ${subnet} is delegated to a service`,
      source: 'Microsoft Learn, Add or remove a subnet delegation in an Azure virtual network',
    },
    zone: 'Availability Zone',
    zonePeer: (there: string, here: string) =>
      `Zone ${there} of the target subscription is zone ${here} of the source’s.`,
    zoneOf: (zone: string) => `Zone ${zone}`,
    zoneOfPoint: (zone: string, time: string) => `Zone ${zone}, restore point ${time}`,
    ownZone: 'The zone of the source machine.',
    staging: 'Staging Location',
    noAccount: {
      none: (region: string, subscription: string) =>
        `${subscription} has no storage account in ${region}. Create one there, then refresh.`,
      create: 'To create one',
      group: 'YOUR-GROUP',
      account: 'YOURACCOUNTNAME',
    },
    unusedStaging: (machine: string) => `Asked for, left unused: ${machine} has managed disks.`,
    restoreAsManaged: 'Restore as managed disks',
    yes: 'Yes',
    no: 'No',
    encryptionSet: 'Disk encryption set',
    sameKey: 'None: as the source disks are',
    identity: 'Identities',
    identities: { none: 'None', system: 'System-assigned', user: 'User-assigned' },
    identityId: 'Managed identity resource id',
    vaultIdentities: 'Identities of the vault',
    takeIdentity: (name: string) => `Use ${name} of the vault`,
    sameIdentity: (name: string) =>
      `This is ${name} of the vault. Capital letters make no difference in an id.`,
    confirm: 'Confirm replacement',
    confirmHint: (machine: string) => `Type ${machine}: its disks are replaced.`,
    needsInstance: 'Choose a backup instance first: what can be chosen here hangs on it.',
  },
  network: {
    label: 'Network access of the restored disks',
    same: 'Use the same network configurations as the source disk(s)',
    public: 'Enable public access from all networks',
    private: 'Disable public access and enable private access (using disk access)',
    diskAccess: 'Disk access',
    notNeeded: 'Not needed for this machine.',
    notChecked: 'Nobody knows yet whether a disk of this machine has private access.',
  },
  reads: {
    loading: 'Being read.',
    forbidden: 'You may not read this.',
    failed: 'Could not be read.',
    'not asked': 'Waits for an earlier choice.',
  },
  tier: {
    snapshot: 'Snapshot',
    snapshotAndVaultStandard: 'Snapshot and Vault-Standard',
    vaultStandard: 'Vault-Standard',
    vaultArchive: 'Archive',
    unknown: 'not reported',
  },
  consistency: {
    application: 'Application consistent',
    fileSystem: 'File-system consistent',
    crash: 'Crash consistent',
    unknown: 'not reported',
  },
  trouble: {
    missing: {
      title: 'There is no draft at this address',
      body: 'It was created in another browser or by another account, or it was discarded. Opening this page started nothing.',
    },
    broken: {
      title: 'This draft cannot be read',
      body: 'What is stored is damaged. It is kept as it is, below, until you throw it away.',
    },
    otherVersion: {
      title: 'This draft was made by another version',
      body: (version: number) =>
        `It has version ${String(version)}, which this Restore Center cannot read. It is kept as it is, below, until you throw it away.`,
    },
    forbidden: {
      title: 'This browser does not let drafts be stored',
      body: 'So no draft can be found at this address. A new restore works, but only as long as its tab stays open.',
    },
    notLoaded: {
      title: 'This page couldn’t load',
      body: (name: string) => `Couldn’t load ${name}. Your draft is saved.`,
    },
    noDatasource: {
      title: 'This datasource isn’t available',
      body: (id: string) =>
        `The draft is for the datasource “${id}”, which this Restore Center doesn’t have. The draft is stored as it is.`,
    },
    stored: 'What is stored',
    startNew: 'Start a new restore',
    nothingStarted: 'Nothing was started.',
    mayRun:
      'A restore was sent from this draft and may be running. Look into Backup jobs before you throw the draft away.',
    discard: 'Throw this draft away',
    toInstances: 'Go to Backup instances',
  },
  plan,
  answers: {
    advanced: 'Advanced',
    hidden: (count: number) => `Fields that are not here (${String(count)})`,
    notes: (count: number, unchecked: number) =>
      unchecked === 0
        ? `What the documents say here (${String(count)})`
        : `What the documents say here (${String(count)}, ${String(unchecked)} not checked)`,
    whyNo: (field: string) => `Why is there no ${field}?`,
    kind: (kind: string) => `${kind}.`,
    whyRule: (rule: string) => `Why: ${rule}`,
  },
  consequences: {
    of: (type: string) => `${type} brings with it`,
    staging: 'In the staging account',
    backup: 'The next backup',
    why: (what: string) => `Why: ${what}`,
  },
  explain: {
    why: 'Why',
    hideWhy: 'Hide why',
    hideWhyOf: (ask: string) => `Hide why: ${ask}`,
    notPossibleShort: 'Not possible.',
    isNotPossible: (option: string) => `${option} is not possible.`,
    whyNot: (option: string) => `Why is ${option} not possible?`,
    hideWhyNot: (option: string) => `Hide why ${option} is not possible`,
    whyRefused: (field: string) => `Why is ${field} refused?`,
    rule: 'Rule',
    constraint: 'Constraint',
    inNewTab: (id: string) => `${id} (opens in a new tab)`,
    source: 'Source',
    fact: 'Fact',
    own: 'the one of the restore point',
    choose: (what: string, name: string) => `${what}: ${name}`,
    keeping: (what: string, name: string) => `${what}, with ${name}`,
    doInstead: (what: string) => `Do this instead: ${what}`,
  },
} as const);
