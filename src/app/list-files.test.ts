import { expect, test } from 'vitest';
import { world } from '#src/app/testing-counts.ts';
import { freshStorage } from '#src/lib/testing.ts';
import { endedList } from '#src/pages/jobs/ended-list.tsx';

freshStorage();

test('restores in progress stand above the list of jobs and in its file', async () => {
  const { ask } = world(true);
  const elsewhere = { secondary: [], others: [], isReading: false, unread: [] };
  const list = endedList(elsewhere, { open: new Map(), news: new Map() }).listOf({ range: '7d' });
  const wanted = { start: { skip: 0 }, top: 1000 };
  const page = await ask(async () => list.csv?.read?.(wanted, new AbortController().signal));
  const jobs = (page?.rows ?? []).flatMap((row) => (row.kind === 'job' ? [row.job] : []));
  expect(jobs.map(({ status, operation }) => `${status} ${operation}`)).toContain(
    'inProgress Restore',
  );
});
