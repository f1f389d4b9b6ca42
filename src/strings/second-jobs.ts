import { sentences } from '#src/strings/sentences.ts';

/** Texts for more than one job of one press, each with its target. */
export const secondJobs = sentences({
  title: (count: number) => `${String(count)} restore jobs match this restore`,
  body: (service: string) =>
    `They appeared after you selected Restore, and they match it. Unless another person started one of them, your request arrived twice. ${service} doesn’t report who started a job.`,
  started: (name: string, time: string) => `${name}, started ${time}`,
  here: '(this job)',
  later: (name: string) => `Later job ${name}`,
} as const);
