import { sentences } from '#src/strings/sentences.ts';

/** Texts of the step "Where to run it", and of what applies to a file recovery as a whole. */
export const runner = sentences({
  needsInstance: 'Select a backup instance first. It determines these options.',
  placeholder: 'Select a system',
  notAnswered: 'Not answered',
  /** Below the questions that no API answers. */
  versionHint: 'As reported by the distribution, such as 22.04 or 12 SP5',
  spannedHint: 'Dynamic disks, Storage Spaces, LVM or software RAID',
  reach: {
    title: 'Required network access',
    downloads: (address: string) =>
      `${address}, or the service tag AzureFrontDoor.FirstParty: components of the script`,
    service: (address: string) =>
      `${address}, or the service tag AzureBackup: the disks, over iSCSI`,
    geo: '{geo} is the part after the VM name in the name of the script. The check asks for it. Leave it empty until you have the script.',
    dns: 'Public DNS resolution',
    outbound: (port: number) => `Port ${String(port)}, outbound`,
    proxy: 'A proxy might not carry iSCSI. Use a system with direct access.',
    check: 'Run this check on that system. It changes nothing.',
    powerShell: 'Check for PowerShell',
    bash: 'Check for bash',
  },
  large: {
    title: 'Settings for many or very large disks',
    when: 'After you get the script, wait 20 to 30 minutes before you run it. Change these settings only if the script stops responding or no volumes appear.',
    windows: 'Settings for PowerShell',
    windowsAfter: 'Run it as an administrator, then restart Windows.',
    linux: 'Setting for iscsid.conf',
    linuxWhere: 'Change this line in /etc/iscsi/iscsid.conf.',
  },
  remarks: {
    title: 'For up to 10 GB of files',
    sizes: (gib: string) => `All disks together hold up to ${gib} GiB.`,
    copy: 'Copy only what you need: 1 GB takes about an hour.',
    instead: 'Restore disks instead',
    insteadWhy:
      'For more, or if file recovery isn’t possible, restore the disks with the same selections.',
  },
} as const);
/** The two places where it can run. */
export const whereToRun = { no: 'On another VM or server', yes: 'On the backed-up VM' } as const;

/** Titles of a file recovery and of its own steps. */
export const files = sentences({
  title: 'Recover files',
  runner: 'Where to run it',
  review: 'Review + get the script',
} as const);
