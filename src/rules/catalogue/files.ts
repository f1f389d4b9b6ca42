import { MEANT_FOR_GIB, MOST_DISKS, mostToCopyGiB } from '#src/model/file-recovery.ts';
import {
  isSles12Sp4,
  linuxFit,
  oldestVersion,
  runnerOsType,
  windowsFit,
} from '#src/model/runner.ts';
import type { FullChoices } from '../fields.ts';
import { hasDiskOver4Tb } from '../derived.ts';
import type { FullFacts } from '../facts.ts';
import { either } from '../known.ts';
import { learn, ours, rules } from '../rule.ts';

const page = 'Recover files from Azure virtual machine backup';
const recover = (heading: string) => learn(`${page}, ${heading}`);
const matrix = learn('Support matrix for Azure VM backup, Support for file-level restore');
const selecting = recover('Step 1: Generate and download script to browse and recover files');
const rightMachine = recover(
  'Step 2: Ensure the machine meets the requirements before executing the script',
);
const requirements = recover('Step 3: OS requirements to successfully run the script');
const largeDisks = recover('For backed-up VMs with large disks');
const edition2019 = learn(`${page} (2019), System requirements`);
const largeIn2019 = learn(`${page} (2019), Original backed up machine versus another machine`);

/** Many disks, or a disk over 4 TB, which Azure attaches all at once. */
const isLarge = ({ point, vm }: FullFacts): boolean =>
  either(
    () => point.diskCount > MOST_DISKS,
    () => hasDiskOver4Tb(vm),
  );

/** What is run on the source machine has its system and version. */
const runsWindowsElsewhere = ({ vm }: FullFacts, c: FullChoices): boolean =>
  c.runnerSystem !== null &&
  !c.isOnSource &&
  runnerOsType(c.runnerSystem) === 'Windows' &&
  vm.osType === 'Windows';

/** The rules of file recovery, which are in no catalogue: its task brings them. */
export const fileRules = rules('files', [
  {
    id: 'files.instance.required',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.instance === null,
    say: 'Select the backup instance that has the files.',
    source: [selecting],
  },
  {
    id: 'files.point.required',
    kind: 'require-field',
    field: 'point',
    when: (_, c) => c.recoveryPointId === null,
    say: 'Select the restore point that has the files.',
    source: [selecting],
  },
  {
    id: 'files.runner.required',
    kind: 'require-field',
    field: 'runnerSystem',
    when: ({ vm }, c) => c.runnerSystem === null && (!c.isOnSource || vm.osType === 'Linux'),
    say: 'Select the operating system that runs the script.',
    source: [requirements],
  },
  {
    id: 'files.version.required',
    kind: 'require-field',
    field: 'runnerVersion',
    when: (_, c) =>
      c.runnerSystem !== null && oldestVersion(c.runnerSystem) !== null && c.runnerVersion === null,
    say: 'Enter the version of the distribution, such as 22.04.',
    source: [requirements],
  },
  {
    id: 'files.classic',
    kind: 'block',
    field: 'instance',
    when: ({ vm }, c) => c.instance !== null && vm.deployment === 'classic',
    say: 'Azure Backup doesn’t recover files of classic VMs.',
    short: 'Classic VM',
    source: [matrix],
  },
  {
    id: 'files.encrypted',
    kind: 'block',
    field: 'point',
    when: ({ point }, c) => c.recoveryPointId !== null && point.isSourceEncrypted,
    say: 'Azure Backup doesn’t recover files from a VM with Azure Disk Encryption. Restore the disks instead.',
    short: 'Azure Disk Encryption',
    source: [matrix],
  },
  {
    id: 'files.shared-disks',
    kind: 'block',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.hasSharedDisks,
    say: 'Azure Backup doesn’t recover files from a shared disk, and this restore point has one. Restore the disks instead.',
    short: 'Has a shared disk',
    source: [matrix],
  },
  {
    id: 'files.shared-disks.left-out',
    kind: 'warn',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.leavesOutSharedDisks,
    say: 'The VM has a shared disk, and this restore point doesn’t hold it. You can recover files only from the other disks.',
    source: [matrix],
  },
  {
    id: 'files.write-accelerator',
    kind: 'block',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.hasWriteAccelerator,
    say: 'Azure Backup doesn’t recover files from a disk with Write Accelerator, and this restore point has one. Restore the disks instead.',
    short: 'Has a disk with Write Accelerator',
    source: [matrix],
  },
  {
    id: 'files.temporary-disk',
    kind: 'info',
    field: 'point',
    when: (_, c) => c.instance !== null,
    say: 'Restore points don’t include the temporary disk. You can’t recover files from it.',
    source: [matrix],
  },
  {
    id: 'files.ultra-disks',
    kind: 'warn',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.hasUltraDisks,
    say: 'The VM has Ultra Disks. The support matrix lists file recovery for them both as supported and as not supported. If the volumes don’t appear, restore the disks.',
    source: [matrix],
  },
  {
    id: 'files.size',
    kind: 'warn',
    field: 'point',
    when: ({ vm }, c) =>
      c.instance !== null && (mostToCopyGiB(vm.diskSizesGiB) ?? vm.maxDiskGiB) > MEANT_FOR_GIB,
    say: 'The disks hold more than 10 GB. Recover at most 10 GB of files: 1 GB takes about an hour. For more, restore the disks.',
    source: [selecting],
  },
  {
    id: 'files.large-disks',
    kind: 'warn',
    field: 'point',
    when: (facts, c) => c.recoveryPointId !== null && isLarge(facts),
    say: 'The restore point has more than 16 disks, or a disk over 4 TB. After you get the script, wait 20 to 30 minutes before you run it. If it stops responding, change the settings shown in “Where to run it”.',
    source: [largeDisks, rightMachine],
  },
  {
    id: 'files.secondary',
    kind: 'warn',
    field: 'regionView',
    when: (_, c) => c.secondary,
    say: 'Not checked: the documentation doesn’t mention file recovery in the secondary region.',
    source: [ours('No document says whether files can be recovered in the secondary region')],
  },
  {
    id: 'files.source.gone',
    kind: 'block',
    field: 'isOnSource',
    when: ({ vm }, c) => c.isOnSource && !vm.exists,
    say: 'The backed-up VM no longer exists. Run the script elsewhere.',
    short: 'The VM no longer exists',
    source: [ours('A VM that no longer exists runs no script')],
  },
  {
    id: 'files.source.spanned',
    kind: 'block',
    field: ['isOnSource', 'spannedVolumes'],
    when: ({ vm }, c) => c.isOnSource && vm.spansDisks,
    say: 'The VM has volumes that span several disks, such as dynamic disks, Storage Spaces, LVM or software RAID. Run the script on another system.',
    short: 'Volumes span several disks',
    source: [rightMachine, matrix],
  },
  {
    id: 'files.spanned',
    kind: 'warn',
    field: 'spannedVolumes',
    when: ({ vm }, c) => c.instance !== null && !c.isOnSource && vm.spansDisks,
    say: 'The system that runs the script must support these volumes. Bring LVM and RAID volumes online manually after the script runs. The latest support matrix lists Windows Storage Spaces as not supported.',
    source: [matrix, rightMachine],
  },
  {
    id: 'files.source.large',
    kind: 'block',
    field: 'isOnSource',
    when: (facts, c) => c.isOnSource && isLarge(facts),
    say: 'The restore point has more than 16 disks, or a disk over 4 TB. Don’t run the script on the backed-up VM: the 2019 documentation excludes it, the 2023 documentation advises against it.',
    short: 'More than 16 disks, or a disk over 4 TB',
    source: [largeIn2019, rightMachine],
  },
  {
    id: 'files.source.network',
    kind: 'info',
    field: 'isOnSource',
    when: (_, c) => c.isOnSource,
    say: 'If the VM has special network settings, you can’t recover files on the same VM. Run the script elsewhere.',
    source: [matrix],
  },
  {
    id: 'files.runner.other-system',
    kind: 'block',
    field: 'runnerSystem',
    when: ({ vm }, c) =>
      c.runnerSystem !== null &&
      (!c.isOnSource || vm.osType === 'Linux') &&
      runnerOsType(c.runnerSystem) !== vm.osType,
    say: 'Use Windows for the script of a Windows VM, and Linux for the script of a Linux VM.',
    short: 'Not for this VM',
    source: [selecting],
  },
  {
    id: 'files.runner.incompatible',
    kind: 'block',
    field: ['runnerSystem', 'sourceSystem'],
    when: (facts, c) =>
      runsWindowsElsewhere(facts, c) &&
      windowsFit(facts.vm.system, c.runnerSystem ?? '') === 'incompatible',
    say: 'Recover files of a Windows server on the same version or on the matching Windows client, not on an older or newer one.',
    short: 'Not compatible with the backed-up VM',
    source: [requirements],
  },
  {
    id: 'files.runner.too-old',
    kind: 'block',
    field: ['runnerVersion', 'runnerSystem'],
    when: (_, c) =>
      c.runnerSystem !== null &&
      c.runnerVersion !== null &&
      linuxFit(c.runnerSystem, c.runnerVersion) === 'incompatible',
    say: 'The script doesn’t run on this version. It requires Ubuntu 12.04, CentOS 6.5, RHEL 6.7, Debian 7, Oracle Linux 6.4, SLES 12, openSUSE 42.2 or later.',
    short: 'Too old',
    source: [requirements],
  },
  {
    id: 'files.runner.not-checked',
    kind: 'warn',
    field: ['runnerSystem', 'runnerVersion', 'sourceSystem'],
    when: (facts, c) => {
      if (c.runnerSystem === null) return false;
      if (runnerOsType(c.runnerSystem) === 'Linux') {
        const isLacking = oldestVersion(c.runnerSystem) !== null && c.runnerVersion === null;
        return !isLacking && linuxFit(c.runnerSystem, c.runnerVersion ?? '') === 'notInTable';
      }
      return (
        runsWindowsElsewhere(facts, c) &&
        (c.runnerSystem === 'otherWindows' ||
          windowsFit(facts.vm.system, c.runnerSystem) === 'notInTable')
      );
    },
    say: 'Not checked: the documentation doesn’t mention this system.',
    source: [requirements],
  },
  {
    id: 'files.runner.sles12sp4',
    kind: 'warn',
    field: ['runnerVersion', 'runnerSystem'],
    when: (_, c) => c.runnerSystem !== null && isSles12Sp4(c.runnerSystem, c.runnerVersion ?? ''),
    say: 'The script has known issues on SLES 12 SP4. SLES 12 SP2 and SP3 work.',
    source: [edition2019],
  },
  {
    id: 'files.runner.windows',
    kind: 'info',
    field: 'runnerSystem',
    when: ({ vm }, c) => c.instance !== null && vm.osType === 'Windows',
    say: 'The system requires .NET 4.6.2 or later, TLS 1.2 and an English locale. Run the script as an administrator.',
    source: [requirements],
  },
  {
    id: 'files.runner.linux',
    kind: 'info',
    field: 'runnerSystem',
    when: ({ vm }, c) => c.instance !== null && vm.osType === 'Linux',
    say: 'The system must support the file systems of the backed-up VM. It requires bash 4, Python 2.6.6 or later, TLS 1.2, an English locale and root permission. The script asks to install open-iscsi and lshw.',
    source: [requirements],
  },
  {
    id: 'files.deduplicated',
    kind: 'block',
    field: 'deduplicated',
    when: ({ vm }, c) => c.instance !== null && vm.isDeduplicated,
    say: 'Azure Backup doesn’t recover files from a deduplicated volume. Restore the disks instead.',
    source: [matrix],
  },
  {
    id: 'files.restricted-account',
    kind: 'block',
    field: 'restrictedAccount',
    when: ({ vm }, c) => c.instance !== null && !vm.isManaged && vm.isAccountRestricted,
    say: 'Azure Backup doesn’t recover files from disks in a storage account that accepts selected networks only. Restore the disks instead.',
    source: [matrix],
  },
]);
