import { plural } from '#src/lib/wording.ts';
import { sentences } from '#src/strings/sentences.ts';

/** Texts of the toy shelf in the global search. */
export const toySearch = sentences({
  heading: 'Boxes',
  what: 'the boxes',
  counted: (many: number) => `${String(many)} ${plural(many, 'box', 'boxes')}`,
  all: (word: string) => `Show all boxes with “${word}” in the name`,
  jobs: {
    heading: 'Jobs of the toy shelf',
    what: 'the jobs of the toy shelf',
    counted: (many: number) => `${String(many)} ${plural(many, 'job', 'jobs')} of the toy shelf`,
    all: (word: string) => `Show all jobs of the toy shelf with “${word}” in the name`,
  },
} as const);
