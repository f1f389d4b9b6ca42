import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { jobPages, jobQuery } from '#src/api/queries/jobs.ts';
import { pageQuery } from '#src/api/queries/paged.ts';
import { setOwner } from '#src/lib/owner.ts';
import { TEST_OWNER } from '#src/lib/testing.ts';
import { instant } from '#src/lib/time.ts';
import { ALL_JOBS, NEWEST_FIRST } from '#src/model/jobs.ts';
import { resourceId } from '#src/model/resource-id.ts';
import { InstanceHistory } from '#src/pages/instance/InstanceHistory.tsx';
import { job } from '#src/progress/testing.ts';
import { draw } from '#src/ui/testing-draw.tsx';

const VAULT =
  '/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v' as const;
const INSTANCE = resourceId(`${VAULT}/backupFabrics/Azure/protectionContainers/c/protectedItems/i`);

/** What Azure has answered about the restores of the instance. */
function answered(count: number): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  const rows = Array.from({ length: count }, (_, index) =>
    job({
      id: resourceId(`${VAULT}/backupJobs/${String(index)}`),
      operation: 'Restore',
      status: 'completed',
      startedAt: instant(1_749_124_800_000 - index * 3_600_000),
    }),
  );
  const list = jobPages(
    {
      ...ALL_JOBS,
      instance: INSTANCE,
      operations: ['Restore', 'CrossRegionRestore'],
      range: '30d',
    },
    NEWEST_FIRST,
  );
  client.setQueryData(pageQuery(list, 0).queryKey, { rows, total: count, next: null });
  for (const row of rows) client.setQueryData(jobQuery(row.id).queryKey, row);
  return client;
}

async function drawHistory(count: number) {
  const root = createRootRoute();
  const routes = ['/jobs', '/jobs/$jobId'].map((path) =>
    createRoute({ getParentRoute: () => root, path }),
  );
  const router = createRouter({
    routeTree: root.addChildren(routes),
    history: createMemoryHistory(),
  });
  await draw(
    <QueryClientProvider client={answered(count)}>
      <RouterContextProvider router={router}>
        <InstanceHistory instance={INSTANCE} />
      </RouterContextProvider>
    </QueryClientProvider>,
  );
}

beforeEach(() => setOwner(TEST_OWNER));

const restores = () => page.getByRole('row').elements().slice(1);

test('older restores are shown when they are wanted', async () => {
  await drawHistory(8);
  await expect.poll(restores).toHaveLength(5);
  await page.getByRole('button', { name: 'Show all 8' }).click();
  await expect.poll(restores).toHaveLength(8);
  expect(page.getByRole('button', { name: /^Show all/ }).query()).toBeNull();
});

test('five restores are the whole list', async () => {
  await drawHistory(5);
  await expect.poll(restores).toHaveLength(5);
  expect(page.getByRole('button', { name: /^Show all/ }).query()).toBeNull();
});
