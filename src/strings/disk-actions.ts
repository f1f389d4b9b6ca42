import { sentences } from '#src/strings/sentences.ts';

/** Texts for what is done with restored disks: a VM of them, attached and swapped ones. */
export const diskActions = sentences({
  title: 'Use the restored disks',
  none: 'No restored disks were found',
  noneBody: 'They may be deleted, or attached to a VM already.',
  kind: 'What to do with the disks',
  kinds: {
    build: 'Create a VM from them',
    attach: 'Attach a disk to a VM',
    swap: 'Swap the OS disk of a VM',
    detach: 'Detach a disk from a VM',
  },
  step: {
    nic: (name: string) => `Create NIC ${name}`,
    build: (name: string) => `Create VM ${name}`,
    stop: (name: string) => `Stop VM ${name}`,
    start: (name: string) => `Start VM ${name}`,
    attach: (disk: string, lun: number) => `Attach ${disk} as LUN ${String(lun)}`,
    detach: (disk: string) => `Detach ${disk}`,
    swap: (disk: string) => `Use ${disk} as the OS disk`,
  },
  sentence: {
    build: (name: string, disk: string) => `Create VM ${name} from ${disk}`,
    attach: (disk: string, machine: string) => `Attach ${disk} to ${machine}`,
    detach: (disk: string, machine: string) => `Detach ${disk} from ${machine}`,
    swap: (machine: string, disk: string) => `Swap the OS disk of ${machine} for ${disk}`,
  },
  line: {
    machine: (name: string, size: string) => `VM ${name}, ${size}`,
    nic: (name: string, subnet: string) => `NIC ${name} in subnet ${subnet}`,
    attached: (disk: string, machine: string) => `${disk}: attached to ${machine}`,
    detached: (disk: string) => `${disk}: attached to no VM`,
    osDisk: (machine: string, disk: string) => `OS disk of ${machine}: ${disk}`,
    oldDisk: (disk: string) => `${disk}: it stays in its resource group, attached to no VM`,
    dataDisks: (machine: string) => `Data disks and NICs of ${machine}`,
    restarts: (machine: string) => `${machine} is stopped and started again`,
    running: (machine: string) => `${machine} keeps running`,
    memory: (machine: string) => `What ${machine} has in memory and on its temporary disk`,
  },
  button: {
    build: 'Create VM',
    attach: 'Attach disk',
    detach: 'Detach disk',
    swap: 'Swap OS disk',
  },
} as const);
