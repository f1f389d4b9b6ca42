import { andText } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for comparing two restore points, or one with the VM as it is now. */
export const comparison = sentences({
  title: 'Comparison',
  close: 'Close the comparison',
  label: (one: string, other: string) => `Comparison of ${one} and ${other}`,
  now: 'Current VM',
  gone: 'The VM no longer exists, so you can’t compare the restore point with it.',
  sum: (differs: number, notChecked: number, same: number) =>
    `Differs: ${String(differs)}. Same: ${String(same)}. Not checked: ${String(notChecked)}.`,
  onlyPoints: 'Azure doesn’t report the content of disks, so it isn’t compared.',

  selected: (times: readonly string[]) =>
    times.length === 0
      ? 'Select two restore points to compare them, or one to compare it with the current VM.'
      : `Selected: ${andText(times)}`,
  atMost: 'Two restore points are selected. Clear one to select another.',
  compare: 'Compare selected',
  withNow: 'Compare with current VM',
  clear: 'Clear selection',

  heads: { aspect: 'Property', status: 'Result' },
  meaningTitle: 'Effect on a restore',
  all: (rows: number) => `Show all ${String(rows)} rows`,
  differing: 'Show only differences',
  aspects: {
    time: 'Time',
    consistency: 'Consistency',
    tier: 'Tier',
    vmSize: 'VM size',
    osType: 'Operating system',
    diskCount: 'Number of disks',
    disks: 'Disks',
    zone: 'Zone',
    diskEncryption: 'Azure Disk Encryption',
    encryptionSets: 'Disk encryption sets',
    privateAccess: 'Private disk access',
  },
  status: {
    same: 'Same',
    differs: 'Differs',
    notChecked: 'Not checked',
    noCounterpart: 'Not comparable',
  },
  unreported: { notReported: 'not reported', notRead: 'not read', none: 'has none' },
  encrypted: 'Encrypted',
  notEncrypted: 'Not encrypted',
  isPrivate: 'At least one private disk',
  isPublic: 'No private disk',
  platformKeys: 'None: platform-managed keys',
  noZone: 'Not in a zone',
  zoneOf: (zone: string) => `Zone ${zone}`,
  systemDisk: 'OS disk',
  lun: (lun: number) => `LUN ${String(lun)}`,
  disk: (place: string, name: string) => `${place}: ${name}`,
  leftOut: (disk: string) => `${disk} (not backed up)`,

  meaning: {
    about: (side: string, text: string) => `${side}: ${text}`,
    between: (duration: string) =>
      `Changes from the ${duration} between them are only in the newer restore point.`,
    after: (time: string, duration: string) =>
      `Changes made after ${time}, in the last ${duration}, aren’t in the restore point.`,
    sizeStays:
      'Replace existing replaces the disks of the VM. The documentation mentions no other change, so the VM keeps its current size.',
    sizeOfNew: 'The documentation doesn’t mention the size of a new VM.',
    onlyIn: (time: string, disks: string) => `Only in the restore point of ${time}: ${disks}.`,
    onlyNow: (disks: string) => `Only on the current VM: ${disks}.`,
    undocumented: 'The documentation doesn’t mention how this affects a restore.',
  },
  /** The source, where it isn’t a document. */
  sources: { both: 'Both sides', ours: 'Restore Center' },
} as const);
