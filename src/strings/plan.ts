import { plural } from '#src/lib/wording.ts';
import type { RestoreKind } from '#src/model/jobs.ts';
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
  what: 'the plan',
  picture: 'the picture of the plan',
  live: 'Updates as you choose',
  nothingYet: 'Select a backup instance and a restore point. Your restore plan appears here.',
  disks: (machine: string, time: string, place: string) =>
    `Creates the disks of ${machine} as of ${time} in ${place}.`,
  blobs: (machine: string, time: string, account: string) =>
    `Creates the unmanaged disks of ${machine} as of ${time} as VHD files in ${account}.`,
  createVm: (machine: string, { name, time, place }: NewMachineWords) =>
    `Creates a new VM ${name} in ${place} from ${machine} as of ${time}.`,
  notTouched: (machine: string) => `${machine} isn’t changed.`,
  gone: (machine: string) => `${machine} no longer exists.`,
  nothingToReplace: (machine: string) =>
    `${machine} no longer exists, so its disks can’t be replaced. Create new restores it.`,
  replace: (machine: string, group: string, time: string) =>
    `Replaces the disks of ${machine} in ${group} with those of ${time}. Later changes are lost.`,
  /** The same at the head of Review, where the picture says the rest. */
  headline: {
    create: (machine: string, name: string, time: string) =>
      `Create ${name} from ${machine} as of ${time}`,
    disks: (machine: string, time: string) => `Restore the disks of ${machine} as of ${time}`,
    replace: (machine: string, time: string) =>
      `Replace the disks of ${machine} with those of ${time}`,
  },
  /** Until when it can be canceled, in few words, with how that is known. */
  cancelUntil: {
    createVm: ['until the VM is created', 'our estimate'],
    restoreDisks: ['possible', 'until when isn’t reported'],
    replaceDisks: ['until disks are replaced', 'our estimate'],
  } satisfies Record<RestoreKind, readonly [until: string, basis: string]>,
  zone: (zone: string) => `zone ${zone}`,
  someType: (machine: string, time: string) => `${machine} as of ${time}. Select a restore type.`,
  inRegion: (region: string) => `Created in the ${region}.`,
  close: 'Close the plan',
  line: {
    nothing: 'Nothing selected',
    newVm: (name: string | null) => (name === null ? 'New VM' : `New VM ${name}`),
    newDisk: (name: string | null) => (name === null ? 'New disk' : `New disk ${name}`),
    disks: (machine: string) => `Disks of ${machine}`,
    replaced: (machine: string) => `Disks of ${machine} replaced`,
    gone: (machine: string) => `${machine} no longer exists`,
  },
  someName: '(no name yet)',
  someGroup: 'a resource group (not selected yet)',
  someAccount: 'a storage account (not selected yet)',
  noTime: 'a restore point whose time isn’t reported',
  someTime: 'a restore point (not selected yet)',
  expected: 'Expected duration',
  pastRestores: 'past restores',
  expectedFrom: (range: string, jobs: number, what: string) =>
    `${range}, from ${String(jobs)} past ${what}`,
  basis: (jobs: number) => `${String(jobs)} past restores`,
  noTypical: (jobs: number, what: string, least: number) =>
    `${progress.noTypical}: needs ${String(least)} past ${what}, has ${String(jobs)}`,
  past: {
    createVm: 'restores of this vault to a new VM',
    restoreDisks: 'restores of disks from this vault',
    replaceDisks: 'replacements of disks from this vault',
    disk: 'restores of this vault',
    vm: 'restores of this VM',
  },
  lost: 'Data loss',
  /** Beside the picture as a line. */
  problems: (count: number) => plural(count, '1 problem', `${String(count)} problems`),
  watchOut: 'Warnings',
  toSettle: 'To do',
  afterwards: 'Afterwards',
} as const);
