import { sentences } from '#src/strings/sentences.ts';

/** Titles of what is done after a job. */
export const jobTasks = sentences({
  deployTemplate: 'Deploy Template',
  restoredDisks: 'Use the restored disks',
} as const);
