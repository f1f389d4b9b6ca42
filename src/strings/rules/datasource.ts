import { sentences } from '#src/strings/sentences.ts';
import type { RuleText } from './text.ts';

/** Datasource step (rules.md 3a). */
export const datasourceTexts = {
  'datasource.type.vm-first': {
    say: 'The wizard starts with Azure Virtual machines. Choose Azure Disks to restore a single disk backup.',
  },
  'datasource.type.required': {
    say: 'Choose a datasource type. The list of instances depends on it.',
  },
  'datasource.entry.backup-center': {
    say: 'In the Azure portal this wizard opens from Restore on the Overview of Backup center.',
  },
  'datasource.vault.by-type.vm': {
    say: 'Restore points of virtual machines are kept in a Recovery Services vault.',
  },
  'datasource.vault.by-type.disk': {
    say: 'Restore points of disks are kept in a Backup vault. Start from Backup center or from that vault.',
  },
  'datasource.vm.wrong-vault': {
    say: 'This is a Backup vault: it keeps disk backups. Virtual machines are restored from a Recovery Services vault.',
    instead: 'Restore a disk',
  },
  'datasource.disk.wrong-vault': {
    say: 'This is a Recovery Services vault: it keeps virtual machine backups. Disk backups are restored from a Backup vault.',
    instead: 'Restore a virtual machine',
  },
  'datasource.disk.also-via-vm': {
    say: 'The machine that holds this disk is protected too. From its backup you can restore the machine, its disks or its files.',
    instead: 'Restore from the machine’s backup',
  },
  'datasource.files.pointer': {
    say: 'If only files or folders are missing, use file recovery. It leaves the machine as it is.',
  },
  'datasource.files.arm-only': {
    say: 'File recovery needs a Resource Manager machine that is protected in a Recovery Services vault. Restore the machine or its disks.',
    instead: 'Restore disks',
  },
  'datasource.alerts.tip': {
    say: 'Azure Monitor alerts for backup tell somebody when a restore fails. Turn them on before you need them.',
  },
  'datasource.scenario.entire-vm': {
    say: 'The whole machine: when it is lost, for an audit or a compliance drill, or to have a copy.',
  },
  'datasource.scenario.disk': {
    say: 'The disks: every disk that was attached at the chosen time. For a lost or damaged disk, a new machine, or a copy.',
  },
  'datasource.scenario.files': {
    say: 'Single files: choose a point, browse it, pick what you need, and restore that.',
  },
  'datasource.scenario.encrypted': {
    say: 'An encrypted machine: its disks are restored first, then the machine is built from them.',
  },
  'datasource.scenario.cross-region': {
    say: 'Another region: when the primary region is out of service, or to rehearse that day.',
  },
  'datasource.bmr': {
    say: 'Azure machines have no console, so bare-metal recovery does not apply. Restoring the machine from the vault does all of its work.',
  },
  'datasource.drills': {
    say: 'Rehearse restores before you need one. A drill shows what takes long and what is missing.',
  },
} as const satisfies Record<string, RuleText>;

/** The way to the other backup that `datasource.disk.also-via-vm` names. */
export const { pointsOf } = sentences({
  pointsOf: (machine: string) => `Restore points of ${machine}`,
});
