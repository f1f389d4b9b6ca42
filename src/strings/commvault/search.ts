import { sentences } from '#src/strings/sentences.ts';

/** Texts for Commvault's part of the global search. */
export const commvaultSearch = sentences({
  heading: 'Commvault VMs (the first 100 by name, all by GUID)',
  what: 'the VMs of Commvault',
  counted: (many: number) => `${String(many)} ${many === 1 ? 'Commvault VM' : 'Commvault VMs'}`,
  all: (word: string) => `Search the Commvault VMs for “${word}”`,
  jobs: {
    heading: 'Commvault jobs (the newest 100, all by number)',
    what: 'the jobs of Commvault',
    counted: (many: number) => `${String(many)} ${many === 1 ? 'Commvault job' : 'Commvault jobs'}`,
    all: (word: string) => `Search the Commvault jobs for “${word}”`,
  },
} as const);
