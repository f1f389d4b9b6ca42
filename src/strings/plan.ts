import { progress } from '#src/strings/progress.ts';
import { sentences } from '#src/strings/sentences.ts';

interface NewMachineWords {
  readonly name: string;
  readonly time: string;
  /** Group, subscription, region, zone. */
  readonly place: string;
}

/** Texts for what a restore will do: the plan beside the form, and the head of Review. */
export const plan = sentences({
  title: 'Plan',
  live: 'Updates as you choose',
  nothingYet: 'Choose a machine and a restore point. Your restore plan appears here.',
  disks: (machine: string, time: string, place: string) =>
    `The disks of ${machine} as of ${time} will be made in ${place}.`,
  blobs: (machine: string, time: string, account: string) =>
    `The unmanaged disks of ${machine} as of ${time} will be made as VHD files in ${account}.`,
  createVm: (machine: string, { name, time, place }: NewMachineWords) =>
    `A new VM ${name} in ${place} will be made from ${machine} as of ${time}.`,
  notTouched: (machine: string) => `${machine} is not touched.`,
  gone: (machine: string) => `${machine} no longer exists.`,
  nothingToReplace: (machine: string) =>
    `The disks of ${machine} can’t be replaced: ${machine} no longer exists. Create new restores it from its restore point.`,
  replace: (machine: string, group: string, time: string) =>
    `The disks of ${machine} in ${group} will be replaced by those of ${time}. What was written since is lost on it.`,
  zone: (zone: string) => `zone ${zone}`,
  someType: (machine: string, time: string) =>
    `${machine} as of ${time}. Choose how it is restored.`,
  inRegion: (region: string) => `It is made in the ${region}.`,
  close: 'Close the plan',
  line: {
    nothing: 'Nothing chosen yet',
    newVm: (name: string | null) => (name === null ? 'New VM' : `New VM ${name}`),
    newDisk: (name: string | null) => (name === null ? 'New disk' : `New disk ${name}`),
    disks: (machine: string) => `Disks of ${machine}`,
    replaced: (machine: string) => `Disks of ${machine} replaced`,
    gone: (machine: string) => `${machine} no longer exists`,
    lost: (duration: string) => `${duration} of changes lost`,
  },
  someName: 'with a name still to choose',
  someGroup: 'a resource group still to choose',
  someAccount: 'a storage account still to choose',
  someTime: 'a restore point still to choose',
  expected: 'Expected duration',
  pastRestores: 'past restores',
  expectedFrom: (range: string, jobs: number, what: string) =>
    `${range}, from ${String(jobs)} past ${what}`,
  noTypical: (jobs: number, what: string, least: number) =>
    `${progress.noTypical}: ${String(jobs)} of ${String(least)} needed past ${what}`,
  past: {
    createVm: 'restores of this vault to a new VM',
    restoreDisks: 'restores of disks from this vault',
    replaceDisks: 'replacements of disks from this vault',
    disk: 'restores of this vault',
    vm: 'restores of this VM',
  },
  lost: 'Will not come back',
  watchOut: 'Watch out',
  toSettle: 'Still to settle',
  afterwards: 'Afterwards',
} as const);
