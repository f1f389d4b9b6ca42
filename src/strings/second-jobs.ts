import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for more than one job of one draft, each with its target. */
export const secondJobs = sentences({
  id: {
    title: (count: number) => `${String(count)} restore jobs are yours`,
    body: () =>
      'Each one has the ID of a request that this draft sent. If you selected Restore only once, your request arrived more than once. Cancel what you don’t need.',
  },
  target: {
    title: (count: number) => `${String(count)} restore jobs match this restore`,
    body: (service: string) =>
      `They appeared after you selected Restore, and they have the same target. Unless another person started one of them, your request arrived twice. ${service} doesn’t report who started a job.`,
  },
  otherId: {
    title: (count: number) =>
      plural(count, 'Another job is yours', `${String(count)} other jobs are yours`),
    body: () =>
      'The job on this page doesn’t have the ID of a request that this draft sent. What is listed here has one. To use it, select “This isn’t my restore”.',
  },
  started: (name: string, time: string) => `${name}, started ${time}`,
  here: '(this job)',
  later: (name: string) => `Later job ${name}`,
} as const);
