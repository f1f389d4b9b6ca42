import { sentences } from '#src/strings/sentences.ts';

/** Texts of the toy shelf's lists and of its jobs, which only tests have. */
export const toyLists = sentences({
  boxes: {
    what: 'the boxes',
    search: 'Search boxes',
    heads: { name: 'Name', size: 'Size', latest: 'Latest restore point' },
    noPoint: 'None',
    count: (total: string) => `Boxes: ${total}`,
    none: 'The toy shelf has no boxes.',
    noneFit: 'No box has this name.',
    notThere: 'The toy shelf has no such box.',
  },
  jobs: {
    what: 'the jobs of the toy shelf',
    search: 'Search jobs of the toy shelf',
    heads: { box: 'Box', status: 'Status', started: 'Started' },
    count: (total: string) => `Jobs: ${total}`,
    none: 'The toy shelf has no jobs.',
    noneFit: 'No job has this box.',
  },
  job: {
    datasource: 'Datasource',
    neverCanceled: 'The toy shelf never cancels a restore.',
  },
} as const);
