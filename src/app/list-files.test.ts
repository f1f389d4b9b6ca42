import { expect, test } from 'vitest';
import { world } from '#src/app/testing-counts.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { azureJobs } from '#src/pages/jobs/lists.tsx';

freshStorage();

test('restores in progress stand above the list of jobs and in its file', async () => {
  const { ask } = world(true);
  const { read } = azureJobs.listOf({ range: '7d' }).csv ?? {};
  const wanted = { start: { skip: 0 }, top: 1000 };
  const page = await ask(async () => read?.(wanted, new AbortController().signal));
  expect(page?.rows.map(({ status, operation }) => `${status} ${operation}`)).toContain(
    'inProgress Restore',
  );
});
