import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts for Commvault's part of the global search. */
export const commvaultSearch = sentences({
  heading: 'Commvault VMs (first 100 by name, all by GUID)',
  what: 'the Commvault VMs',
  counted: (many: number) => `${String(many)} ${plural(many, 'Commvault VM', 'Commvault VMs')}`,
  all: (word: string) => `Search Commvault VMs for “${word}”`,
  jobs: {
    heading: 'Commvault jobs (newest 100, all by number)',
    what: 'the Commvault jobs',
    counted: (many: number) => `${String(many)} ${plural(many, 'Commvault job', 'Commvault jobs')}`,
    all: (word: string) => `Search Commvault jobs for “${word}”`,
  },
} as const);
