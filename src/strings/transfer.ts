import { sentences } from '#src/strings/sentences.ts';

/** Texts for a restore point whose transfer to the vault isn’t complete. */
export const transfer = sentences({
  title: (time: string) => `${time} is only a snapshot: not in the vault yet`,
  body: 'Replacing disks and restoring to another region, zone or subscription need the data in the vault.',
  task: (name: string) => `${name}:`,
  job: (time: string) => `Backup job of ${time}`,
  reading: 'Reading its backup job.',
  noJob: 'No backup job of this restore point was found in the last seven days.',
  noTask: 'Its backup job reports no transfer to the vault.',
  completed: 'The transfer has completed. Refresh to read the restore point again.',
  notRead: (message: string) => `Couldn’t load its backup job: ${message}`,
  older: (time: string) => `Use ${time}, which is in the vault`,
} as const);
