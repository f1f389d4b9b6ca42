/** What the pages say of managed disks and of the Backup vaults that protect them. */
export const diskPages = {
  list: {
    title: 'Backup instances',
    what: 'the protected disks',
    search: 'Search by disk name',
    heads: {
      name: 'Backup instance',
      datasource: 'Datasource type',
      vault: 'Vault',
      subscription: 'Subscription',
      region: 'Region',
      snapshots: 'Snapshot resource group',
      state: 'Protection',
    },
    count: (total: number, text: string, search: string) =>
      [
        text,
        total === 1 ? 'disk' : 'disks',
        ...(search === '' ? [] : [`with “${search}” in the name`]),
      ].join(' '),
    none: 'No protected disk was found in the subscriptions that you may read.',
    noneFit: 'No protected disk fits these filters.',
    noneFitSearched: (search: string) =>
      search === ''
        ? 'All Backup vaults that you may read were searched.'
        : `All Backup vaults that you may read were searched for “${search}” in the names of disks.`,
    /** Beside a list of machines. */
    too: (total: number, text: string) =>
      total === 1
        ? 'This list is of machines. 1 managed disk is protected by itself too.'
        : `This list is of machines. ${text} managed disks are protected by themselves too.`,
    tooNotRead: 'This list is of machines. Whether disks are protected too could not be read.',
    show: 'Show Azure Disks',
    csv: {
      fileName: 'backup-instances-disks.csv',
      heads: [
        'Backup instance',
        'Resource group',
        'Datasource type',
        'Vault',
        'Subscription',
        'Subscription id',
        'Region',
        'Snapshot resource group',
        'Policy',
        'Protection',
        'Source',
      ],
    },
  },

  /** By Azure's words in small letters; one that nobody knows is shown as it is. */
  states: {
    protectionconfigured: 'Protected',
    configuringprotection: 'Being configured',
    configuringprotectionfailed: 'Configuration failed',
    updatingprotection: 'Being updated',
    notprotected: 'Not protected',
    protectionstopped: 'Protection stopped, points kept',
    protectionerror: 'Protection error',
    backupschedulessuspended: 'Backups suspended',
    retentionschedulessuspended: 'Retention suspended',
    softdeleting: 'Being deleted',
    softdeleted: 'Soft-deleted',
    invalid: 'Invalid',
  },
} as const;
