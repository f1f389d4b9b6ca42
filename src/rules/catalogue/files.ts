import { MEANT_FOR_GIB, MOST_DISKS, mostToCopyGiB } from '#src/model/file-recovery.ts';
import { isSles12Sp4, linuxFit, oldestVersion, osTypeOf, windowsFit } from '#src/model/runner.ts';
import type { FullChoices } from '../choices.ts';
import { hasDiskOver4Tb } from '../derived.ts';
import type { FullFacts } from '../facts.ts';
import { either } from '../known.ts';
import { rules } from '../rule.ts';
import { learn, ours } from '../sources.ts';

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
  osTypeOf(c.runnerSystem) === 'Windows' &&
  vm.osType === 'Windows';

/** The rules of file recovery, which are in no catalogue: its task brings them. */
export const fileRules = rules('files', [
  {
    id: 'files.instance.required',
    kind: 'require-field',
    field: 'instance',
    when: (_, c) => c.instance === null,
    source: [selecting],
  },
  {
    id: 'files.point.required',
    kind: 'require-field',
    field: 'point',
    when: (_, c) => c.recoveryPointId === null,
    source: [selecting],
  },
  {
    id: 'files.runner.required',
    kind: 'require-field',
    field: 'runnerSystem',
    when: ({ vm }, c) => c.runnerSystem === null && (!c.isOnSource || vm.osType === 'Linux'),
    source: [requirements],
  },
  {
    id: 'files.version.required',
    kind: 'require-field',
    field: 'runnerVersion',
    when: (_, c) =>
      c.runnerSystem !== null && oldestVersion(c.runnerSystem) !== null && c.runnerVersion === null,
    source: [requirements],
  },
  {
    id: 'files.classic',
    kind: 'block',
    field: 'instance',
    when: ({ vm }, c) => c.instance !== null && vm.deployment === 'classic',
    source: [matrix],
  },
  {
    id: 'files.encrypted',
    kind: 'block',
    field: 'point',
    when: ({ point }, c) => c.recoveryPointId !== null && point.isSourceEncrypted,
    source: [matrix],
  },
  {
    id: 'files.shared-disks',
    kind: 'block',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.hasSharedDisks,
    source: [matrix],
  },
  {
    id: 'files.shared-disks.left-out',
    kind: 'warn',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.leavesOutSharedDisks,
    source: [matrix],
  },
  {
    id: 'files.write-accelerator',
    kind: 'block',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.hasWriteAccelerator,
    source: [matrix],
  },
  {
    id: 'files.temporary-disk',
    kind: 'info',
    field: 'point',
    when: (_, c) => c.instance !== null,
    source: [matrix],
  },
  {
    id: 'files.ultra-disks',
    kind: 'warn',
    field: 'point',
    when: ({ vm }, c) => c.recoveryPointId !== null && vm.hasUltraDisks,
    source: [matrix],
  },
  {
    id: 'files.size',
    kind: 'warn',
    field: 'point',
    when: ({ vm }, c) =>
      c.instance !== null && (mostToCopyGiB(vm.diskSizesGiB) ?? vm.maxDiskGiB) > MEANT_FOR_GIB,
    source: [selecting],
  },
  {
    id: 'files.large-disks',
    kind: 'warn',
    field: 'point',
    when: (facts, c) => c.recoveryPointId !== null && isLarge(facts),
    source: [largeDisks, rightMachine],
  },
  {
    id: 'files.secondary',
    kind: 'warn',
    field: 'regionView',
    when: (_, c) => c.secondary,
    source: [ours('No document says whether files can be recovered in the secondary region')],
  },
  {
    id: 'files.source.gone',
    kind: 'block',
    field: 'isOnSource',
    when: ({ vm }, c) => c.isOnSource && !vm.exists,
    source: [ours('A VM that no longer exists runs no script')],
  },
  {
    id: 'files.source.spanned',
    kind: 'block',
    field: ['isOnSource', 'spannedVolumes'],
    when: ({ vm }, c) => c.isOnSource && vm.spansDisks,
    source: [rightMachine, matrix],
  },
  {
    id: 'files.spanned',
    kind: 'warn',
    field: 'spannedVolumes',
    when: ({ vm }, c) => c.instance !== null && !c.isOnSource && vm.spansDisks,
    source: [matrix, rightMachine],
  },
  {
    id: 'files.source.large',
    kind: 'block',
    field: 'isOnSource',
    when: (facts, c) => c.isOnSource && isLarge(facts),
    source: [largeIn2019, rightMachine],
  },
  {
    id: 'files.source.network',
    kind: 'info',
    field: 'isOnSource',
    when: (_, c) => c.isOnSource,
    source: [matrix],
  },
  {
    id: 'files.runner.other-system',
    kind: 'block',
    field: 'runnerSystem',
    when: ({ vm }, c) =>
      c.runnerSystem !== null &&
      (!c.isOnSource || vm.osType === 'Linux') &&
      osTypeOf(c.runnerSystem) !== vm.osType,
    source: [selecting],
  },
  {
    id: 'files.runner.incompatible',
    kind: 'block',
    field: ['runnerSystem', 'sourceSystem'],
    when: (facts, c) =>
      runsWindowsElsewhere(facts, c) &&
      windowsFit(facts.vm.system, c.runnerSystem ?? '') === 'incompatible',
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
    source: [requirements],
  },
  {
    id: 'files.runner.not-checked',
    kind: 'warn',
    field: ['runnerSystem', 'runnerVersion', 'sourceSystem'],
    when: (facts, c) => {
      if (c.runnerSystem === null) return false;
      if (osTypeOf(c.runnerSystem) === 'Linux') {
        const isLacking = oldestVersion(c.runnerSystem) !== null && c.runnerVersion === null;
        return !isLacking && linuxFit(c.runnerSystem, c.runnerVersion ?? '') === 'notInTable';
      }
      return (
        runsWindowsElsewhere(facts, c) &&
        (c.runnerSystem === 'otherWindows' ||
          windowsFit(facts.vm.system, c.runnerSystem) === 'notInTable')
      );
    },
    source: [requirements],
  },
  {
    id: 'files.runner.sles12sp4',
    kind: 'warn',
    field: ['runnerVersion', 'runnerSystem'],
    when: (_, c) => c.runnerSystem !== null && isSles12Sp4(c.runnerSystem, c.runnerVersion ?? ''),
    source: [edition2019],
  },
  {
    id: 'files.runner.windows',
    kind: 'info',
    field: 'runnerSystem',
    when: ({ vm }, c) => c.instance !== null && vm.osType === 'Windows',
    source: [requirements],
  },
  {
    id: 'files.runner.linux',
    kind: 'info',
    field: 'runnerSystem',
    when: ({ vm }, c) => c.instance !== null && vm.osType === 'Linux',
    source: [requirements],
  },
  {
    id: 'files.deduplicated',
    kind: 'block',
    field: 'deduplicated',
    when: ({ vm }, c) => c.instance !== null && vm.isDeduplicated,
    source: [matrix],
  },
  {
    id: 'files.restricted-account',
    kind: 'block',
    field: 'restrictedAccount',
    when: ({ vm }, c) => c.instance !== null && !vm.isManaged && vm.isAccountRestricted,
    source: [matrix],
  },
]);
