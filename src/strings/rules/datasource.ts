import { sentences } from '#src/strings/sentences.ts';
import type { RuleText } from './text.ts';

/** Datasource step (rules.md 3a). */
export const datasourceTexts = {
  'datasource.type.vm-first': {
    say: 'The wizard starts with Azure Virtual machines. Select Azure Disks to restore a single disk backup.',
  },
  'datasource.type.required': {
    say: 'Select a datasource type. It determines the list of instances.',
  },
  'datasource.entry.backup-center': {
    say: 'In the Azure portal, open this wizard with Restore on the Overview of Backup center.',
  },
  'datasource.vault.by-type.vm': {
    say: 'Restore points of VMs are in a Recovery Services vault.',
  },
  'datasource.vault.by-type.disk': {
    say: 'Restore points of disks are in a Backup vault. Start there or from Backup center.',
  },
  'datasource.vm.wrong-vault': {
    say: 'This is a Backup vault, which holds disk backups. VMs require a Recovery Services vault.',
    instead: 'Restore a disk',
  },
  'datasource.disk.wrong-vault': {
    say: 'This is a Recovery Services vault, which holds VM backups. Disk backups require a Backup vault.',
    instead: 'Restore a virtual machine',
  },
  'datasource.disk.also-via-vm': {
    say: 'The VM of this disk is backed up too. Its backup can restore the VM, its disks or its files.',
    instead: 'Restore from the VM’s backup',
  },
  'datasource.files.pointer': {
    say: 'If only files or folders are missing, use file recovery. It doesn’t change the VM.',
  },
  'datasource.files.arm-only': {
    say: 'File recovery requires a Resource Manager VM in a Recovery Services vault. Restore the VM or its disks.',
    instead: 'Restore disks',
  },
  'datasource.alerts.tip': {
    say: 'To be notified when a restore fails, turn on Azure Monitor alerts for backup.',
  },
  'datasource.scenario.entire-vm': {
    say: 'The whole VM: when it’s lost, for an audit or compliance drill, or for a copy.',
  },
  'datasource.scenario.disk': {
    say: 'The disks: all that were attached at the selected time. For a lost or damaged disk, a new VM or a copy.',
  },
  'datasource.scenario.files': {
    say: 'Single files: select a restore point, browse it, select what you need, and restore that.',
  },
  'datasource.scenario.encrypted': {
    say: 'An encrypted VM: restore its disks, then build the VM from them.',
  },
  'datasource.scenario.cross-region': {
    say: 'Another region: for an outage of the primary region, or a drill.',
  },
  'datasource.bmr': {
    say: 'Azure VMs have no console, so bare-metal recovery doesn’t apply. Restoring the VM from the vault does the same.',
  },
  'datasource.drills': {
    say: 'Rehearse restores. A drill shows what takes long and what is missing.',
  },
} as const satisfies Record<string, RuleText>;

/** The way to the other backup that `datasource.disk.also-via-vm` names. */
export const { pointsOf } = sentences({
  pointsOf: (machine: string) => `Restore points of ${machine}`,
});
