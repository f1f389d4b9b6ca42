import { sentences } from '#src/strings/sentences.ts';

/** Texts for comparing two restore points, or one with the VM as it is now. */
export const comparison = sentences({
  title: 'Comparison',
  close: 'Close the comparison',
  label: (one: string, other: string) => `${one} and ${other} compared`,
  now: 'Machine now',
  gone: 'The machine no longer exists: there is nothing to compare the point with.',
  sum: (differs: number, notChecked: number, same: number) =>
    `Differs: ${String(differs)}. Same: ${String(same)}. Not checked: ${String(notChecked)}.`,
  onlyPoints: 'What lies on the disks is not compared: Azure does not tell it.',

  selected: (times: readonly string[]) =>
    times.length === 0
      ? 'Tick two points to compare them, or one to compare it with the machine now.'
      : `Ticked: ${times.join(' and ')}.`,
  atMost: 'Two are ticked. Untick one to tick another.',
  compare: 'Compare the two',
  withNow: 'Compare with now',
  clear: 'Untick all',

  heads: { aspect: 'What', status: 'Result' },
  meaningTitle: 'What it means for a restore',
  all: (rows: number) => `Show all ${String(rows)} rows`,
  differing: 'Show only what differs',
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
  noZone: 'In no zone',
  zoneOf: (zone: string) => `Zone ${zone}`,
  systemDisk: 'System disk',
  lun: (lun: number) => `LUN ${String(lun)}`,
  disk: (place: string, name: string) => `${place}: ${name}`,
  leftOut: (disk: string) => `${disk} (left out of the backup)`,

  meaning: {
    about: (side: string, text: string) => `${side}: ${text}`,
    between: (duration: string) =>
      `What was written in the ${duration} between them is in the newer point alone.`,
    after: (time: string, duration: string) =>
      `What was written after ${time}, ${duration} until now, is not in the point.`,
    sizeStays:
      'Replace existing exchanges the disks of the machine. The document names nothing else that it changes, so the machine keeps the size that it has now.',
    sizeOfNew: 'The documents do not say which size a new machine gets.',
    onlyIn: (time: string, disks: string) => `Only in the point of ${time}: ${disks}.`,
    onlyNow: (disks: string) => `Only on the machine now: ${disks}.`,
    undocumented: 'The documents do not say what this changes for a restore.',
  },
  /** The source, where it isn’t a document. */
  sources: { both: 'Read from both sides', ours: 'Restore Center' },
} as const);
