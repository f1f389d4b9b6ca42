import type { RuleText } from '../rules/text.ts';

/** The texts of the rules of file recovery. */
export const fileRuleTexts = {
  'files.instance.required': { say: 'Select the backup instance that has the files.' },
  'files.point.required': { say: 'Select the restore point that has the files.' },
  'files.runner.required': { say: 'Select the operating system that runs the script.' },
  'files.version.required': { say: 'Enter the version of the distribution, such as 22.04.' },
  'files.classic': {
    say: 'Azure Backup doesn’t recover files of classic VMs.',
    short: 'Classic VM',
  },
  'files.encrypted': {
    say: 'Azure Backup doesn’t recover files from a VM with Azure Disk Encryption. Restore the disks instead.',
    short: 'Azure Disk Encryption',
  },
  'files.shared-disks': {
    say: 'Azure Backup doesn’t recover files from a shared disk, and this restore point has one. Restore the disks instead.',
    short: 'Has a shared disk',
  },
  'files.shared-disks.left-out': {
    say: 'The VM has a shared disk, and this restore point doesn’t hold it. You can recover files only from the other disks.',
  },
  'files.write-accelerator': {
    say: 'Azure Backup doesn’t recover files from a disk with Write Accelerator, and this restore point has one. Restore the disks instead.',
    short: 'Has a disk with Write Accelerator',
  },
  'files.temporary-disk': {
    say: 'Restore points don’t include the temporary disk. You can’t recover files from it.',
  },
  'files.ultra-disks': {
    say: 'The VM has Ultra Disks. The support matrix lists file recovery for them both as supported and as not supported. If the volumes don’t appear, restore the disks.',
  },
  'files.size': {
    say: 'The disks hold more than 10 GB. Recover at most 10 GB of files: 1 GB takes about an hour. For more, restore the disks.',
  },
  'files.large-disks': {
    say: 'The restore point has more than 16 disks, or a disk over 4 TB. After you get the script, wait 20 to 30 minutes before you run it. If it stops responding, change the settings shown in “Where to run it”.',
  },
  'files.secondary': {
    say: 'Not checked: the documentation doesn’t mention file recovery in the secondary region.',
  },
  'files.source.gone': {
    say: 'The backed-up VM no longer exists. Run the script elsewhere.',
    short: 'The VM no longer exists',
  },
  'files.source.spanned': {
    say: 'The VM has volumes that span several disks, such as dynamic disks, Storage Spaces, LVM or software RAID. Run the script on another system.',
    short: 'Volumes span several disks',
  },
  'files.spanned': {
    say: 'The system that runs the script must support these volumes. Bring LVM and RAID volumes online manually after the script runs. The latest support matrix lists Windows Storage Spaces as not supported.',
  },
  'files.source.large': {
    say: 'The restore point has more than 16 disks, or a disk over 4 TB. Don’t run the script on the backed-up VM: the 2019 documentation excludes it, the 2023 documentation advises against it.',
    short: 'More than 16 disks, or a disk over 4 TB',
  },
  'files.source.network': {
    say: 'If the VM has special network settings, you can’t recover files on the same VM. Run the script elsewhere.',
  },
  'files.runner.other-system': {
    say: 'Use Windows for the script of a Windows VM, and Linux for the script of a Linux VM.',
    short: 'Not for this VM',
  },
  'files.runner.incompatible': {
    say: 'Recover files of a Windows server on the same version or on the matching Windows client, not on an older or newer one.',
    short: 'Not compatible with the backed-up VM',
  },
  'files.runner.too-old': {
    say: 'The script doesn’t run on this version. It requires Ubuntu 12.04, CentOS 6.5, RHEL 6.7, Debian 7, Oracle Linux 6.4, SLES 12, openSUSE 42.2 or later.',
    short: 'Too old',
  },
  'files.runner.not-checked': {
    say: 'Not checked: the documentation doesn’t mention this system.',
  },
  'files.runner.sles12sp4': {
    say: 'The script has known issues on SLES 12 SP4. SLES 12 SP2 and SP3 work.',
  },
  'files.runner.windows': {
    say: 'The system requires .NET 4.6.2 or later, TLS 1.2 and an English locale. Run the script as an administrator.',
  },
  'files.runner.linux': {
    say: 'The system must support the file systems of the backed-up VM. It requires bash 4, Python 2.6.6 or later, TLS 1.2, an English locale and root permission. The script asks to install open-iscsi and lshw.',
  },
  'files.deduplicated': {
    say: 'Azure Backup doesn’t recover files from a deduplicated volume. Restore the disks instead.',
  },
  'files.restricted-account': {
    say: 'Azure Backup doesn’t recover files from disks in a storage account that accepts selected networks only. Restore the disks instead.',
  },
} as const satisfies Record<string, RuleText>;
