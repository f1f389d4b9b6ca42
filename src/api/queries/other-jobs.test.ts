import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { otherJobsQuery } from '#src/api/queries/overview.ts';
import { type JobSource, provideJobSources } from '#src/api/queries/jobs.ts';
import { job } from '#src/progress/testing.ts';

const refuse = () => Promise.reject(new Error('not here'));
const source = (recent: JobSource['recent']): JobSource => ({
  ask: refuse,
  jobFrom: () => job(),
  recent,
  running: null,
  targetOf: () => [],
});

test('jobs of services that Azure does not list are read, and what was not read is named', async () => {
  const sources = {
    Azure: source(null),
    Shelf: source(async () => [job({ itemName: 'box' })]),
    Attic: source(refuse),
  };
  provideJobSources({
    of: refuse,
    all: Object.entries(sources).map(([name, one]) => ({ name, load: async () => one })),
  });
  expect(await new QueryClient().query(otherJobsQuery())).toMatchObject({
    jobs: [{ itemName: 'box' }],
    unread: ['Attic'],
  });
});
