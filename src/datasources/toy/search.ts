import { listBoxes } from '#src/api/toy/boxes/ops.ts';
import { listToyJobs } from '#src/api/toy/jobs/ops.ts';
import { shelfSession } from '#src/api/toy/queries/session.ts';
import type { DatasourceSearch } from '#src/datasources/search.ts';
import { toySearch } from '#src/strings/toy/search.ts';

/** Finds boxes and jobs by the names of boxes: the shelf lists them all at once. */
export const search: DatasourceSearch = {
  words: toySearch,
  find: async (words, most, signal) => {
    const boxes = await listBoxes(shelfSession(), signal);
    const found = boxes.filter(({ name }) => hasAll(name, words));
    const hits = found.slice(0, most).map(({ id, name, points: [latest] }) => ({
      id,
      name,
      place: [],
      lastPointAt: latest?.time ?? null,
    }));
    return { hits, total: found.length };
  },
  jobs: {
    words: toySearch.jobs,
    find: async (words, most, signal) => {
      const jobs = await listToyJobs(shelfSession(), signal);
      const found = jobs.filter(({ itemName }) => hasAll(itemName, words)).toReversed();
      return { hits: found.slice(0, most), total: found.length };
    },
  },
};

const hasAll = (name: string, words: readonly string[]): boolean =>
  words.every((word) => name.toLowerCase().includes(word));
