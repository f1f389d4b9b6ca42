/** What a place waits for: an answer of Azure, or code of Restore Center. */
export const KINDS = ['azure', 'code'] as const;
export type WaitKind = (typeof KINDS)[number];

/** A place that waits: the screen, what it waits for, and the way on where it is not the usual one. */
export interface Wait {
  readonly screen: string;
  readonly azure?: string;
  readonly code?: string;
  readonly wayOn?: string;
}

/** Every place that waits, in the order in which a person meets them. */
export const WAITS: readonly Wait[] = [
  {
    screen: 'Start of the demo',
    code: 'the simulated Azure',
    wayOn: '`Reload`',
  },
  {
    screen: 'Start of the live build',
    code: 'the sign-in, and the pages in its place',
    wayOn: '`Reload`',
  },
  {
    screen: 'Start of the live build',
    code: 'the sign-in library',
    wayOn: '`Reload`',
  },
  {
    screen: 'Start of the live build, with a `config.json`',
    code: 'what reads it',
    wayOn: 'Azure works without it; Settings shows why',
  },
  { screen: 'Wizard', code: 'the page' },
  { screen: 'Settings', code: 'the page' },
  {
    screen: 'Settings',
    code: 'the keyboard shortcuts',
  },
  { screen: 'Settings', code: 'the datasources' },
  { screen: 'Every page', code: 'the account' },
  {
    screen: 'Every page',
    code: 'the offer to sign in again',
  },
  { screen: 'Every page', code: 'the page' },
  { screen: 'Every page', code: 'the keyboard shortcuts' },
  { screen: 'Every page', code: 'the notifications' },
  { screen: 'Every page', code: 'the running restores' },
  {
    screen: 'Every page',
    code: 'what follows an accepted restore to its job',
    wayOn: 'the page of the restore looks for the job by itself',
  },
  { screen: 'Every page', code: 'the notice of earlier drafts' },
  { screen: 'Every page', code: 'the notice of a clock that is wrong' },
  {
    screen: 'Start, with drafts of an earlier version',
    code: 'what gives the drafts to the account',
    wayOn: '`Reload`',
  },
  { screen: 'Every page of the demo', code: 'the simulation panel' },
  { screen: 'Search', code: 'the search' },
  {
    screen: 'Search',
    code: 'the search of a datasource',
    wayOn: 'the other results show; each search tries again',
  },
  {
    screen: 'New restore, from a constraint in the demo',
    code: 'the example',
  },
  { screen: 'New restore, like a job', code: 'the datasource' },
  {
    screen: 'Overview',
    code: 'the restores and jobs, the health',
  },
  {
    screen: 'Overview',
    code: 'the service issues, the drafts, the open next steps',
  },
  { screen: 'Overview', azure: 'the running restores' },
  { screen: 'Overview', azure: 'what needs attention' },
  { screen: 'Overview', azure: 'the jobs of the last day' },
  { screen: 'Overview', azure: 'the health of the backups' },
  {
    screen: 'Overview',
    azure: 'the age of the latest restore points',
  },
  {
    screen: 'Overview',
    code: 'what reads the restores in secondary regions',
    wayOn: 'the other restores show; the regions are named as not checked',
  },
  {
    screen: 'Backup instances, Backup jobs, Vaults',
    code: 'the lists of each datasource',
    wayOn: 'the other lists show; a page without any has `Reload the new version`',
  },
  {
    screen: 'Backup instances, Backup jobs, Vaults',
    azure: 'the rows of the list',
  },
  { screen: 'Backup instance', code: 'the datasource' },
  {
    screen: 'Backup instance, Backup job',
    code: 'what finds other backups of the VM',
    wayOn: 'the rest of the page shows',
  },
  {
    screen: 'Backup instance',
    azure: 'its past restores',
  },
  { screen: 'Backup instance', azure: 'its jobs' },
  {
    screen: 'Backup instance, soft-deleted',
    code: 'the undelete action',
  },
  {
    screen: 'Backup instance: VM',
    azure: 'the backup instance',
  },
  {
    screen: 'Backup instance: VM',
    azure: 'the restore points',
    code: 'those that are mounted',
  },
  {
    screen: 'Backup instance: disk',
    azure: 'the backup instance',
  },
  {
    screen: 'Backup instance: disk',
    azure: 'the restore points',
  },
  {
    screen: 'Backup instance: Commvault',
    azure: 'the VM, from the CommServe',
  },
  {
    screen: 'Backup instance: Commvault',
    azure: 'its finished backups, from the CommServe',
  },
  {
    screen: 'Backup instance: disk',
    azure: 'the VM that has the disk',
  },
  { screen: 'Backup job', code: 'the datasource' },
  { screen: 'What is done after a job: VM', code: 'the page' },
  { screen: 'What is done after a job', azure: 'the job' },
  { screen: 'Backup job', azure: 'the job' },
  { screen: 'Backup job', code: 'the next steps' },
  {
    screen: 'Backup job',
    code: 'the action of a next step',
  },
  {
    screen: 'Configuration',
    code: 'the action that shuts a VM down',
  },
  { screen: 'Restore record', azure: 'the job' },
  { screen: 'Leftover resources', code: 'the datasource' },
  {
    screen: 'Leftover resources',
    azure: 'each of its lists',
    wayOn: 'the other lists show; each has `Try again`',
  },
  { screen: 'Use the restored disks', azure: 'the restored disks' },
  { screen: 'Vault', code: 'the datasource' },
  { screen: 'Vault', azure: 'the vault' },
  {
    screen: 'Recovery Services vault',
    azure: 'the number of its instances and jobs',
  },
  {
    screen: 'Recovery Services vault',
    azure: 'the names of its subscription and region',
    wayOn: 'the rest of the page shows, without the names',
  },
  { screen: 'Backup vault', azure: 'its disks' },
  { screen: 'Backup vault', azure: 'its jobs' },
  { screen: 'One constraint', code: 'the example' },
  { screen: 'One constraint', code: 'the example' },
  { screen: 'Review, and a job', code: 'the commands' },
  { screen: 'Review, and a job', code: 'the scripts' },
  { screen: 'Review, and a job', code: 'the scripts of a VM' },
  { screen: 'Review, and a job', code: 'the scripts of a disk' },
  { screen: 'What happened?', code: 'the datasources' },
  { screen: 'What happened?', azure: 'the VMs' },
  {
    screen: 'What happened?',
    azure: 'the VM and its restore points',
  },
  { screen: 'Wizard', code: 'the wizard' },
  { screen: 'Wizard', code: 'the datasource' },
  { screen: 'Wizard', code: 'the step' },
  { screen: 'Wizard', code: 'the step' },
  { screen: 'New file recovery', code: 'the wizard' },
  { screen: 'Wizard: Recover files', code: 'the wizard' },
  {
    screen: 'Wizard: Recover files, outcome unknown',
    azure: 'the restore point',
  },
  {
    screen: 'Wizard: Recover files, script and password',
    code: 'the messages of the script',
  },
  {
    screen: 'Wizard: Recover files, script and password',
    code: 'the end of the session',
  },
  {
    screen: 'Wizard: Review',
    code: 'the field for an answer',
  },
  {
    screen: 'Wizard: Backup instance',
    azure: 'the backup instances',
  },
  {
    screen: 'Wizard: Backup instance',
    azure: 'the vaults and instances of the secondary region',
  },
  {
    screen: 'Wizard: Restore point',
    azure: 'the restore points',
    code: 'why a kind can’t be selected',
  },
  { screen: 'Wizard: Restore point', code: 'the calendar' },
  {
    screen: 'Wizard: Restore point',
    azure: 'the restore points',
  },
  { screen: 'Backup job: Commvault', code: 'the next steps' },
  {
    screen: 'Wizard: Backup instance',
    azure: 'the VMs, from the CommServe',
  },
  {
    screen: 'Wizard: Restore point',
    azure: 'the finished backups, from the CommServe',
  },
];
