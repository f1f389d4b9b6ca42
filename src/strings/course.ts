import { sentences } from '#src/strings/sentences.ts';

/** The steps of a restore one after the other, in the words of the service that takes them. */
export const course = sentences({
  title: 'Course of the restore',
  now: 'Now',
  after: 'After',
  /** Its number before the name of a step. */
  numbered: (number: number, name: string) => `${String(number)} ${name}`,
  /** Subtasks as Azure’s jobs name them. */
  rehydrate: 'Rehydrate restore point',
  transfer: 'Transfer data from vault',
  createMachine: 'Create the restored virtual machine',
  updateMachine: 'Update the virtual machine',
  /** As jobs of Azure disks name it. */
  triggerRestore: 'Trigger Restore',
  shutDown: (machine: string) => `Shut down ${machine}`,
  start: (machine: string) => `Start ${machine}`,
  separate: 'Separate the copy, set up its backup',
  setUp: 'Set up its backup',
  useDisks: 'Build a VM, or attach the disks',
  lookAtIt: 'Check the VM',
  attachDisk: 'Attach the disk',
  runScript: 'Run the script',
  copyFiles: 'Copy the files',
  unmount: 'Unmount the disks',
  note: {
    beforeRestore: 'before Restore',
    ifOff: 'you, if it is off',
    afterJob: 'you, after the job',
    you: 'you',
    snapshotFirst: 'a snapshot first',
    detached: 'today’s disks kept',
  },
  states: { done: 'Done', toDo: 'To do', notKnown: 'Not known' },
  starts: (times: string) => `from ${times}`,
  cancelUntil: (time: string) => `Cancel until ${time}`,
  cancelBefore: 'Cancel until this step',
  isOn: (machine: string) => `${machine} is on`,
  isOff: (machine: string) => `${machine} is off`,
  away: 'out of service',
} as const);
