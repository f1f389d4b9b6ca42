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

const VM = 'src/datasources/azure-vm';
const DISK = 'src/datasources/azure-disk';
const COMMVAULT = 'src/datasources/commvault-vm';

/** Every place that waits, by the file that draws it or loads for it. */
export const WAITS: Readonly<Record<string, Wait>> = {
  'src/main.tsx': {
    screen: 'Start of the demo',
    code: 'the simulated Azure',
    wayOn: '`Reload`',
  },
  'src/app/start-live.tsx': {
    screen: 'Start of the live build',
    code: 'the sign-in, and the pages in its place',
    wayOn: '`Reload`',
  },
  'src/api/arm/msal.ts': {
    screen: 'Start of the live build',
    code: 'the sign-in library',
    wayOn: '`Reload`',
  },
  'src/app/deployment.ts': {
    screen: 'Start of the live build, with a `config.json`',
    code: 'what reads it',
    wayOn: 'Azure works without it; Settings shows why',
  },
  'src/app/draft-routes.ts': { screen: 'Wizard', code: 'the page' },
  'src/app/settings-route.ts': { screen: 'Settings', code: 'the page' },
  'src/pages/settings/KeyboardSetting.tsx': {
    screen: 'Settings',
    code: 'the keyboard shortcuts',
  },
  'src/pages/settings/route.ts': { screen: 'Settings', code: 'the datasources' },
  'src/app/account/AccountPlace.tsx': { screen: 'Every page', code: 'the account' },
  'src/app/account/SignInPlace.tsx': {
    screen: 'Every page',
    code: 'the offer to sign in again',
  },
  'src/app/router.ts': { screen: 'Every page', code: 'the page' },
  'src/app/ShortcutPlace.tsx': { screen: 'Every page', code: 'the keyboard shortcuts' },
  'src/app/TopBar.tsx': { screen: 'Every page', code: 'the notifications' },
  'src/app/notifications/StripPlace.tsx': { screen: 'Every page', code: 'the running restores' },
  'src/app/notifications/FollowedDrafts.tsx': {
    screen: 'Every page',
    code: 'what follows an accepted restore to its job',
    wayOn: 'the page of the restore looks for the job by itself',
  },
  'src/app/AdoptedPlace.tsx': { screen: 'Every page', code: 'the notice of earlier drafts' },
  'src/app/ClockPlace.tsx': { screen: 'Every page', code: 'the notice of a clock that is wrong' },
  'src/app/adopted.ts': {
    screen: 'Start, with drafts of an earlier version',
    code: 'what gives the drafts to the account',
    wayOn: '`Reload`',
  },
  'src/app/SimulationFrame.tsx': { screen: 'Every page of the demo', code: 'the simulation panel' },
  'src/app/search/lazy-panel.tsx': { screen: 'Search', code: 'the search' },
  'src/app/search/searches.ts': {
    screen: 'Search',
    code: 'the search of a datasource',
    wayOn: 'the other results show; each search tries again',
  },
  'src/app/new-restore.ts': {
    screen: 'New restore, from a constraint in the demo',
    code: 'the example',
  },
  'src/app/restore-again.ts': { screen: 'New restore, like a job', code: 'the datasource' },
  'src/pages/overview/OverviewPage.tsx': {
    screen: 'Overview',
    code: 'the restores and jobs, the health',
  },
  'src/pages/overview/OverviewMain.tsx': {
    screen: 'Overview',
    code: 'the service issues, the drafts, the open next steps',
  },
  'src/pages/overview/RunningRestores.tsx': { screen: 'Overview', azure: 'the running restores' },
  'src/pages/overview/Attention.tsx': { screen: 'Overview', azure: 'what needs attention' },
  'src/pages/overview/DayOfJobs.tsx': { screen: 'Overview', azure: 'the jobs of the last day' },
  'src/pages/overview/HealthCounts.tsx': { screen: 'Overview', azure: 'the health of the backups' },
  'src/pages/overview/OldPoints.tsx': {
    screen: 'Overview',
    azure: 'the age of the latest restore points',
  },
  'src/api/queries/secondary-restores.ts': {
    screen: 'Overview',
    code: 'what reads the restores in secondary regions',
    wayOn: 'the other restores show; the regions are named as not checked',
  },
  'src/pages/list/loaded.ts': {
    screen: 'Backup instances, Backup jobs, Vaults',
    code: 'the lists of each datasource',
    wayOn: 'the other lists show; a page without any has `Reload the new version`',
  },
  'src/pages/list/ListRows.tsx': {
    screen: 'Backup instances, Backup jobs, Vaults',
    azure: 'the rows of the list',
  },
  'src/pages/instance/route.ts': { screen: 'Backup instance', code: 'the datasource' },
  'src/pages/instance/machines-beside.ts': {
    screen: 'Backup instance, Backup job',
    code: 'what finds other backups of the VM',
    wayOn: 'the rest of the page shows',
  },
  'src/pages/instance/InstanceHistory.tsx': {
    screen: 'Backup instance',
    azure: 'its past restores',
  },
  'src/pages/instance/InstanceJobs.tsx': { screen: 'Backup instance', azure: 'its jobs' },
  'src/actions/SoftDeletedPlace.tsx': {
    screen: 'Backup instance, soft-deleted',
    code: 'the undelete action',
  },
  [`${VM}/instance/KnownInstance.tsx`]: {
    screen: 'Backup instance: VM',
    azure: 'the backup instance',
  },
  [`${VM}/instance/points/PointsSection.tsx`]: {
    screen: 'Backup instance: VM',
    azure: 'the restore points',
    code: 'those that are mounted',
  },
  [`${DISK}/instance/KnownDisk.tsx`]: {
    screen: 'Backup instance: disk',
    azure: 'the backup instance',
  },
  [`${DISK}/instance/DiskPoints.tsx`]: {
    screen: 'Backup instance: disk',
    azure: 'the restore points',
  },
  [`${COMMVAULT}/instance/VmPage.tsx`]: {
    screen: 'Backup instance: Commvault',
    azure: 'the VM, from the CommServe',
  },
  [`${COMMVAULT}/instance/VmPoints.tsx`]: {
    screen: 'Backup instance: Commvault',
    azure: 'its finished backups, from the CommServe',
  },
  [`${DISK}/instance/HoldingMachine.tsx`]: {
    screen: 'Backup instance: disk',
    azure: 'the VM that has the disk',
  },
  'src/pages/job/route.ts': { screen: 'Backup job', code: 'the datasource' },
  [`${VM}/job/index.ts`]: { screen: 'What is done after a job: VM', code: 'the page' },
  'src/pages/job/JobTaskPage.tsx': { screen: 'What is done after a job', azure: 'the job' },
  'src/pages/job/KnownJob.tsx': { screen: 'Backup job', azure: 'the job' },
  [`${VM}/next-steps/lazy.tsx`]: { screen: 'Backup job', code: 'the next steps' },
  [`${VM}/next-steps/OfferedAction.tsx`]: {
    screen: 'Backup job',
    code: 'the action of a next step',
  },
  [`${VM}/steps/power/PowerState.tsx`]: {
    screen: 'Configuration',
    code: 'the action that shuts a VM down',
  },
  'src/pages/job/record/RecordPage.tsx': { screen: 'Restore record', azure: 'the job' },
  'src/pages/leftovers/route.ts': { screen: 'Leftover resources', code: 'the datasource' },
  'src/pages/leftovers/LeftoverSection.tsx': {
    screen: 'Leftover resources',
    azure: 'each of its lists',
    wayOn: 'the other lists show; each has `Try again`',
  },
  [`${VM}/disks/DisksPage.tsx`]: { screen: 'Use the restored disks', azure: 'the restored disks' },
  'src/pages/vault/route.ts': { screen: 'Vault', code: 'the datasource' },
  'src/ui/VaultPage.tsx': { screen: 'Vault', azure: 'the vault' },
  [`${VM}/vault/VaultContents.tsx`]: {
    screen: 'Recovery Services vault',
    azure: 'the number of its instances and jobs',
  },
  [`${VM}/vault/VaultParts.tsx`]: {
    screen: 'Recovery Services vault',
    azure: 'the names of its subscription and region',
    wayOn: 'the rest of the page shows, without the names',
  },
  [`${DISK}/vault/VaultDisks.tsx`]: { screen: 'Backup vault', azure: 'its disks' },
  [`${DISK}/vault/VaultJobs.tsx`]: { screen: 'Backup vault', azure: 'its jobs' },
  'src/pages/rules/OneRule.tsx': { screen: 'One constraint', code: 'the example' },
  'src/pages/rules/example/lazy-parts.tsx': { screen: 'One constraint', code: 'the example' },
  'src/wizard/commands/PlanCommands.tsx': { screen: 'Review, and a job', code: 'the commands' },
  'src/wizard/commands/CommandSection.tsx': { screen: 'Review, and a job', code: 'the scripts' },
  [`${VM}/commands/lazy.tsx`]: { screen: 'Review, and a job', code: 'the scripts of a VM' },
  [`${DISK}/commands/lazy.tsx`]: { screen: 'Review, and a job', code: 'the scripts of a disk' },
  'src/pages/what-happened/route.ts': { screen: 'What happened?', code: 'the datasources' },
  [`${VM}/what-happened/MachineField.tsx`]: { screen: 'What happened?', azure: 'the VMs' },
  [`${VM}/what-happened/MachineAnswer.tsx`]: {
    screen: 'What happened?',
    azure: 'the VM and its restore points',
  },
  'src/pages/restore/route.ts': { screen: 'Wizard', code: 'the wizard' },
  'src/wizard/WizardPage.tsx': { screen: 'Wizard', code: 'the datasource' },
  'src/wizard/TaskWizard.tsx': { screen: 'Wizard', code: 'the step' },
  'src/wizard/steps/StepPlace.tsx': { screen: 'Wizard', code: 'the step' },
  'src/datasources/begin.ts': { screen: 'New file recovery', code: 'the wizard' },
  [`${VM}/index.ts`]: { screen: 'Wizard: Recover files', code: 'the wizard' },
  [`${VM}/files/session/LostScript.tsx`]: {
    screen: 'Wizard: Recover files, outcome unknown',
    azure: 'the restore point',
  },
  [`${VM}/files/session/MountedSession.tsx`]: {
    screen: 'Wizard: Recover files, script and password',
    code: 'the messages of the script',
  },
  [`${VM}/files/session/UnmountSection.tsx`]: {
    screen: 'Wizard: Recover files, script and password',
    code: 'the end of the session',
  },
  [`${VM}/steps/review/OpenQuestions.tsx`]: {
    screen: 'Wizard: Review',
    code: 'the field for an answer',
  },
  'src/wizard/steps/InstanceRows.tsx': {
    screen: 'Wizard: Backup instance',
    azure: 'the backup instances',
  },
  [`${VM}/steps/instance/SecondaryList.tsx`]: {
    screen: 'Wizard: Backup instance',
    azure: 'the vaults and instances of the secondary region',
  },
  [`${VM}/steps/restore-point/MachinePoints.tsx`]: {
    screen: 'Wizard: Restore point',
    azure: 'the restore points',
    code: 'why a kind can’t be selected',
  },
  'src/wizard/steps/PointRows.tsx': { screen: 'Wizard: Restore point', code: 'the calendar' },
  [`${DISK}/steps/PointPanel.tsx`]: {
    screen: 'Wizard: Restore point',
    azure: 'the restore points',
  },
  [`${COMMVAULT}/job/lazy.tsx`]: { screen: 'Backup job: Commvault', code: 'the next steps' },
  [`${COMMVAULT}/steps/InstancePanel.tsx`]: {
    screen: 'Wizard: Backup instance',
    azure: 'the VMs, from the CommServe',
  },
  [`${COMMVAULT}/steps/PointPanel.tsx`]: {
    screen: 'Wizard: Restore point',
    azure: 'the finished backups, from the CommServe',
  },
};
